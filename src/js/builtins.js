/** @file Built-in functions as they were when the package was imported, whatever the page does to them later. */

export const { apply, defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;

/**
 * @param {unknown} value
 * @returns {value is object}
 */
export const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';
