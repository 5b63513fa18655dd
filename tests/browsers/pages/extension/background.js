// The extension's service worker, or in Firefox its background page: it tells whoever asks.
import * as polyfill from './package/index.js';
import * as devices from './package/devices-worker.js';
import * as javascript from './package/js/index.js';
import * as javascriptDevices from './package/js/devices-worker.js';
import { removals } from './removals.js';

chrome.runtime.onMessage.addListener((message, sender, answer) => {
  removals({ ...javascript, ...javascriptDevices }, { ...polyfill, ...devices }).then(answer, (error) => answer(`${error}`));
  return true;
});
