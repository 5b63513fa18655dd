/**
 * @file RTCTrackEvent for stacks without. Stacks are for Node, so that only CommonJS has this.
 * https://w3c.github.io/webrtc-pc/#rtctrackevent
 */

import { createBrand } from '../brand.js';
import { defineProperty, getPrototypeOf, isObject, ownKeys, setPrototypeOf } from '../builtins.js';
import { defineInterface, failedTo, requireArguments, toSequence } from '../webidl.js';

/** @import { Host } from '../realm.js' */
/** @import { StackHost } from '../stack/stack-host.js' */

/** @typedef {{ receiver: object, track: EventTarget, streams: readonly EventTarget[], transceiver: object }} Init */

/** @type {ReturnType<typeof createBrand<Init>>} */
const EventBrand = createBrand();

const { get: initOf } = EventBrand;

/**
 * @param {string} why
 * @returns {never}
 */
function fail(why) {
  throw new TypeError(`${failedTo('RTCTrackEvent', 'constructor')}: ${why}`);
}

/**
 * @param {any} stack
 * @param {StackHost} native
 * @param {Host} realmHost of the window that it is used in
 */
export function defineTrackEvent({ RTCRtpReceiver, RTCRtpTransceiver }, native, realmHost) {
  /** @type {Record<string, (value: any) => boolean>} */
  const required = {
    receiver: (value) => value instanceof RTCRtpReceiver,
    track: (value) => native.isTrack(value),
    transceiver: (value) => value instanceof RTCRtpTransceiver,
  };

  const RTCTrackEvent = defineInterface({
    RTCTrackEvent: class extends realmHost.Event {
      /**
       * @param {string} type
       * @param {EventInit & Init} eventInitDict
       */
      constructor(type, eventInitDict) {
        requireArguments(arguments.length, 2, 'RTCTrackEvent', 'constructor');
        if (!isObject(eventInitDict)) fail("parameter 2 ('eventInitDict') is not an object.");
        super(`${type}`, eventInitDict);
        const { receiver, streams, track, transceiver } = eventInitDict;
        const init = { receiver, track, streams: sequence(streams), transceiver };
        for (const [name, isOfType] of Object.entries(required)) {
          if (!isOfType(/** @type {any} */ (init)[name])) fail(`required member '${name}' is not what it has to be.`);
        }
        new EventBrand(this, init);
      }

      get receiver() {
        return initOf(this).receiver;
      }

      get track() {
        return initOf(this).track;
      }

      get streams() {
        return initOf(this).streams;
      }

      get transceiver() {
        return initOf(this).transceiver;
      }
    },
  });

  /** @param {unknown} streams */
  function sequence(streams) {
    const wrong = () => fail("member 'streams' is not a sequence of 'MediaStream'.");
    return Object.freeze(streams === undefined ? [] : toSequence(streams, (stream) => (native.isStream(stream) ? stream : wrong()), wrong));
  }

  // What such a stack itself dispatches are plain objects, and go on having nothing but their own properties.
  const plain = Object.create(RTCTrackEvent.prototype);
  for (const key of ownKeys(realmHost.Event.prototype)) {
    if (key !== 'constructor') defineProperty(plain, key, { value: undefined, writable: true });
  }
  /** @param {object} event */
  function adopt(event) {
    if (native.isUnannounced && getPrototypeOf(event) === Object.prototype) setPrototypeOf(event, plain);
  }
  return { RTCTrackEvent, adopt };
}
