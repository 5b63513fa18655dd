/**
 * @file getUserMedia(): https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia
 * Which step comes next is the machine's to say (src/devices/get_user_media.rs); here they are done.
 */

import { loadSolver } from '../solver/index.js';
import { candidatesOf, constrainables, constraintNotAllowed, constraintsFor } from './choosable.js';
import * as steps from './machine.js';
import { MEDIA_TYPES, NO, NOT_ALLOWED, YES, machine } from './machine.js';
import { requestPermission } from './permission.js';

/** @import { Dictionary } from '../dictionary.js' */
/** @import { Device } from './device.js' */
/** @import { Source } from './media.js' */
/** @import { MediaDevicesState } from './media-devices-state.js' */

/** @typedef {{ audio: boolean | Dictionary, video: boolean | Dictionary }} MediaStreamConstraints */

/**
 * The names of the exceptions for what a promise is rejected with.
 * @type {Record<number, string>}
 */
const EXCEPTIONS = {
  [steps.REJECT_NOT_FOUND]: 'NotFoundError',
  [steps.REJECT_PERMISSION_DENIED]: 'NotAllowedError',
  [steps.REJECT_NOT_READABLE]: 'NotReadableError',
  [steps.REJECT_ABORTED]: 'AbortError',
};

/**
 * The steps before the algorithm goes on in parallel.
 * @param {MediaStreamConstraints} constraints
 * @param {string} what how the exception's message begins
 * @returns {number} the request
 * @throws {TypeError} if nothing is requested
 */
export function beginRequest({ audio, video }, what) {
  const request = machine.begin_request(audio === false ? 0 : 1, video === false ? 0 : 1);
  if (request === 0) throw new TypeError(`${what}: at least one of audio and video must be requested.`);
  return request;
}

/**
 * The steps that run in parallel.
 * @param {MediaDevicesState} mediaDevices
 * @param {MediaStreamConstraints} constraints
 * @param {string} what how the exception's message begins
 * @param {number} request
 * @returns {Promise<EventTarget>} a MediaStream
 */
export async function getUserMedia(mediaDevices, constraints, what, request) {
  const { id, media } = mediaDevices;
  const solver = await loadSolver();
  /** @type {Dictionary[]} of each media type */
  const constraintSets = [];
  /** @type {Device[][]} of each media type, those that can satisfy the constraints */
  const finalSet = [[], []];
  /** @type {{ source: Source, constraints: Dictionary }[]} */
  const chosen = [];
  /** @type {EventTarget[]} */
  const tracks = [];
  let answer = NO;
  let failedConstraint = '';
  /** @type {EventTarget | undefined} */
  let stream;
  /** @type {unknown} what applying the constraints failed with */
  let error;
  for (;;) {
    request = machine.next_step(id, request, answer);
    const step = request & 15;
    const mediaType = (request >> 4) & 1;
    answer = NO;
    switch (step) {
      case steps.SELECT_SETTINGS: {
        const selection = constraintsFor(solver, constraints, mediaType);
        if (selection.notAllowed !== undefined) {
          failedConstraint = selection.notAllowed;
          answer = NOT_ALLOWED;
          break;
        }
        constraintSets[mediaType] = selection.constraints;
        const candidates = candidatesOf(mediaDevices, mediaType);
        const satisfying = finalSet[mediaType];
        for (let i = 0; i < candidates.length; i++) {
          const { failedConstraint } = solver.selectSettings(constrainables([candidates[i]]), selection.constraints);
          if (failedConstraint === undefined) satisfying[satisfying.length] = candidates[i];
        }
        if (satisfying.length > 0) answer = YES;
        else failedConstraint = solver.selectSettings(constrainables(candidates), selection.constraints).failedConstraint ?? '';
        break;
      }
      case steps.REQUEST_PERMISSION: {
        const requested = { audio: constraints.audio !== false, video: constraints.video !== false };
        if ((await requestPermission(mediaDevices, requested, what)) === 'granted') answer = YES;
        break;
      }
      case steps.CHOOSE: {
        const candidates = finalSet[mediaType];
        /** @type {Device[]} */
        const accessible = [];
        for (let i = 0; i < candidates.length; i++) {
          const { connected, busy, broken } = candidates[i];
          const access = machine.access_device(connected ? 1 : 0, busy ? 1 : 0, broken ? 1 : 0);
          if (access === YES) accessible[accessible.length] = candidates[i];
          else answer = access;
        }
        if (accessible.length === 0) break;
        const constraints = constraintSets[mediaType];
        const selection = solver.selectSettings(constrainables(accessible), constraints);
        answer = NO;
        if (selection.failedConstraint === undefined) {
          const source = /** @type {Source} */ (accessible[selection.device].source);
          chosen[chosen.length] = { source, constraints };
          answer = YES;
        }
        break;
      }
      case steps.CREATE_STREAM:
        try {
          for (let i = 0; i < chosen.length; i++) tracks[i] = chosen[i].source.createTrack();
          stream = media.createStream(tracks);
          for (let i = 0; i < tracks.length; i++) {
            // They are read once more, and nothing but them: not what a page has put on Object.prototype.
            const constraints = /** @type {any} */ ({ __proto__: null, ...chosen[i].constraints });
            await media.applyConstraints(tracks[i], constraints);
          }
          answer = YES;
        } catch (reason) {
          error = reason;
        }
        break;
      case steps.STOP_TRACKS:
        for (let i = 0; i < tracks.length; i++) media.stop(tracks[i]);
        break;
      case steps.RESOLVE:
        return /** @type {EventTarget} */ (stream);
      default:
        throw error ?? failure(mediaDevices, step, mediaType, failedConstraint, what);
    }
  }
}

/**
 * What a promise is rejected with.
 * @param {MediaDevicesState} mediaDevices
 * @param {number} step
 * @param {number} mediaType
 * @param {string} constraint the name of the one that is to blame
 * @param {string} what how the message begins
 */
function failure({ host, media }, step, mediaType, constraint, what) {
  switch (step) {
    case steps.REJECT_NOT_ALLOWED:
      return constraintNotAllowed(what, constraint);
    case steps.REJECT_OVERCONSTRAINED:
    case steps.REJECT_OVERCONSTRAINED_UNEXPOSED: {
      const exposed = step === steps.REJECT_OVERCONSTRAINED ? constraint : '';
      return new media.OverconstrainedError(exposed, `${what}: no device satisfies the constraints.`);
    }
    default: {
      const why =
        step === steps.REJECT_PERMISSION_DENIED
          ? 'permission denied'
          : `${step === steps.REJECT_NOT_FOUND ? 'there is no' : 'can\'t access any'} ${MEDIA_TYPES[mediaType]} device`;
      return new host.DOMException(`${what}: ${why}.`, EXCEPTIONS[step]);
    }
  }
}
