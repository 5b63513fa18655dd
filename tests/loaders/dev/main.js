// The development server makes a file of each entry of the package, and what they share is another.
import { install, MediaStream } from 'mediastream-polyfill';
import { everything } from '../everything.js';

const installation = install(globalThis);
const repairs = `Repairs captureStream(): ${installation.repaired.includes('HTMLMediaElement.captureStream')}`;
installation.uninstall();
for (const line of [`Active: ${new MediaStream().active}`, ...(await everything()), repairs, 'Done']) {
  document.querySelector('#events').append(Object.assign(document.createElement('li'), { textContent: line }));
}
