/** @file Bars of ratios, as SVG, on a logarithmic scale. */

const COLOURS = ['#4285f4', '#e66000', '#6b7280'];
const [LEFT, WIDTH, BAR, GAP, TOP] = [220, 480, 7, 8, 40];
const [LEAST, MOST] = [0.25, 128];

/** Where a ratio is. */
const at = (ratio) => LEFT + (WIDTH * Math.log(Math.min(Math.max(ratio, LEAST), MOST) / LEAST)) / Math.log(MOST / LEAST);

/**
 * @param {string[]} series
 * @param {{ name: string, ratios: (number | undefined)[] }[]} groups
 * @returns {string}
 */
export function chart(series, groups) {
  const step = BAR * series.length + GAP;
  const height = TOP + groups.length * step + 10;
  const lines = [1, 4, 16, 64].map(
    (ratio) =>
      `<line x1="${at(ratio)}" x2="${at(ratio)}" y1="${TOP - 6}" y2="${height}" stroke="#8884"/><text x="${at(ratio)}" y="${TOP - 10}" text-anchor="middle">${ratio}×</text>`,
  );
  const legend = series.map(
    (name, i) => `<rect x="${i * 150 + 8}" y="6" width="10" height="10" fill="${COLOURS[i]}"/><text x="${i * 150 + 22}" y="15">${name}</text>`,
  );
  const bars = groups.flatMap(({ name, ratios }, group) => {
    const y = TOP + group * step;
    const label = `<text x="${LEFT - 8}" y="${y + step / 2}" text-anchor="end">${name.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;
    return [label, ...ratios.map((ratio, i) => (ratio === undefined ? '' : bar(ratio, y + i * BAR, COLOURS[i])))];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${LEFT + WIDTH + 20}" height="${height}" font-family="sans-serif" font-size="11">
<style>text { fill: #666 }</style>
${[...legend, ...lines, ...bars].join('\n')}
</svg>
`;
}

/** From where both are as fast: to the right, this package is faster. */
function bar(ratio, y, colour) {
  const [from, to] = [at(1), at(ratio)].sort((a, b) => a - b);
  return `<rect x="${from}" y="${y}" width="${Math.max(to - from, 1)}" height="${BAR - 1}" fill="${colour}"/>`;
}
