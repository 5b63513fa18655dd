/**
 * @file What constructs objects of interfaces whose constructors are illegal for script.
 * https://webidl.spec.whatwg.org/#js-interface-objects
 */

/** Whoever has this may. Script never gets hold of it. */
export const CONSTRUCTOR_KEY = Symbol();
