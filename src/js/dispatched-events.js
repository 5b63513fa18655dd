/** @file Targets that don't hear what script dispatches at them. */

import { apply } from './builtins.js';

/**
 * The addEventListener() of Firefox's tracks: their listeners hear what script dispatches if a fourth argument, that no
 * other engine knows, says so.
 * @param {Function} addEventListener the host's
 */
export const hearingScript = (addEventListener) =>
  ({
    /** @this {unknown} */
    addEventListener() {
      const [type, callback, options = false] = arguments;
      apply(addEventListener, this, arguments.length < 2 ? arguments : [type, callback, options, true]);
    },
  }).addEventListener;
