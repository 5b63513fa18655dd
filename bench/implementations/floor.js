/**
 * @file The floor: the least that a class in JavaScript can do and still be a MediaStream over the host's EventTarget.
 * It checks no argument, keeps no invariant that needs another object, and frees nothing. What it does can be observed: a source
 * has kinds and settings, and what happens to it happens to the clones of its tracks, which can be collected.
 */

/** An event handler attribute: as in HTML, what is set is a listener. */
function setHandler(target, type, before, value) {
  if (before) target.removeEventListener(type, before);
  if (value) target.addEventListener(type, value);
  return value;
}

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
  #source;
  #kind;
  #id = crypto.randomUUID();
  #enabled = true;
  #muted = false;
  #ended = false;
  #contentHint = '';
  #onended = null;
  get id() {
    return this.#id;
  }
  constructor(source) {
    super();
    this.#source = source;
    this.#kind = source.kind;
  }
  get kind() {
    return this.#kind;
  }
  get label() {
    return '';
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
  get contentHint() {
    return this.#contentHint;
  }
  set contentHint(value) {
    if (['', 'motion', 'detail', 'text'].includes(value)) this.#contentHint = value;
  }
  getSettings() {
    return { ...this.#source.settings };
  }
  clone() {
    return this.#source.createClone();
  }
  stop() {
    this.#ended = true;
  }
  mute() {
    this.#muted = true;
    this.dispatchEvent(new Event('mute'));
  }
  end() {
    this.#ended = true;
    this.dispatchEvent(new Event('ended'));
  }
  get onended() {
    return this.#onended;
  }
  set onended(value) {
    this.#onended = setHandler(this, 'ended', this.#onended, value);
  }
}

class FloorStream extends EventTarget {
  #id = crypto.randomUUID();
  #tracks = [];
  #onremovetrack = null;
  constructor(tracks) {
    super();
    if (tracks) for (const track of tracks instanceof FloorStream ? tracks.getTracks() : tracks) this.addTrack(track);
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
  getAudioTracks() {
    return this.#tracks.filter((track) => track.kind === 'audio');
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
    this.#onremovetrack = setHandler(this, 'removetrack', this.#onremovetrack, value);
  }
}

class FloorSource {
  #tracks = [];
  #clones = [];
  #room = 64;
  settings = {};
  constructor(kind) {
    this.kind = kind;
  }
  createTrack() {
    const track = new FloorTrack(this);
    this.#tracks.push(track);
    return track;
  }
  createClone() {
    const clone = new FloorTrack(this);
    if (this.#clones.length === this.#room) {
      this.#clones = this.#clones.filter((reference) => reference.deref()?.readyState === 'live');
      this.#room = 64 + 2 * this.#clones.length;
    }
    this.#clones.push(new WeakRef(clone));
    return clone;
  }
  mute() {
    for (const track of this.#tracks) track.mute();
    for (const reference of this.#clones) reference.deref()?.mute();
  }
  end() {
    for (const track of this.#tracks) track.end();
    for (const reference of this.#clones) reference.deref()?.end();
  }
}

class FloorController {
  #stream;
  constructor(tracks) {
    this.#stream = new FloorStream(tracks);
  }
  setTracks(tracks) {
    const wanted = new Set(tracks);
    for (const track of this.#stream.getTracks()) {
      if (wanted.delete(track)) continue;
      this.#stream.removeTrack(track);
      this.#stream.dispatchEvent(new FloorEvent('removetrack', { track }));
    }
    for (const track of wanted) {
      this.#stream.addTrack(track);
      this.#stream.dispatchEvent(new FloorEvent('addtrack', { track }));
    }
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

const camera = new FloorSource('video');

export const floor = {
  MediaStream: FloorStream,
  MediaStreamTrackEvent: FloorEvent,
  TrackSource: FloorSource,
  StreamController: FloorController,
  newTrack: () => camera.createTrack(),
};
