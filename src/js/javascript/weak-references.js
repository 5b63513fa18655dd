/**
 * @file Where there are no weak references, as in some hosts without WebAssembly, strong ones are in their place: what nobody
 * needs any more is then kept. xtask/bundle/bundle.mjs gives these to the package that does without WebAssembly.
 */

const host = /** @type {any} */ (globalThis);

class StrongReference {
  #target;

  /** @param {unknown} target */
  constructor(target) {
    this.#target = target;
  }

  deref() {
    return this.#target;
  }
}

/** Never finds anything collected. */
class NoRegistry {
  register() {}
  unregister() {}
}

const Weak = typeof host.WeakRef === 'function' ? host.WeakRef : StrongReference;
const Registry = typeof host.FinalizationRegistry === 'function' ? host.FinalizationRegistry : NoRegistry;

export { Weak as WeakRef, Registry as FinalizationRegistry };
