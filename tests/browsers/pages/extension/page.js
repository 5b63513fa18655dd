// A page of the extension's, in a frame: it tells its own report and the background's to the page around it.
import * as polyfill from './package/index.js';
import * as devices from './package/devices.js';
import * as javascript from './package/js/index.js';
import * as javascriptDevices from './package/js/devices.js';
import { removals } from './removals.js';

const page = await removals({ ...javascript, ...javascriptDevices }, { ...polyfill, ...devices });
const background = await chrome.runtime.sendMessage('report');
parent.postMessage(JSON.stringify({ page, background }), '*');
