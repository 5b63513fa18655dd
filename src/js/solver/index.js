/**
 * @file The constraint solver: the specification's SelectSettings, a WebAssembly module that is loaded on first use.
 * https://www.w3.org/TR/mediacapture-streams/#dfn-selectsettings
 */

/** @import { Dictionary } from '../dictionary.js' */

export { toMediaStreamConstraints } from './media-stream-constraints.js';
export { toMediaTrackConstraints } from './media-track-constraints.js';

/**
 * What settings are chosen from: a constrainable object, or a device that getUserMedia() may choose.
 * @typedef {object} Device
 * @property {'audio' | 'video'} [kind] whose properties apply to it; all of them where it isn't said
 * @property {Dictionary} [capabilities] MediaTrackCapabilities
 * @property {Mode[]} [modes] what a camera offers natively. With them, `resizeMode` 'none' is one of them exactly, and
 *   'crop-and-scale' whatever can be cropped, scaled down or decimated from one
 * @property {Dictionary} [settings] MediaTrackSettings: the device's defaults, which break ties. A property that has a
 *   default and no capability has that value always
 */

/** @typedef {{ width: number, height: number, frameRate?: number }} Mode */

/**
 * The winner: `device` is its index, `distance` its fitness distance. `failedConstraint` is the name of a required
 * constraint that no settings of any device satisfy, or '' if each is satisfied by some.
 * @typedef {{ device: number, settings: Dictionary, distance: number, failedConstraint?: undefined }
 *   | { failedConstraint: string, settings?: undefined }} Selection
 */

/**
 * The constraints of one kind that take part in choosing a device, or the name of a required one that is not among the
 * allowed required constraints for device selection.
 * @typedef {{ constraints: Dictionary, notAllowed?: undefined } | { notAllowed: string }} DeviceSelection
 */

/**
 * A settings dictionary that a device offers, and how it fares. `distance` is Infinity where a required constraint isn't
 * satisfied; `distances` has that of each constraint, by name; `advanced` says for each of the advanced constraint sets
 * whether it is satisfied.
 * @typedef {object} Candidate
 * @property {number} device
 * @property {Dictionary} settings
 * @property {number} distance
 * @property {Record<string, number>} distances
 * @property {boolean[]} advanced
 */

/**
 * @typedef {object} Solver
 * @property {(constraints: boolean | Dictionary, kind: 'audio' | 'video') => DeviceSelection} constraintsForDeviceSelection removes
 *   what isn't defined for tracks of that kind
 * @property {(devices: Device[], constraints: Dictionary) => Selection} selectSettings runs SelectSettings over the
 *   settings dictionaries of all devices, with MediaTrackConstraints that toMediaTrackConstraints() has converted. Of
 *   equal distances the first device wins, then its defaults.
 * @property {(devices: Device[], constraints: Dictionary) => Candidate[]} fitnessDistances the candidates worth looking
 *   at, a few for each native mode, for a page that draws them
 */

/** Where src/js/devices/worker.js has the module for service workers, which forbid import(). */
export const LOADED = Symbol.for('mediastream-polyfill/constraints');

/** @type {Promise<Solver> | undefined} */
let loading;

/**
 * The solver, loaded and instantiated once; a failure is not kept.
 * @returns {Promise<Solver>}
 */
export function loadSolver() {
  return (loading ??= load());
}

async function load() {
  // What fails at once, as require() does, must find the promise that it takes back.
  await undefined;
  try {
    const module =
      /** @type {any} */ (globalThis)[LOADED] ?? (COMMONJS ? require('./solver.js') : await import('./solver.js'));
    return module.createSolver();
  } catch (error) {
    loading = undefined;
    throw error;
  }
}
