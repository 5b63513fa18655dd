// The two halves of the matrix: two windows, the one as the browser made it, the other with the package installed.

import { variationOf } from './variations.js';
import { until } from './wait.js';

const variation = variationOf(location);

const ADDRESSES = { native: 'frame.html', installed: `frame.html?installed${variation ? `&with=${variation}` : ''}` };

/** Opens a half, and gives what frame.js puts there. */
export async function openHalf(name) {
  const frame = document.createElement('iframe');
  Object.assign(frame, { src: new URL(ADDRESSES[name], import.meta.url).href, tabIndex: -1, title: `The matrix, ${name}` });
  frame.ariaHidden = 'true';
  document.querySelector('#halves').append(frame);
  const { contentWindow } = frame;
  const ready = await until(() => contentWindow.half || contentWindow.pageErrors?.length > 0, 20_000);
  if (!ready || !contentWindow.half) {
    throw new Error(`the ${name} half does not start: ${contentWindow.pageErrors?.join('; ') || 'no answer'}`);
  }
  return contentWindow.half;
}
