/**
 * @file MediaStreamTrack of a WebRTC stack that was made without a window: constraints, where it has none, and the silence
 * of stop(). Stacks are for Node, so that only CommonJS has this.
 */

import { apply, construct } from '../builtins.js';
import { copyDictionary } from '../dictionary.js';
import { applyConstraints } from '../solver/apply-constraints.js';
import { loadSolver } from '../solver/index.js';
import { toMediaTrackConstraints } from '../solver/media-track-constraints.js';
import { areEventEmitters } from '../stack/event-emitters.js';
import { defineOwnMembers } from '../stack/own-members.js';
import { failedTo, illegalInvocation } from '../webidl.js';
import { proxyOf } from './proxy.js';
import { stopSilently } from './silence.js';
import { completeFields } from './track-fields.js';

/** @import { Dictionary } from '../dictionary.js' */
/** @import { Host } from '../realm.js' */
/** @import { Changes } from '../changes.js' */
/** @import { StackHost } from '../stack/stack-host.js' */

/**
 * What was last applied to a track.
 * @type {WeakMap<object, Dictionary>}
 */
const constraintsOf = new WeakMap();

/**
 * The constructor, where the tracks that it makes fire `ended` when script stops them.
 * @param {any} MediaStreamTrack the stack's own
 * @param {StackHost} native
 */
export function completeTrackConstructor(MediaStreamTrack, native) {
  if (!areEventEmitters(MediaStreamTrack.prototype)) return undefined;
  return proxyOf(MediaStreamTrack, {
    construct(target, args, newTarget) {
      const track = construct(target, args, newTarget);
      if (native.isUnannounced) silenceStop(track, native);
      return track;
    },
  });
}

/**
 * A track that script has made, and not the stack, which may itself wait for the events of those that it makes.
 * https://www.w3.org/TR/mediacapture-streams/#dom-mediastreamtrack-stop tells nobody.
 * @param {any} track
 * @param {StackHost} native
 */
function silenceStop(track, native) {
  const { stop } = track;
  defineOwnMembers(track, {
    stop() {
      if (native.isUnannounced) stopSilently(track, stop);
      else apply(stop, track, arguments);
    },
  });
  completeFields(track, native);
  whenCloned(track, (copy) => silenceStop(copy, native));
}

/**
 * @param {any} track
 * @param {(copy: any) => void} cloned
 */
function whenCloned(track, cloned) {
  const { clone } = track;
  defineOwnMembers(track, {
    clone() {
      const copy = apply(clone, track, arguments);
      cloned(copy);
      return copy;
    },
  });
}

/**
 * @param {object} track
 * @param {Dictionary} constraints
 */
function constrain(track, constraints) {
  if (!constraintsOf.has(track)) whenCloned(track, (copy) => constrain(copy, constraintsOf.get(track) ?? {}));
  constraintsOf.set(track, constraints);
}

/**
 * @param {StackHost} native
 * @param {Host} realmHost
 * @param {Changes} changes
 */
export function completeTracks(native, realmHost, changes) {
  const { prototype } = native.interfaces.MediaStreamTrack;
  /** @type {(track: unknown) => any} */
  const check = (track) => (native.isTrack(track) ? track : illegalInvocation());

  // https://www.w3.org/TR/mediacapture-streams/#constrainable-interface, of a source of which nothing is known.
  const members = {
    /** @this {unknown} */
    getCapabilities() {
      check(this);
      return {};
    },
    /** @this {unknown} */
    getConstraints() {
      return copyDictionary(constraintsOf.get(check(this)) ?? {});
    },
    /** @this {unknown} */
    getSettings() {
      check(this);
      return {};
    },
    /**
     * @this {unknown}
     * @param {unknown} [constraints]
     */
    async applyConstraints(constraints = undefined) {
      const track = check(this);
      const wanted = toMediaTrackConstraints(constraints, failedTo('MediaStreamTrack', 'applyConstraints'));
      const constrained = {
        get ended() {
          return track.readyState === 'ended';
        },
        constrainable: { kind: track.kind, capabilities: {}, settings: track.getSettings() },
        /** @param {Dictionary} applied */
        constrain: (applied) => constrain(track, applied),
      };
      await applyConstraints(constrained, wanted, realmHost.OverconstrainedError, loadSolver);
    },
  };
  for (const [key, value] of Object.entries(members)) {
    if (key in prototype) continue;
    const descriptor = { value, writable: true, enumerable: true, configurable: true };
    changes.provide(prototype, key, descriptor, `MediaStreamTrack.${key}`);
  }
}
