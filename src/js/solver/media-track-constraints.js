/**
 * @file MediaTrackConstraints, converted as Web IDL asks.
 * https://www.w3.org/TR/mediacapture-streams/#media-track-constraints
 */

import { CONSTRAINT_TYPES } from '#properties';
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

/**
 * Converts to a sequence.
 * @param {any} value
 * @param {string} what
 * @param {Conversion} convert converts an item
 * @param {() => any} [convertOther] what to do instead with a value that can't be iterated
 */
function toSequenceOr(value, what, convert, convertOther) {
  /** @returns {never} */
  const fail = () => {
    throw new TypeError(`${what}: The provided value cannot be converted to a sequence.`);
  };
  return toSequence(value, (item) => convert(item, what), fail, convertOther);
}

/**
 * `DOMString or sequence<DOMString>`
 * @type {Conversion}
 */
const toDOMStrings = (value, what) =>
  isObject(value) ? toSequenceOr(value, what, toDOMString, () => `${value}`) : `${value}`;

/**
 * Converts what is there of some members of a dictionary, in their order.
 * @param {any} dictionary
 * @param {string} type
 * @param {string[]} names
 * @param {(value: any, what: string, name: string) => any} convert
 * @param {string} what
 */
function convertMembers(dictionary, type, names, convert, what) {
  /** @type {Dictionary} */
  const converted = { __proto__: null };
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    const value = dictionary?.[name];
    if (value !== undefined) {
      converted[name] = convert(value, `${what}: Failed to read the '${name}' property from '${type}'`, name);
    }
  }
  return converted;
}

const VALUES = ['exact', 'ideal'];
// Inherited members come first.
const RANGE = ['max', 'min', ...VALUES];

/**
 * The types of constraints: the members of their dictionaries, and how a value is converted.
 * @type {Record<string, { members: string[], convert: Conversion }>}
 */
const TYPES = {
  ULongRange: { members: RANGE, convert: toUnsignedLong },
  DoubleRange: { members: RANGE, convert: toDouble },
  BooleanParameters: { members: VALUES, convert: toBoolean },
  DOMStringParameters: { members: VALUES, convert: toDOMStrings },
  BooleanOrDOMStringParameters: { members: VALUES, convert: toBooleanOrDOMString },
};

/** All constrainable properties. */
export const PROPERTIES = keys(CONSTRAINT_TYPES);

/**
 * A bare value, a list of strings, or a dictionary.
 * @param {any} value
 * @param {string} what
 * @param {string} name
 */
function toConstraint(value, what, name) {
  const type = CONSTRAINT_TYPES[name];
  const { members, convert } = TYPES[type];
  const toParameters = () => convertMembers(value, `Constrain${type}`, members, convert, what);
  if (value === null) return {};
  if (!isObject(value)) return convert(value, what);
  return convert === toDOMStrings ? toSequenceOr(value, what, toDOMString, toParameters) : toParameters();
}

/** @type {Conversion} */
const toMediaTrackConstraintSet = (value, what) =>
  convertMembers(
    toDictionary(value, `${what}: The provided value`),
    'MediaTrackConstraintSet',
    PROPERTIES,
    toConstraint,
    what,
  );

/**
 * Converts a value to MediaTrackConstraints. What is returned shares nothing with the value, and has
 * nothing of Object.prototype.
 * @param {unknown} value
 * @param {string} what how the exception's message begins: "Failed to execute 'applyConstraints' on 'MediaStreamTrack'"
 * @returns {Dictionary}
 * @throws {TypeError}
 */
export const toMediaTrackConstraints = (value, what) => ({
  __proto__: null,
  ...toMediaTrackConstraintSet(value, what),
  ...convertMembers(
    value,
    'MediaTrackConstraints',
    ['advanced'],
    (sets, what) => toSequenceOr(sets, what, toMediaTrackConstraintSet),
    what,
  ),
});
