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
await Promise.all([call(document.querySelector('#call')), capture(document.querySelector('#capture'))]);
document.documentElement.dataset.ready = '';
