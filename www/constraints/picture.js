// The candidates as rectangles, width × height, with a corner in common.

import { shape } from '../svg.js';
import { LARGEST } from './cameras.js';
import { nameOf, rounded, shadeOf } from './candidate.js';

const MARGIN = { left: 40, right: 18, top: 14, bottom: 24 };
const TICKS = { width: [640, 1280, 1920, 3840], height: [480, 720, 1080, 2160] };

/** Draws candidates, sorted as the table is, as wide as the place for it. */
export function drawPicture(place, candidates, winner, constraints) {
  const scale = (place.clientWidth - MARGIN.left - MARGIN.right) / LARGEST.width;
  const x = (width) => MARGIN.left + width * scale;
  const bottom = MARGIN.top + LARGEST.height * scale;
  const y = (height) => bottom - height * scale;
  const svg = shape('svg', {
    width: place.clientWidth,
    height: bottom + MARGIN.bottom,
    role: 'img',
    'aria-label': winner ? `The winner: ${nameOf(winner)}; the others are in the table below` : 'No candidate is left',
  });

  for (const width of TICKS.width) {
    svg.append(
      shape('line', { class: 'tick', x1: x(width), x2: x(width), y1: y(LARGEST.height), y2: bottom }),
      shape('text', { class: 'scale', x: x(width), y: bottom + 16, 'text-anchor': 'middle' }, String(width)),
    );
  }
  for (const height of TICKS.height) {
    svg.append(
      shape('line', { class: 'tick', x1: x(0), x2: x(LARGEST.width), y1: y(height), y2: y(height) }),
      shape('text', { class: 'scale', x: x(0) - 6, y: y(height) + 4, 'text-anchor': 'end' }, String(height)),
    );
  }

  // The small ones over the large ones, and opaque, so that a shade is always one candidate's; the winner's edge over all.
  const sizes = nearestOfEachSize(candidates).sort((a, b) => area(b) - area(a));
  for (const candidate of sizes) svg.append(rectangle(candidate, candidate === winner ? 'candidate nearest' : 'candidate'));
  for (const [property, isWidth] of [['width', true], ['height', false]]) {
    for (const [member, value] of Object.entries(constraints[property] ?? {})) {
      if (value > LARGEST[property]) continue;
      const ends = isWidth
        ? { x1: x(value), x2: x(value), y1: y(LARGEST.height), y2: bottom }
        : { x1: x(0), x2: x(LARGEST.width), y1: y(value), y2: y(value) };
      svg.append(shape('line', { class: member === 'ideal' ? 'ideal' : 'required', ...ends }));
    }
  }
  if (winner) {
    svg.append(
      rectangle(winner, 'winner'),
      shape('circle', { class: 'corner', cx: x(winner.settings.width), cy: y(winner.settings.height), r: 5 }),
    );
  }
  place.replaceChildren(svg);

  function rectangle(candidate, name) {
    const { settings: { width, height }, distance } = candidate;
    return shape(
      'rect',
      {
        class: distance === Infinity ? `${name} out` : name,
        x: x(0),
        y: y(height),
        width: width * scale,
        height: height * scale,
        style: `--shade: ${shadeOf(distance)}`,
      },
      shape('title', {}, `${nameOf(candidate)}: ${distance === Infinity ? 'out' : rounded(distance)}`),
    );
  }
}

const area = ({ settings: { width, height } }) => width * height;

/** Those that differ in the frame rate only would hide each other. */
function nearestOfEachSize(candidates) {
  const sizes = new Map();
  for (const candidate of candidates) {
    const { width, height } = candidate.settings;
    const size = `${width}×${height}`;
    if (!sizes.has(size)) sizes.set(size, candidate);
  }
  return [...sizes.values()];
}
