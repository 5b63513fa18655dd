// The page: looks at the host, installs the package, and sets the panels going.

import { install } from '../pkg/index.js';
import { call } from './call.js';
import { capture } from './capture.js';
import { controller } from './controller.js';
import { showHost, survey } from './host.js';
import './timeline.js';

const before = survey();
const installation = install(globalThis);
showHost(before, installation);

controller(document.querySelector('#controller'));

// A video element that waits for its first picture keeps a page loading. One that shows a stream may wait for
// ever, as where the visitor prefers less motion and nothing plays: so streams come after the load event.
if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
await Promise.all([call(document.querySelector('#call')), capture(document.querySelector('#capture'))]);
document.documentElement.dataset.ready = '';
