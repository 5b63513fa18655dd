/** @file What provides the media of a track of the host's and of its clones. */

import { core } from '../core.js';
import { dispatchSourceEffects } from '../dispatch.js';
import { SourceSlot } from '../state/source.js';

/** @import { HostTrack } from './host-track.js' */
/** @import { Host } from '../realm.js' */

export class HostSource extends SourceSlot {
  /** @type {Map<number, WeakRef<HostTrack>>} by their ids */
  tracks = new Map();
  /** Where the host has none. */
  label = '';
  /**
   * A connection's, of which it is. A receiver of @roamhq/wrtc keeps its track, which no collector sees: so the track may not
   * keep it.
   * @type {WeakRef<any> | undefined}
   */
  receiver = undefined;
  /** Whether the host tells when media arrives: then nothing arrives before it does. */
  tellsFlow = false;
  #received = true;
  #flowing;

  /**
   * @param {Host} host with the functions by which its tracks are listened to
   * @param {boolean} flowing whether media arrives
   */
  constructor(host, flowing) {
    super();
    this.host = host;
    this.#flowing = flowing;
    if (!flowing) core.set_source_muted(this.id, 1);
  }

  /** The tracks end, and hear of it, unless they have ended before. */
  end() {
    core.end_source(this.id);
    dispatchSourceEffects(this);
  }

  /** @param {boolean} received whether a connection receives it */
  setReceived(received) {
    if (this.#received === received) return;
    this.#received = received;
    if (!received && this.tellsFlow) this.#flowing = false;
    this.#mute();
  }

  /** The host tells that media arrives. */
  flows() {
    this.#flowing = true;
    this.#mute();
  }

  #mute() {
    core.set_source_muted(this.id, this.#received && this.#flowing ? 0 : 1);
    dispatchSourceEffects(this);
  }

  /**
   * An effect of the core.
   * @param {number} kind
   * @param {number} id the track's
   */
  happens(kind, id) {
    this.tracks.get(id)?.deref()?.happens(kind);
  }
}
