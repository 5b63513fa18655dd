/** @file Proxies whose traps are their own: a page may have put a `get` on Object.prototype. */

/**
 * @param {any} target
 * @param {ProxyHandler<any>} traps
 * @returns {any}
 */
export const proxyOf = (target, traps) => new Proxy(target, /** @type {any} */ ({ __proto__: null, ...traps }));
