/**
 * What the classic scripts `classic.js` and `js/classic.js` make: one global, which has the whole package.
 *
 *     <script src="mediastream-polyfill/classic.js"></script>
 *
 *     /// <reference types="mediastream-polyfill/classic.js" />
 *
 * @packageDocumentation
 */
import type { VirtualDevices } from './devices.js';
import type * as polyfill from './index.js';

declare global {
  /** All exports of `mediastream-polyfill`, and virtual devices. */
  var MediaStreamPolyfill: typeof polyfill & {
    /** Those of `mediastream-polyfill/devices`. */
    VirtualDevices: typeof VirtualDevices;
  };
}
