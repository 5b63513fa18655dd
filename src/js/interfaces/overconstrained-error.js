/** @file OverconstrainedError: https://www.w3.org/TR/mediacapture-streams/#overconstrainederror-interface */

import { Stamp } from '../brand.js';
import { defineInterface, illegalInvocation, requireArguments } from '../webidl.js';

/** @import { Host } from '../realm.js' */

class ErrorBrand extends Stamp {
  #constraint;

  /**
   * @param {object} error
   * @param {string} constraint
   */
  constructor(error, constraint) {
    super(error);
    this.#constraint = constraint;
  }

  /** @param {unknown} error */
  static constraintOf(error) {
    return typeof error === 'object' && error !== null && #constraint in error ? error.#constraint : undefined;
  }
}

/** @param {Host} host */
export const defineOverconstrainedError = (host) =>
  defineInterface(
    class OverconstrainedError extends host.DOMException {
      /**
       * @param {string} constraint
       * @param {string} [message]
       */
      constructor(constraint, message = '') {
        requireArguments(arguments.length, 1, 'OverconstrainedError', 'constructor');
        const name = `${constraint}`;
        super(message, 'OverconstrainedError');
        new ErrorBrand(this, name);
      }

      get constraint() {
        return ErrorBrand.constraintOf(this) ?? illegalInvocation();
      }
    },
    'OverconstrainedError',
  );
