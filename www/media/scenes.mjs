// The two films: a sun over the sea by day, and a moon over hills by night. Each is a function of a point
// (x and y from 0 to 1) and of time (0 to 1, and 1 looks as 0 does) to a colour (red, green and blue to 255).

const mix = (a, b, part) =>
  part === 0 ? a : [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part];
const clamp = (value) => Math.max(0, Math.min(1, value));
/** 1 inside, 0 outside, and soft for a pixel or two between. */
const edge = (distance) => clamp(0.5 - distance * 120);
const turn = (value) => Math.sin(value * 2 * Math.PI);

/** The picture is wider than high: what makes a circle round. */
const ASPECT = 16 / 9;

export function day(x, y, time) {
  const horizon = 0.62;
  const [sunX, sunY] = [0.5 + 0.22 * turn(time), 0.34 + 0.05 * turn(time + 0.25)];
  const distance = Math.hypot((x - sunX) * ASPECT, y - sunY);
  let colour = mix([88, 172, 226], [253, 222, 170], clamp(y / horizon) ** 1.6);
  colour = mix(colour, [255, 214, 120], 0.6 * clamp(1 - distance / 0.55) ** 2);
  colour = mix(colour, [255, 246, 214], edge(distance - 0.12));
  if (y > horizon) {
    const depth = (y - horizon) / (1 - horizon);
    const swell = turn(x * 3 + depth * 5 - time * 2) + turn(x * 5 - depth * 3 + time);
    colour = mix([38, 126, 168], [10, 58, 96], depth);
    colour = mix(colour, [120, 196, 210], clamp(swell - 1.1) * 0.7);
    const path = Math.abs(x - sunX + 0.02 * turn(depth * 4 - time * 2)) * ASPECT;
    colour = mix(colour, [255, 226, 160], 0.75 * clamp(1 - path / (0.1 + 0.12 * depth)));
  }
  return colour;
}

/** How bright a star shines at this point: some cells of a grid have one, at a place and a rhythm of its own. */
function starlight(x, y, time) {
  const column = Math.floor(x * 24);
  const row = Math.floor(y * 14);
  const chance = (Math.sin(column * 127.1 + row * 311.7) * 43758.5453) % 1;
  if (Math.abs(chance) > 0.16) return 0;
  const [inX, inY] = [x * 24 - column - 0.5 - chance * 2, y * 14 - row - 0.5 - ((chance * 57) % 0.35)];
  return clamp(1.4 - Math.hypot(inX, inY) * 12) * (0.65 + 0.35 * turn(time + chance * 40));
}

export function night(x, y, time) {
  let colour = mix([14, 18, 54], [88, 70, 132], y ** 1.4);
  const [moonX, moonY] = [0.68 + 0.1 * turn(time), 0.28];
  const moon = Math.hypot((x - moonX) * ASPECT, y - moonY);
  const shadow = Math.hypot((x - moonX + 0.035) * ASPECT, y - moonY + 0.03);
  if (moon > 0.16) colour = mix(colour, [255, 250, 230], starlight(x, y, time));
  colour = mix(colour, [180, 176, 220], 0.45 * clamp(1 - moon / 0.5) ** 2);
  colour = mix(colour, [250, 244, 220], edge(moon - 0.11) * (1 - edge(shadow - 0.1)));
  colour = mix(colour, [58, 52, 104], edge(0.62 + 0.07 * turn(x * 1.1 + time) + 0.02 * turn(x * 3) - y));
  colour = mix(colour, [36, 36, 78], edge(0.74 + 0.06 * turn(x * 0.9 - time + 0.4) - y));
  colour = mix(colour, [18, 20, 48], edge(0.86 + 0.05 * turn(x * 1.3 + time * 2 + 0.1) - y));
  return colour;
}
