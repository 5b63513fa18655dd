/**
 * @file No interface of the package is [Serializable], so that structuredClone() and postMessage() have to throw a
 * DataCloneError: https://html.spec.whatwg.org/multipage/structured-data.html#structuredserializeinternal
 *
 * Node knows that of what it is told: https://nodejs.org/api/worker_threads.html#worker_threadsmarkasuncloneableobject
 * Before 22.10 it can't be told. Only CommonJS has this, which is what Node runs.
 */

/** @type {((object: object) => void) | undefined} */
const nodesOwn = /* @__PURE__ */ readNodesOwn();

function readNodesOwn() {
  const own = /** @type {any} */ (globalThis).process?.getBuiltinModule?.('node:worker_threads')?.markAsUncloneable;
  return typeof own === 'function' ? own : undefined;
}

/**
 * @param {object} object one of an interface of the package's
 */
export const markAsUncloneable = (object) => nodesOwn?.(object);
