/** @file The solver's WebAssembly module: pkg/constraints.js, a file of its own that index.js imports dynamically. */

import { initSync } from '#constraints';
import wasm from '#constraints.wasm';
import { apply, isArray, isObject, keys } from '../builtins.js';
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

/** @type {import('#constraints').InitOutput | undefined} */
let instance;

/** @returns {Solver} */
export function createSolver() {
  const core = (instance ??= instantiateText(initSync, wasm));
  return {
    constraintsForDeviceSelection(constraints, kind) {
      give(constraints, DEPTH);
      core.select_constraints(kind === 'video' ? 1 : 0);
      return take();
    },
    selectSettings(devices, constraints) {
      give([devices, constraints], DEPTH);
      core.run_select_settings();
      return take();
    },
    fitnessDistances(devices, constraints) {
      give([devices, constraints], DEPTH);
      core.list_candidates();
      return take();
    },
  };

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
        const list = [];
        for (let i = core.take(); i > 0; i--) list[list.length] = take();
        return list;
      }
      case DICTIONARY: {
        /** @type {Dictionary} */
        const dictionary = {};
        for (let i = core.take(); i > 0; i--) {
          const name = takeText();
          const value = take();
          if (value !== undefined) dictionary[name] = value;
        }
        return dictionary;
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
}
