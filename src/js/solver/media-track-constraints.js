/**
 * @file MediaTrackConstraints, converted as Web IDL asks.
 * https://www.w3.org/TR/mediacapture-streams/#media-track-constraints
 */

import { isObject, keys } from '../builtins.js';
import { toDictionary } from '../dictionary.js';
import { toSequence } from '../webidl.js';

/** @import { Dictionary } from '../dictionary.js' */

/**
 * Converts a value, or throws a TypeError whose message begins with `what`.
 * @typedef {(value: any, what: string) => any} Conversion
 */

/** @type {Conversion} */
const toBoolean = (value) => !!value;

/** @type {Conversion} */
const toDOMString = (value) => `${value}`;

/** @type {Conversion} */
const toBooleanOrDOMString = (value) => (typeof value === 'boolean' ? value : `${value}`);

/**
 * https://webidl.spec.whatwg.org/#js-double
 * @type {Conversion}
 */
function toDouble(value, what) {
  const number = +value;
  if (number - number !== 0) throw new TypeError(`${what}: The provided double value is non-finite.`);
  return number;
}

/**
 * `[Clamp] unsigned long`: https://webidl.spec.whatwg.org/#abstract-opdef-converttoint
 * @type {Conversion}
 */
function toUnsignedLong(value) {
  const number = +value;
  // Also NaN.
  if (!(number > 0)) return 0;
  if (number >= 0xffffffff) return 0xffffffff;
  const fraction = number % 1;
  const whole = number - fraction;
  // What is halfway goes to the even number.
  return fraction > 0.5 || (fraction === 0.5 && whole % 2 === 1) ? whole + 1 : whole;
}

/** @type {Conversion} */
const toDOMStrings = (value, what) => toDOMStringsOr(value, what, toDOMString);

/**
 * @param {any} value
 * @param {string} what
 * @param {Conversion} convertOther converts an object that can't be iterated
 */
function toDOMStringsOr(value, what, convertOther) {
  if (!isObject(value)) return `${value}`;
  /** @returns {never} */
  const fail = () => {
    throw new TypeError(`${what}: The provided value cannot be converted to a sequence.`);
  };
  return toSequence(value, (item) => `${item}`, fail, () => convertOther(value, what));
}

/**
 * Converts what is there of some members of a dictionary, in their order.
 * @param {any} dictionary
 * @param {string} type
 * @param {string[]} names
 * @param {(name: string) => Conversion} conversionOf
 * @param {string} what
 */
function convertMembers(dictionary, type, names, conversionOf, what) {
  /** @type {Dictionary} */
  const converted = {};
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    const value = dictionary[name];
    if (value !== undefined) {
      converted[name] = conversionOf(name)(value, `${what}: Failed to read the '${name}' property from '${type}'`);
    }
  }
  return converted;
}

/**
 * Converts to one of the dictionaries that a constraint may be.
 * @param {string} type
 * @param {string[]} names
 * @param {Conversion} convert converts a member
 * @returns {Conversion}
 */
const toParameters = (type, names, convert) => (value, what) =>
  convertMembers(value ?? {}, type, names, () => convert, what);

/**
 * Converts to a union of such a dictionary and bare values.
 * @param {string} type the dictionary's
 * @param {string[]} names
 * @param {Conversion} convert converts a bare value, and a member
 * @returns {Conversion}
 */
function toConstrain(type, names, convert) {
  const convertParameters = toParameters(type, names, convert);
  return (value, what) => (value === null || isObject(value) ? convertParameters : convert)(value, what);
}

const VALUES = ['exact', 'ideal'];
// Inherited members come first.
const RANGE = ['max', 'min', ...VALUES];

const toConstrainULong = toConstrain('ConstrainULongRange', RANGE, toUnsignedLong);
const toConstrainDouble = toConstrain('ConstrainDoubleRange', RANGE, toDouble);
const toConstrainBoolean = toConstrain('ConstrainBooleanParameters', VALUES, toBoolean);
const toStringParameters = toParameters('ConstrainDOMStringParameters', VALUES, toDOMStrings);

/** @type {Conversion} */
const toConstrainDOMString = (value, what) =>
  value === null ? {} : toDOMStringsOr(value, what, toStringParameters);

/**
 * The members of MediaTrackConstraintSet, in the order in which Web IDL reads them.
 * @type {Record<string, Conversion>}
 */
const CONSTRAINTS = {
  aspectRatio: toConstrainDouble,
  autoGainControl: toConstrainBoolean,
  backgroundBlur: toConstrainBoolean,
  channelCount: toConstrainULong,
  deviceId: toConstrainDOMString,
  echoCancellation: toConstrain('ConstrainBooleanOrDOMStringParameters', VALUES, toBooleanOrDOMString),
  facingMode: toConstrainDOMString,
  frameRate: toConstrainDouble,
  groupId: toConstrainDOMString,
  height: toConstrainULong,
  latency: toConstrainDouble,
  noiseSuppression: toConstrainBoolean,
  resizeMode: toConstrainDOMString,
  sampleRate: toConstrainULong,
  sampleSize: toConstrainULong,
  width: toConstrainULong,
};
const NAMES = keys(CONSTRAINTS);

/** @type {Conversion} */
const toMediaTrackConstraintSet = (value, what) =>
  convertMembers(
    toDictionary(value, `${what}: The provided value`),
    'MediaTrackConstraintSet',
    NAMES,
    (name) => CONSTRAINTS[name],
    what,
  );

/** @type {Conversion} */
function toConstraintSets(value, what) {
  /** @returns {never} */
  const fail = () => {
    throw new TypeError(`${what}: The provided value cannot be converted to a sequence.`);
  };
  return toSequence(value, (set) => toMediaTrackConstraintSet(set, what), fail);
}

/**
 * Converts a value to MediaTrackConstraints. What is returned shares nothing with the value.
 * @param {unknown} value
 * @param {string} what how the exception's message begins: "Failed to execute 'applyConstraints' on 'MediaStreamTrack'"
 * @returns {Dictionary}
 * @throws {TypeError}
 */
export function toMediaTrackConstraints(value, what) {
  const constraints = toMediaTrackConstraintSet(value, what);
  const advanced = convertMembers(value ?? {}, 'MediaTrackConstraints', ['advanced'], () => toConstraintSets, what);
  if ('advanced' in advanced) constraints.advanced = advanced.advanced;
  return constraints;
}
