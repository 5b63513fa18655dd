// A candidate in words and in ink.

import { labelOf } from './cameras.js';

/** A number with no more digits than help. */
export const rounded = (number) => String(Math.round(number * 1000) / 1000);

/** What is done to the camera's own picture, by resizeMode. */
const RESIZED = { none: 'as it is', 'crop-and-scale': 'cropped and scaled' };

/** "1280 × 720, 30 a second, as it is" */
export function describe({ width, height, frameRate, resizeMode }) {
  return [`${width} × ${height}`, `${rounded(frameRate)} a second`, RESIZED[resizeMode]].filter(Boolean).join(', ');
}

export const nameOf = ({ settings }) => `${labelOf(settings)}, ${describe(settings)}`;

/** The required constraints that it breaks. */
export const failuresOf = ({ distances }) =>
  Object.keys(distances).filter((property) => distances[property] === Infinity);

/** "out: width must be at least 5000", or "width 0.333 + frameRate 0.5" */
export function explain(candidate, constraints) {
  const failures = failuresOf(candidate);
  if (failures.length > 0) {
    return `out: ${failures.map((property) => `${property} ${requirement(constraints[property])}`).join('; ')}`;
  }
  const terms = Object.entries(candidate.distances).filter(([, distance]) => distance > 0);
  return terms.map(([property, distance]) => `${property} ${rounded(distance)}`).join(' + ');
}

function requirement({ exact, min, max }) {
  if (exact !== undefined) return `must be ${exact}`;
  const bounds = [];
  if (min !== undefined) bounds.push(`at least ${min}`);
  if (max !== undefined) bounds.push(`at most ${max}`);
  return `must be ${bounds.join(' and ')}`;
}

/** How full it is drawn: from 1 for no distance to nearly nothing; what is out, not at all. */
export const shadeOf = (distance) => (distance === Infinity ? 0 : 0.08 + 0.92 / (1 + 4 * distance));
