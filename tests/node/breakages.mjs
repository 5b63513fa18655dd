// Ways for a page to break its built-ins: programs, by what they break, and a process to break them in.
import { inProcess } from './harness.mjs';

/**
 * What a program has written into `log`, after something was broken. Nothing here uses what may be broken.
 * @param {{ before: string, breakIt: string, program: string }} parts statements; `before` runs before the breaking
 */
export const runBroken = ({ before, breakIt, program }) => inProcess(`async () => {
  ${before}
  const log = [];
  // What the breaking itself needs, from before.
  const names = [];
  ${breakIt}
  ${program}
  let json = '[';
  for (let n = 0; n < log.length; n++) json += (n ? ',"' : '"') + log[n] + '"';
  answer(json + ']');
}`);

export const thrower = `function broken() { throw new Error('broken'); }`;

/** One built-in at a time, so that a failure names it. */
export const breakages = {
  'Array.prototype[Symbol.iterator]': `Array.prototype[Symbol.iterator] = ${thrower};`,
  'the array iterator\'s next': `Object.getPrototypeOf([][Symbol.iterator]()).next = ${thrower};`,
  'Array.prototype.push and pop': `Array.prototype.push = Array.prototype.pop = ${thrower};`,
  'the rest of Array.prototype': `
    for (const name of Reflect.ownKeys(Array.prototype)) {
      if (!['constructor', 'length', 'push', 'pop', Symbol.iterator, Symbol.unscopables].includes(name)) names[names.length] = name;
    }
    for (let n = 0; n < names.length; n++) Array.prototype[names[n]] = ${thrower};`,
  'Array itself': `Array.from = Array.of = Array.isArray = ${thrower}; globalThis.Array = undefined;`,
  'Map.prototype': `for (const name of ['get', 'set', 'has', 'delete', 'forEach']) Map.prototype[name] = ${thrower};`,
  'Map, Set, WeakMap and WeakSet': `globalThis.Map = globalThis.Set = globalThis.WeakMap = globalThis.WeakSet = undefined;`,
  'Set.prototype': `for (const name of ['add', 'has', 'delete', 'forEach']) Set.prototype[name] = ${thrower};`,
  'WeakMap.prototype': `for (const name of ['get', 'set', 'has', 'delete']) WeakMap.prototype[name] = ${thrower};`,
  'WeakRef.prototype.deref': `WeakRef.prototype.deref = ${thrower};`,
  'WeakRef and FinalizationRegistry': `
    FinalizationRegistry.prototype.register = ${thrower};
    globalThis.WeakRef = globalThis.FinalizationRegistry = undefined;`,
  'Promise.prototype.then': `Promise.prototype.then = ${thrower};`,
  'Promise': `globalThis.Promise = undefined;`,
  'EventTarget.prototype.dispatchEvent': `EventTarget.prototype.dispatchEvent = ${thrower};`,
  'EventTarget.prototype.addEventListener': `EventTarget.prototype.addEventListener = ${thrower};`,
  'EventTarget.prototype.removeEventListener': `EventTarget.prototype.removeEventListener = ${thrower};`,
  'Event.prototype.preventDefault': `Event.prototype.preventDefault = ${thrower};`,
  'the globals Event, EventTarget and DOMException': `globalThis.Event = globalThis.EventTarget = globalThis.DOMException = undefined;`,
  'Function.prototype.call, apply and bind': `Function.prototype.call = Function.prototype.apply = Function.prototype.bind = ${thrower};`,
  'Reflect': `for (const name of Reflect.ownKeys(Reflect)) if (typeof name === 'string') Reflect[name] = ${thrower}; globalThis.Reflect = undefined;`,
};

/** What instantiating a wasm module takes, which is not done at import but on first use. */
export const breakagesAfterFirstUse = {
  'Object\'s functions': `
    for (const name of ['assign', 'create', 'keys', 'entries', 'freeze', 'isExtensible', 'defineProperty', 'getPrototypeOf']) {
      Object[name] = ${thrower};
    }`,
  'String.prototype': `for (const name of ['substr', 'slice', 'charCodeAt', 'padStart', 'split']) String.prototype[name] = ${thrower};`,
  'Number and Math': `globalThis.parseInt = Math.random = Math.max = Number.prototype.toString = ${thrower};`,
  'Uint8Array and TextDecoder': `globalThis.Uint8Array = globalThis.TextDecoder = globalThis.TextEncoder = undefined;`,
  'WebAssembly': `globalThis.WebAssembly = undefined;`,
};
