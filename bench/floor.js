/**
 * @file The floor: the least that a class in JavaScript can do and still be a MediaStream over the host's EventTarget.
 * It checks no argument, keeps no invariant that needs another object, and frees nothing.
 */

class FloorEvent extends Event {
  #track;
  constructor(type, init) {
    super(type, init);
    this.#track = init.track;
  }
  get track() {
    return this.#track;
  }
}

class FloorTrack extends EventTarget {
  #id = crypto.randomUUID();
  #enabled = true;
  #muted = false;
  #ended = false;
  get id() {
    return this.#id;
  }
  get kind() {
    return 'video';
  }
  get enabled() {
    return this.#enabled;
  }
  set enabled(value) {
    this.#enabled = !!value;
  }
  get muted() {
    return this.#muted;
  }
  get readyState() {
    return this.#ended ? 'ended' : 'live';
  }
  clone() {
    return new FloorTrack();
  }
}

class FloorStream extends EventTarget {
  #id = crypto.randomUUID();
  #tracks = [];
  #onremovetrack = null;
  constructor(tracks) {
    super();
    if (tracks) for (const track of tracks) this.addTrack(track);
  }
  get id() {
    return this.#id;
  }
  get active() {
    return this.#tracks.some((track) => track.readyState === 'live');
  }
  addTrack(track) {
    if (!this.#tracks.includes(track)) this.#tracks.push(track);
  }
  removeTrack(track) {
    const index = this.#tracks.indexOf(track);
    if (index >= 0) this.#tracks.splice(index, 1);
  }
  getTracks() {
    return this.#tracks.slice();
  }
  getVideoTracks() {
    return this.#tracks.filter((track) => track.kind === 'video');
  }
  getTrackById(id) {
    return this.#tracks.find((track) => track.id === id) ?? null;
  }
  clone() {
    return new FloorStream(this.#tracks.map((track) => track.clone()));
  }
  get onremovetrack() {
    return this.#onremovetrack;
  }
  set onremovetrack(value) {
    if (this.#onremovetrack) this.removeEventListener('removetrack', this.#onremovetrack);
    this.#onremovetrack = value;
    if (value) this.addEventListener('removetrack', value);
  }
}

const registry = new FinalizationRegistry(() => {});

/** What every class that wasm-bindgen exports does as well: a finalizer an object. */
export class FinalizedStream extends EventTarget {
  constructor() {
    super();
    registry.register(this, 1, this);
  }
}

export const floor = {
  MediaStream: FloorStream,
  MediaStreamTrackEvent: FloorEvent,
  newTrack: () => new FloorTrack(),
};
