/** @file WebAssembly modules that are in the package as text: xtask/bundle/plugins.mjs encodes them. */

export const Bytes = Uint8Array;

/**
 * Instantiates a module.
 * @template Exports
 * @param {(module: { module: BufferSource }) => Exports} initSync wasm-bindgen's
 * @param {string} text
 * @param {() => void} [hasGrown] is never called, since growing the memory detaches its buffer
 * @returns {Exports}
 */
export function instantiateText(initSync, text, hasGrown) {
  try {
    return initSync({ module: decode(text) });
  } catch (cause) {
    const message = `mediastream-polyfill can't use WebAssembly: ${reasonOf(cause)}. mediastream-polyfill/js does without.`;
    throw new Error(message, { cause });
  }
}

/**
 * Why a module can't be instantiated, in more words than hosts have for it. Where a policy forbids it, some say nothing.
 * @param {any} cause
 */
function reasonOf(cause) {
  if (typeof WebAssembly === 'undefined') return 'this host has none';
  if (cause.name !== 'CompileError' || /embedder/.test(cause)) return `${cause}`;
  return `script-src must allow 'wasm-unsafe-eval', for an extension's content script in the page's policy (${cause})`;
}

/**
 * Undoes `encode` in xtask/bundle/plugins.mjs.
 * @param {string} text
 */
function decode(text) {
  const module = new Bytes(text.length);
  let length = 0;
  let base = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i) - 35;
    if (code < 0) {
      base = code === -2 ? 91 : 182;
    } else {
      module[length++] = (base + code) ^ 10;
      base = 0;
    }
  }
  return module.subarray(0, length);
}
