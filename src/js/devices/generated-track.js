/** @file A native track that is a virtual device's: what it says of itself are members of its own. */

import { INHERENT_PROPERTIES } from '#properties';
import { apply, defineProperty, getOwnPropertyDescriptor, hasOwn, ownKeys } from '../builtins.js';
import { copyDictionary } from '../dictionary.js';
import { applyConstraints } from '../solver/apply-constraints.js';
import { loadSolver } from '../solver/index.js';
import { toMediaTrackConstraints } from '../solver/media-track-constraints.js';
import { hearingScript } from '../dispatched-events.js';
import { fire } from '../fire.js';
import { failedTo } from '../webidl.js';

/** @import { Dictionary } from '../dictionary.js' */
/** @import { GeneratedSource } from './generated-source.js' */

export class GeneratedTrack {
  #source;
  #medium;
  #stop;
  #constraints;
  #muted;
  // Declared, since what a page has on Object.prototype by such a name would hear of it.
  /** @type {any} the browser's own */
  track;
  /** @type {Dictionary} */
  settings;

  /**
   * @param {GeneratedSource} source
   * @param {Dictionary} settings
   * @param {Dictionary} constraints
   */
  constructor(source, settings, constraints) {
    this.#source = source;
    // Each track has a picture or a tone of its own, since each has its own settings.
    this.#medium = source.init.createMedium();
    this.#constraints = constraints;
    this.#muted = source.muted;
    this.track = this.#medium.track;
    this.#stop = this.track.stop;
    this.settings = settings;
    this.#medium.muted = this.#muted;
    this.#medium.configure(settings);
    source.started(this);
    this.#defineMembers();
  }

  get ended() {
    return this.track.readyState === 'ended';
  }

  /** The source ended. */
  end() {
    if (this.ended) return;
    this.stop();
    this.#fire('ended');
  }

  stop() {
    if (this.ended) return;
    apply(this.#stop, this.track, []);
    this.#medium.release();
    this.#source.stopped(this);
    const inherent = /** @type {Dictionary} */ ({ __proto__: null });
    for (let i = 0; i < INHERENT_PROPERTIES.length; i++) {
      const property = INHERENT_PROPERTIES[i];
      if (hasOwn(this.settings, property)) inherent[property] = this.settings[property];
    }
    this.settings = { ...inherent };
  }

  /** @param {boolean} muted */
  setMuted(muted) {
    if (this.ended) return;
    this.#muted = muted;
    this.#medium.muted = muted;
    this.#fire(muted ? 'mute' : 'unmute');
  }

  /** @param {string} type */
  #fire(type) {
    const { host } = this.#source.init;
    fire(host, this.track, new host.Event(type));
  }

  /** @param {Dictionary} settings */
  changeSettings(settings) {
    this.settings = settings;
    this.#medium.configure(settings);
  }

  /** @param {unknown} constraints */
  async #applyConstraints(constraints) {
    const wanted = toMediaTrackConstraints(constraints, failedTo('MediaStreamTrack', 'applyConstraints'));
    await applyConstraints(this, wanted, this.#source.init.OverconstrainedError, loadSolver);
  }

  get constrainable() {
    return this.#source.init.constrainable;
  }

  /**
   * @param {Dictionary} constraints
   * @param {Dictionary} settings
   */
  constrain(constraints, settings) {
    this.#constraints = constraints;
    this.changeSettings(settings);
  }

  #clone() {
    const { track } = this;
    const clone = new GeneratedTrack(this.#source, this.settings, this.#constraints);
    clone.track.enabled = track.enabled;
    if ('contentHint' in track) clone.track.contentHint = track.contentHint;
    if (this.ended) clone.stop();
    return clone.track;
  }

  #defineMembers() {
    const { track } = this;
    const { constrainable, label } = this.#source.init;
    const isMuted = () => this.#muted;
    const members = {
      get label() {
        return label;
      },
      get muted() {
        return isMuted();
      },
      getCapabilities: () => copyDictionary(constrainable.capabilities),
      getConstraints: () => copyDictionary(this.#constraints),
      getSettings: () => copyDictionary(this.settings),
      applyConstraints: (/** @type {unknown} */ constraints) => this.#applyConstraints(constraints),
      clone: () => this.#clone(),
      stop: () => this.stop(),
      addEventListener: hearingScript(Object.getPrototypeOf(track).addEventListener),
    };
    const names = ownKeys(members);
    for (let i = 0; i < names.length; i++) {
      defineProperty(track, names[i], { ...getOwnPropertyDescriptor(members, names[i]), enumerable: false });
    }
  }
}
