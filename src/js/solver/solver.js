/** @file The solver's WebAssembly module: pkg/constraints.js, a file of its own that index.js imports dynamically. */

import { initSync } from '#constraints';
import wasm from '#constraints.wasm';
import { append, apply, isArray, isObject, keys } from '../builtins.js';
import { instantiateText } from '../wasm-module.js';

/** @import { Dictionary } from '../dictionary.js' */
/** @import { Solver } from './index.js' */

// How a value begins, as in wasm/constraints/src/lib.rs.
const NOTHING = 0;
const BOOLEAN = 1;
const NUMBER = 2;
const TEXT = 3;
const LIST = 4;
const DICTIONARY = 5;

/** No dictionary of the specification is deeper than a list of devices with ranges as capabilities. */
const DEPTH = 8;

const { fromCharCode } = String;
const { charCodeAt } = String.prototype;

/**
 * What wasm/constraints/src/lib.rs exports. There when there is a solver.
 * @type {import('#constraints').InitOutput}
 */
let core;

/** A bundler's promise of this module, an ordinary object there, finds no function of Object.prototype by this name. */
export const then = undefined;

/** Whether a call is under way, or one has not come to its end. */
let isBusy = false;

/** @returns {Solver} */
export function createSolver() {
  if (core === undefined) core = instantiateText(initSync, wasm);
  return {
    // Promises resolve with it.
    // @ts-expect-error
    __proto__: null,
    constraintsForDeviceSelection: (constraints, kind) =>
      call(constraints, () => core.select_constraints(kind === 'video' ? 1 : 0)),
    selectSettings: (devices, constraints) => call([devices, constraints], () => core.run_select_settings()),
    fitnessDistances: (devices, constraints) => call([devices, constraints], () => core.list_candidates()),
  };
}

/**
 * Gives a value to the module and runs an export on it. Where a call has ended with the stack, or for want of memory, the
 * module may hold half of an argument or of an answer, and whatever else it was about to change: so it isn't used again.
 * @param {any} value
 * @param {() => void} run
 * @returns {any} what the export answers
 */
function call(value, run) {
  if (isBusy) core = instantiateText(initSync, wasm);
  isBusy = true;
  try {
    give(value, DEPTH);
    run();
    const answer = take();
    isBusy = false;
    // A member that isn't there is none, whatever Object.prototype has by that name.
    return isArray(answer) ? answer : { __proto__: null, ...answer };
  } catch (error) {
    throw isTrap(error) ? new RangeError('Out of memory', { cause: error }) : error;
  }
}

/**
 * Whether a module has stopped, which it does for want of memory alone: WebAssembly's error has that name, and that of a module
 * that is JavaScript (src/js/javascript/memory.js) this message.
 * @param {any} error
 */
const isTrap = ({ name, message }) => name === 'RuntimeError' || message === 'unreachable';

/**
 * Gives a value to the module, number by number.
 * @param {any} value
 * @param {number} depth how deep it may be
 */
function give(value, depth) {
  if (typeof value === 'boolean') {
    core.give(BOOLEAN);
    core.give(value ? 1 : 0);
  } else if (typeof value === 'number') {
    core.give(NUMBER);
    core.give(value);
  } else if (typeof value === 'string') {
    core.give(TEXT);
    giveText(value);
  } else if (!isObject(value) || depth === 0) {
    core.give(NOTHING);
  } else if (isArray(value)) {
    core.give(LIST);
    core.give(value.length);
    for (let i = 0; i < value.length; i++) give(value[i], depth - 1);
  } else {
    const members = keys(value);
    core.give(DICTIONARY);
    core.give(members.length);
    for (let i = 0; i < members.length; i++) {
      giveText(members[i]);
      give(/** @type {Dictionary} */ (value)[members[i]], depth - 1);
    }
  }
}

/** @param {string} text */
function giveText(text) {
  core.give(text.length);
  for (let i = 0; i < text.length; i++) core.give(apply(charCodeAt, text, [i]));
}

/**
 * Takes a value from the module.
 * @returns {any}
 */
function take() {
  switch (core.take()) {
    case BOOLEAN:
      return core.take() === 1;
    case NUMBER:
      return core.take();
    case TEXT:
      return takeText();
    case LIST: {
      /** @type {any[]} */
      const list = [];
      for (let i = core.take(); i > 0; i--) append(list, take());
      return list;
    }
    case DICTIONARY: {
      const dictionary = /** @type {Dictionary} */ ({ __proto__: null });
      for (let i = core.take(); i > 0; i--) {
        const name = takeText();
        const value = take();
        if (value !== undefined) dictionary[name] = value;
      }
      return { ...dictionary };
    }
    default:
      return undefined;
  }
}

function takeText() {
  let text = '';
  for (let i = core.take(); i > 0; i--) text += fromCharCode(core.take());
  return text;
}
