/** @file MediaStreamTrackEvent: https://www.w3.org/TR/mediacapture-streams/#mediastreamtrackevent */

import { hint } from '../arguments.js';
import { Stamp } from '../brand.js';
import { isObject } from '../builtins.js';
import { trackStateOf } from '../state/track.js';
import { defineInterface, ensurePrototype, eventInit, failedTo, illegalInvocation, requireArguments } from '../webidl.js';

/** @import { Host } from '../realm.js' */

class EventBrand extends Stamp {
  #track;

  /**
   * @param {object} event
   * @param {EventTarget} track
   */
  constructor(event, track) {
    super(event);
    this.#track = track;
  }

  /** @param {unknown} value */
  static get(value) {
    try {
      return /** @type {EventBrand} */ (value).#track;
    } catch {
      return illegalInvocation();
    }
  }
}

/**
 * @param {string} why
 * @returns {never}
 */
function fail(why) {
  throw new TypeError(`${failedTo('MediaStreamTrackEvent', 'constructor')}: ${why}`);
}

/**
 * @param {Host} host
 * @param {(value: unknown) => unknown} [isTrack] whether a value is a track, of ours or of whom the interface is for
 */
export const defineMediaStreamTrackEvent = (host, isTrack = trackStateOf) => {
  const MediaStreamTrackEvent = defineInterface({
    MediaStreamTrackEvent: class extends host.Event {
      /**
       * @param {string} type
       * @param {EventInit & { track: EventTarget }} eventInitDict
       */
      constructor(type, eventInitDict) {
        requireArguments(arguments.length, 2, 'MediaStreamTrackEvent', 'constructor');
        const converted = `${type}`;
        if (eventInitDict === undefined || eventInitDict === null) fail("required member 'track' is undefined.");
        if (!isObject(eventInitDict)) fail("parameter 2 ('eventInitDict') is not an object.");
        // The host converts what its Event takes: the members of a derived dictionary come after those of EventInit.
        super(converted, eventInit(eventInitDict));
        ensurePrototype(this, new.target, MediaStreamTrackEvent);
        const { track } = eventInitDict;
        if (track === undefined) fail("required member 'track' is undefined.");
        if (!isTrack(track)) fail(`member 'track' is not of type 'MediaStreamTrack'.${hint()}`);
        new EventBrand(this, track);
      }

      get track() {
        return EventBrand.get(this);
      }
    },
  });
  return MediaStreamTrackEvent;
};
