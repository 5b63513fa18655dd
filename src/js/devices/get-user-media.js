/** @file getUserMedia(): https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia */

import { copyArray, removeItem } from '../builtins.js';
import { loadSolver } from '../solver/index.js';
import { constraintsForDeviceSelection } from './device-selection.js';
import { devicesOfKind } from './device-infos.js';
import { deviceInformationCanBeExposed, setDeviceInformationExposure } from './exposure.js';
import { requestPermission } from './permission.js';

/** @import { Dictionary } from '../dictionary.js' */
/** @import { Solver } from '../solver/index.js' */
/** @import { Constrainable } from './constrainable.js' */
/** @import { Device } from './device.js' */
/** @import { Source } from './media.js' */
/** @import { MediaDevicesState } from './media-devices-state.js' */

/** @typedef {{ audio: boolean | Dictionary, video: boolean | Dictionary }} MediaStreamConstraints */

/**
 * The candidates of one kind in the algorithm's finalSet, and the constraint set that chooses among them.
 * @typedef {object} Request
 * @property {'audio' | 'video'} kind
 * @property {Device[]} candidates
 * @property {Dictionary} constraintSet
 */

const KINDS = /** @type {const} */ (['audio', 'video']);

/**
 * @param {MediaDevicesState} mediaDevices
 * @param {MediaStreamConstraints} constraints
 * @param {string} what how the exception's message begins
 * @returns {Promise<EventTarget>} a MediaStream
 */
export async function getUserMedia(mediaDevices, constraints, what) {
  const { media } = mediaDevices;
  // 2. Let requestedMediaTypes be the set of media types with either a dictionary value or true.
  const requestedMediaTypes = { audio: constraints.audio !== false, video: constraints.video !== false };
  // 3. If it is the empty set, reject with a TypeError.
  if (!requestedMediaTypes.audio && !requestedMediaTypes.video) {
    throw new TypeError(`${what}: at least one of audio and video must be requested.`);
  }
  // 4. to 9. A document of virtual devices is fully active, allowed to use them, and in view.
  // 11. Run the following steps in parallel:
  const solver = await loadSolver();
  // 11.2, 11.3. Let finalSet be the candidates of each kind.
  /** @type {Request[]} */
  const finalSet = [];
  for (let i = 0; i < KINDS.length; i++) {
    const kind = KINDS[i];
    if (!requestedMediaTypes[kind]) continue;
    // 11.3.1. If candidateSet is the empty set, jump to NotFound Failure.
    const candidates = devicesOfKind(mediaDevices.available, `${kind}input`);
    if (candidates.length === 0) throw notFoundFailure(mediaDevices, kind, what);
    // 11.3.2. to 11.3.4. The constraint set.
    const constraintSet = constraintsForDeviceSelection(solver, constraints[kind], kind, what);
    // 11.3.5. If no candidate satisfies the constraints, jump to Constraint Failure.
    const { failedConstraint } = solver.selectSettings(constrainables(candidates), constraintSet);
    if (failedConstraint !== undefined) throw constraintFailure(mediaDevices, failedConstraint, what);
    // 11.3.6. If all of them are denied, jump to Permission Failure.
    if (mediaDevices.permission === 'denied') throw permissionFailure(mediaDevices, what);
    finalSet[finalSet.length] = { kind, candidates, constraintSet };
  }
  // 11.5. Request permission to use the devices.
  if ((await requestPermission(mediaDevices, requestedMediaTypes, what)) === 'denied') {
    throw permissionFailure(mediaDevices, what);
  }
  // 11.6, 11.7. The document has system focus.
  // 11.8. Set the device information exposure.
  setDeviceInformationExposure(mediaDevices, requestedMediaTypes);
  // 11.9. For each kind, let finalCandidate be one candidate. All or nothing: no track is created before all can be.
  /** @type {Source[]} */
  const granted = [];
  for (let i = 0; i < finalSet.length; i++) granted[i] = accessCandidate(solver, finalSet[i], mediaDevices, what);
  // 11.4, 11.9.5, 11.9.6. Create the tracks, and the stream of them.
  /** @type {EventTarget[]} */
  const tracks = [];
  for (let i = 0; i < granted.length; i++) tracks[i] = granted[i].createTrack();
  const stream = media.createStream(tracks);
  // 11.10. Run the ApplyConstraints algorithm on all tracks.
  try {
    for (let i = 0; i < tracks.length; i++) await media.applyConstraints(tracks[i], finalSet[i].constraintSet);
  } catch (error) {
    for (let i = 0; i < tracks.length; i++) media.stop(tracks[i]);
    throw error;
  }
  // 11.12. Resolve with the stream.
  return stream;
}

/**
 * The source of the candidate with the smallest fitness distance whose device can be accessed.
 * @param {Solver} solver
 * @param {Request} request
 * @param {MediaDevicesState} mediaDevices
 * @param {string} what
 * @returns {Source}
 */
function accessCandidate(solver, { kind, candidates, constraintSet }, { host }, what) {
  const remaining = copyArray(candidates);
  let failure = 'AbortError';
  for (;;) {
    const selection = remaining.length === 0 ? undefined : solver.selectSettings(constrainables(remaining), constraintSet);
    if (selection === undefined || selection.failedConstraint !== undefined) {
      throw new host.DOMException(`${what}: no ${kind} device can be accessed.`, failure);
    }
    const candidate = remaining[selection.device];
    if (candidate.accessFailure === undefined) return /** @type {Source} */ (candidate.source);
    failure = candidate.accessFailure;
    removeItem(remaining, candidate);
  }
}

/**
 * What the solver chooses from.
 * @param {Device[]} devices
 */
function constrainables(devices) {
  const all = [];
  for (let i = 0; i < devices.length; i++) all[i] = /** @type {Constrainable} */ (devices[i].constrainable);
  return all;
}

/**
 * Whether a failure may tell more than that permission is denied: "getUserMedia specific failure is allowed".
 * @param {MediaDevicesState} mediaDevices
 */
const isSpecificFailureAllowed = ({ permission }) => permission !== 'denied';

/**
 * @param {MediaDevicesState} mediaDevices
 * @param {'audio' | 'video'} kind
 * @param {string} what
 */
function notFoundFailure(mediaDevices, kind, what) {
  if (!isSpecificFailureAllowed(mediaDevices)) return permissionFailure(mediaDevices, what);
  return new mediaDevices.host.DOMException(`${what}: there is no ${kind} device.`, 'NotFoundError');
}

/**
 * @param {MediaDevicesState} mediaDevices
 * @param {string} failedConstraint
 * @param {string} what
 */
function constraintFailure(mediaDevices, failedConstraint, what) {
  if (!isSpecificFailureAllowed(mediaDevices)) return permissionFailure(mediaDevices, what);
  const constraint = deviceInformationCanBeExposed(mediaDevices) ? failedConstraint : '';
  return new mediaDevices.media.OverconstrainedError(constraint, `${what}: no device satisfies the constraints.`);
}

/**
 * @param {MediaDevicesState} mediaDevices
 * @param {string} what
 */
function permissionFailure({ host }, what) {
  return new host.DOMException(`${what}: permission denied.`, 'NotAllowedError');
}
