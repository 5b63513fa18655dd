/**
 * @file MediaStream of a WebRTC stack that was made without a window, where it is not what the specification says. Stacks are
 * for Node, so that only CommonJS has this. https://www.w3.org/TR/mediacapture-streams/#mediastream
 */

import { trackArgument, tracksArgument } from '../arguments.js';
import { apply, construct, isObject } from '../builtins.js';
import { illegalInvocation, requireArguments } from '../webidl.js';
import { proxyOf } from './proxy.js';

/** @import { Changes } from '../changes.js' */
/** @import { StackHost } from '../stack/stack-host.js' */

const { iterator } = Symbol;

/**
 * The constructor: it copies a stream, and takes any sequence of tracks. Any other object may be the stack's.
 * https://www.w3.org/TR/mediacapture-streams/#dom-mediastream-constructor
 * @param {any} MediaStream the stack's own
 * @param {StackHost} native
 */
export function completeConstructor(MediaStream, native) {
  const { addTrack } = MediaStream.prototype;
  return proxyOf(MediaStream, {
    construct(target, args, newTarget) {
      const tracks = native.isUnannounced && args.length > 0 ? tracksOf(args[0], native) : undefined;
      if (tracks === undefined) return construct(target, args, newTarget);
      const stream = construct(target, [], newTarget);
      for (const track of new Set(tracks)) apply(addTrack, stream, [track]);
      return stream;
    },
  });
}

/**
 * @param {any} argument
 * @param {StackHost} native
 * @returns {EventTarget[] | undefined}
 */
function tracksOf(argument, native) {
  if (native.isStream(argument)) return native.tracksOf(argument);
  if (isObject(argument) && /** @type {any} */ (argument)[iterator] === undefined) return undefined;
  return tracksArgument(argument, 'MediaStream', 'constructor', (track) => (native.isTrack(track) ? 0 : undefined));
}

/**
 * The methods, where the stack's own give the list of tracks itself, find undefined, add twice, or aren't there.
 * @param {StackHost} native
 * @param {Changes} changes
 */
export function repairStreams(native, changes) {
  const { MediaStream } = native.interfaces;
  const { prototype } = MediaStream;
  const empty = new MediaStream();
  if (empty.getTracks() !== empty.getTracks()) return;
  const idOf = (/** @type {unknown} */ track) => (native.isTrack(track) ? 0 : undefined);
  /** @type {(stream: unknown) => asserts stream is EventTarget} */
  const check = (stream) => native.isStream(stream) || illegalInvocation();

  const { getTrackById } = {
    /**
     * @this {unknown}
     * @param {unknown} trackId
     */
    getTrackById(trackId) {
      check(this);
      requireArguments(arguments.length, 1, 'MediaStream', 'getTrackById');
      const id = `${trackId}`;
      return native.tracksOf(this).find((track) => /** @type {any} */ (track).id === id) ?? null;
    },
  };
  /** @type {Record<string, (own: Function) => Function>} */
  const methods = {
    getTracks: () =>
      ({
        /** @this {unknown} */
        getTracks() {
          check(this);
          return native.tracksOf(this);
        },
      }).getTracks,
    getTrackById: () => getTrackById,
    addTrack: (own) =>
      ({
        /**
         * @this {unknown}
         * @param {any} track
         */
        addTrack(track) {
          check(this);
          trackArgument(arguments.length, track, 'MediaStream', 'addTrack', idOf);
          if (!native.tracksOf(this).includes(track)) apply(own, this, [track]);
        },
      }).addTrack,
    removeTrack: (own) =>
      ({
        /**
         * @this {unknown}
         * @param {any} track
         */
        removeTrack(track) {
          check(this);
          trackArgument(arguments.length, track, 'MediaStream', 'removeTrack', idOf);
          apply(own, this, [track]);
        },
      }).removeTrack,
  };
  for (const [name, wrap] of Object.entries(methods)) {
    if (name in prototype) changes.repair(prototype, name, wrap, `MediaStream.${name}`);
  }
  if ('getTrackById' in prototype) return;
  // Older versions of werift.
  const descriptor = { value: getTrackById, writable: true, enumerable: true, configurable: true };
  changes.provide(prototype, 'getTrackById', descriptor, 'MediaStream.getTrackById');
}
