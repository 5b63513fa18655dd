/** @file Functions in the place of a host's own. */

/**
 * A function that looks as a host's own and does something else.
 * @param {Function} native
 * @param {(self: any, args: unknown[]) => unknown} call
 * @returns {any}
 */
export const around = (native, call) => new Proxy(native, { apply: (_, self, args) => call(self, args) });
