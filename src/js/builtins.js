/** @file Built-in functions as they were when the package was imported, whatever the page does to them later. */

export const { apply, construct, defineProperty, get: getProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;
export const { isArray } = Array;
export const { keys } = Object;

/**
 * @param {unknown} value
 * @returns {value is object}
 */
export const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';
