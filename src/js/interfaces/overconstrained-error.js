/** @file OverconstrainedError: https://www.w3.org/TR/mediacapture-streams/#overconstrainederror-interface */

import { createBrand } from '../brand.js';
import { defineInterface, ensurePrototype, requireArguments } from '../webidl.js';

/** @import { Host } from '../realm.js' */

/** @type {ReturnType<typeof createBrand<string>>} */
const ErrorBrand = createBrand();

/** @param {Host} host */
export const defineOverconstrainedError = (host) => {
  const OverconstrainedError = defineInterface({
    OverconstrainedError: class extends host.DOMException {
      /**
       * @param {string} constraint
       * @param {string} [message]
       */
      constructor(constraint, message = '') {
        requireArguments(arguments.length, 1, 'OverconstrainedError', 'constructor');
        const name = `${constraint}`;
        super(message, 'OverconstrainedError');
        ensurePrototype(this, new.target, OverconstrainedError);
        new ErrorBrand(this, name);
      }

      get constraint() {
        return ErrorBrand.get(this);
      }
    },
  });
  return OverconstrainedError;
};
