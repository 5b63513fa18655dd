/** @file A track that renders an element, with the clones that script makes of it. */

/** @type {WeakMap<object, RenderedTracks>} */
const renderedTracks = new WeakMap();

export class RenderedTracks {
  /**
   * Not weakly: WebKit forgets the object of a track that is in use, and makes another one when script asks again.
   * @type {any[]}
   */
  #tracks = [];

  /** @param {any} track */
  constructor(track) {
    this.add(track);
  }

  /** @param {any} track */
  add(track) {
    this.#tracks.push(track);
    renderedTracks.set(track, this);
  }

  /** Script stops tracks without an event, so whoever renders has to ask from time to time. */
  get areLive() {
    this.#tracks = this.#tracks.filter(({ readyState }) => readyState === 'live');
    return this.#tracks.length > 0;
  }

  /**
   * There is nothing to render any more.
   * @param {any} window
   */
  end({ Event }) {
    for (const track of this.#tracks) {
      if (track.readyState === 'ended') continue;
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  }
}

/**
 * To be called when a track of the host's has been cloned: what it renders is rendered for the clone as well.
 * @param {object} track
 * @param {object} clone
 */
export function renderedTrackCloned(track, clone) {
  renderedTracks.get(track)?.add(clone);
}
