/** @file `import 'mediastream-polyfill/auto'` */

import { install } from './index.js';

install(globalThis);
