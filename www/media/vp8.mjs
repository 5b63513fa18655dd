// A small VP8 encoder (RFC 6386): key frames only, one quantizer, whole-macroblock prediction, no loop filter.
//
// Why it's here: VP8 in WebM is the one video format that Chromium, Firefox and WebKitGTK all play wherever
// they run (H.264 isn't in every build), and no encoder for it comes with Node. What the demo shows needs a
// fraction of the format, and that fraction is this file.

import { BoolEncoder } from './bool-encoder.mjs';
import { at, DEFAULTS, UPDATES } from './vp8-probabilities.mjs';

/** The quantizer index and the step sizes that the format's tables have there (section 14.1). */
const QUANTIZER = 20;
const DC = 21;
const AC = 24;
const STEPS = { luma: [DC, AC], second: [2 * DC, Math.floor((AC * 155) / 100)], chroma: [DC, AC] };

/** Block types, in the format's numbers. */
const [LUMA_WITHOUT_DC, SECOND_ORDER, CHROMA] = [0, 1, 2];

const ZIGZAG = [0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15];
const BANDS = [0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7];

/** Values from 5 up: the least of each category, and the probabilities of its extra bits (section 13.2). */
const CATEGORIES = [
  [5, [159]],
  [7, [165, 145]],
  [11, [173, 148, 140]],
  [19, [176, 155, 140, 135]],
  [35, [180, 157, 141, 134, 130]],
  [67, [254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129]],
];

/** The way to each category down the token tree: pairs of a bit and the index of its probability. */
const CATEGORY_PATHS = [
  [[0, 6], [0, 7]],
  [[0, 6], [1, 7]],
  [[1, 6], [0, 8], [0, 9]],
  [[1, 6], [0, 8], [1, 9]],
  [[1, 6], [1, 8], [0, 10]],
  [[1, 6], [1, 8], [1, 10]],
];

/** The prediction modes and their bits with probabilities, for luma and chroma (section 11.2). */
const MODES = {
  average: { luma: [[1, 145], [0, 156], [0, 163]], chroma: [[0, 142]] },
  vertical: { luma: [[1, 145], [0, 156], [1, 163]], chroma: [[1, 142], [0, 114]] },
  horizontal: { luma: [[1, 145], [1, 156], [0, 128]], chroma: [[1, 142], [1, 114], [0, 183]] },
  slope: { luma: [[1, 145], [1, 156], [1, 128]], chroma: [[1, 142], [1, 114], [1, 183]] },
};

/**
 * One key frame.
 * @param {{ width: number, height: number, y: Uint8Array, u: Uint8Array, v: Uint8Array }} picture
 *   planar 4:2:0, the width and height multiples of 16
 * @returns {Uint8Array}
 */
export function encodeKeyFrame({ width, height, y, u, v }) {
  const header = new BoolEncoder();
  header.number(0, 2); // colour space, clamping
  header.bit(0); // no segments
  header.number(0, 1 + 6 + 3 + 1); // loop filter: simple or not, level 0, sharpness, no adjustments
  header.number(0, 2); // one partition of tokens
  header.number(QUANTIZER, 7);
  header.number(0, 5); // no quantizer of its own for any kind of coefficient
  header.bit(0); // probabilities aren't kept: every frame starts from the defaults
  for (const probability of UPDATES) header.bit(0, probability);
  header.bit(0); // no macroblock is skipped

  const tokens = new BoolEncoder();
  const planes = [new Plane(y, width, 16), new Plane(u, width / 2, 8), new Plane(v, width / 2, 8)];
  const above = Array.from({ length: width / 16 }, () => new Uint8Array(9));
  for (let row = 0; row < height / 16; row++) {
    const left = new Uint8Array(9);
    for (let column = 0; column < width / 16; column++) {
      encodeMacroblock(header, tokens, planes, column, row, above[column], left);
    }
  }
  return frame(width, height, header.finish(), tokens.finish());
}

/** The uncompressed start of a frame (section 9.1) and its two partitions. */
function frame(width, height, header, tokens) {
  const shown = 1 << 4;
  const tag = shown | (header.length << 5);
  const start = [
    tag & 255, (tag >> 8) & 255, tag >> 16,
    0x9d, 0x01, 0x2a,
    width & 255, width >> 8, height & 255, height >> 8,
  ];
  return Buffer.concat([Uint8Array.from(start), header, tokens]);
}

/** The pixels of one plane, which become what a decoder will see as they are encoded, block by block. */
class Plane {
  constructor(source, width, size) {
    this.pixels = Uint8Array.from(source);
    this.width = width;
    this.size = size;
  }

  /** A macroblock's neighbours: the row above and the column to the left, or what the format says instead. */
  neighbours(column, row) {
    const { pixels, width, size } = this;
    const corner = row * size * width + column * size;
    const above = new Uint8Array(size).fill(127);
    const left = new Uint8Array(size).fill(129);
    if (row > 0) above.set(pixels.subarray(corner - width, corner - width + size));
    if (column > 0) for (let i = 0; i < size; i++) left[i] = pixels[corner + i * width - 1];
    let aboveLeft = row > 0 ? 129 : 127;
    if (row > 0 && column > 0) aboveLeft = pixels[corner - width - 1];
    return { above, left, aboveLeft, hasAbove: row > 0, hasLeft: column > 0 };
  }

  predict(mode, { above, left, aboveLeft, hasAbove, hasLeft }) {
    const { size } = this;
    const prediction = new Uint8ClampedArray(size * size);
    const average = () => {
      const known = [...(hasAbove ? above : []), ...(hasLeft ? left : [])];
      if (known.length === 0) return 128;
      return (known.reduce((sum, pixel) => sum + pixel, 0) + known.length / 2) / known.length | 0;
    };
    const flat = mode === 'average' ? average() : 0;
    for (let i = 0; i < prediction.length; i++) {
      const x = i % size;
      const y = Math.floor(i / size);
      if (mode === 'average') prediction[i] = flat;
      else if (mode === 'vertical') prediction[i] = above[x];
      else if (mode === 'horizontal') prediction[i] = left[y];
      else prediction[i] = above[x] + left[y] - aboveLeft;
    }
    return prediction;
  }

  /** What the prediction misses, in one four by four block. */
  residue(prediction, column, row, block) {
    const { pixels, width, size } = this;
    const bx = (block * 4) % size;
    const by = Math.floor((block * 4) / size) * 4;
    const residue = new Int16Array(16);
    for (let i = 0; i < 16; i++) {
      const x = bx + (i & 3);
      const y = by + (i >> 2);
      residue[i] = pixels[(row * size + y) * width + column * size + x] - prediction[y * size + x];
    }
    return residue;
  }

  /** What the decoder will see in that block. */
  reconstruct(prediction, column, row, block, residue) {
    const { pixels, width, size } = this;
    const bx = (block * 4) % size;
    const by = Math.floor((block * 4) / size) * 4;
    for (let i = 0; i < 16; i++) {
      const x = bx + (i & 3);
      const y = by + (i >> 2);
      const value = prediction[y * size + x] + residue[i];
      pixels[(row * size + y) * width + column * size + x] = Math.max(0, Math.min(255, value));
    }
  }

  /** The mode that comes closest on a sample of the macroblock's pixels. */
  bestMode(column, row, neighbours) {
    const { pixels, width, size } = this;
    let best = { mode: 'average', error: Infinity };
    for (const mode of Object.keys(MODES)) {
      const prediction = this.predict(mode, neighbours);
      let error = 0;
      for (let i = 0; i < prediction.length; i += 3) {
        const pixel = pixels[(row * size + Math.floor(i / size)) * width + column * size + (i % size)];
        error += Math.abs(pixel - prediction[i]);
      }
      if (error < best.error) best = { mode, error, prediction };
    }
    return best;
  }
}

/** `above` and `left` say which neighbouring blocks had coefficients: 4 of luma, 2 and 2 of chroma, 1 second-order. */
function encodeMacroblock(header, tokens, [luma, ...chromas], column, row, above, left) {
  const lumaMode = luma.bestMode(column, row, luma.neighbours(column, row));
  // Both chroma planes share a mode; blue-yellow decides.
  const chromaNeighbours = chromas.map((plane) => plane.neighbours(column, row));
  const { mode: chromaMode } = chromas[0].bestMode(column, row, chromaNeighbours[0]);
  for (const [bit, probability] of MODES[lumaMode.mode].luma) header.bit(bit, probability);
  for (const [bit, probability] of MODES[chromaMode].chroma) header.bit(bit, probability);

  const lumaBlocks = Array.from({ length: 16 }, (_, block) =>
    transform(luma.residue(lumaMode.prediction, column, row, block)));
  const second = quantize(walsh(lumaBlocks.map((block) => block[0])), STEPS.second);
  const averages = inverseWalsh(dequantize(second, STEPS.second));
  above[8] = left[8] = writeBlock(tokens, second, SECOND_ORDER, above[8] + left[8]);

  lumaBlocks.forEach((block, index) => {
    const quantized = quantize(block, STEPS.luma);
    quantized[0] = 0; // it travels in the second-order block
    const [x, y] = [index & 3, index >> 2];
    above[x] = left[y] = writeBlock(tokens, quantized, LUMA_WITHOUT_DC, above[x] + left[y]);
    const coefficients = dequantize(quantized, STEPS.luma);
    coefficients[0] = averages[index];
    luma.reconstruct(lumaMode.prediction, column, row, index, inverseTransform(coefficients));
  });

  chromas.forEach((plane, which) => {
    const prediction = plane.predict(chromaMode, chromaNeighbours[which]);
    for (let index = 0; index < 4; index++) {
      const quantized = quantize(transform(plane.residue(prediction, column, row, index)), STEPS.chroma);
      const [x, y] = [4 + which * 2 + (index & 1), 4 + which * 2 + (index >> 1)];
      above[x] = left[y] = writeBlock(tokens, quantized, CHROMA, above[x] + left[y]);
      plane.reconstruct(prediction, column, row, index, inverseTransform(dequantize(quantized, STEPS.chroma)));
    }
  });
}

/** Writes a block's coefficients as tokens (section 13); 1 if there were any, else 0. */
function writeBlock(tokens, coefficients, type, context) {
  const first = type === LUMA_WITHOUT_DC ? 1 : 0;
  let end = 16;
  while (end > first && coefficients[ZIGZAG[end - 1]] === 0) end--;

  let afterZero = false; // after a zero the block can't end, so nothing says that it doesn't
  for (let position = first; position < 16; position++) {
    const probability = at(type, BANDS[position], context);
    const bit = (value, index) => tokens.bit(value, DEFAULTS[probability + index]);
    if (!afterZero) bit(position < end ? 1 : 0, 0);
    if (position === end) break;

    const value = coefficients[ZIGZAG[position]];
    const size = Math.abs(value);
    bit(size > 0 ? 1 : 0, 1);
    if (size > 0) bit(size > 1 ? 1 : 0, 2);
    if (size > 1) writeSize(tokens, bit, size);
    if (size > 0) tokens.bit(value < 0 ? 1 : 0);
    afterZero = size === 0;
    context = Math.min(size, 2);
  }
  return end > first ? 1 : 0;
}

/** The part of the token tree for values from 2 up. */
function writeSize(tokens, bit, size) {
  bit(size > 4 ? 1 : 0, 3);
  if (size <= 4) {
    bit(size > 2 ? 1 : 0, 4);
    if (size > 2) bit(size - 3, 5);
    return;
  }
  const category = CATEGORIES.findLastIndex(([least]) => size >= least);
  for (const [value, index] of CATEGORY_PATHS[category]) bit(value, index);
  const [least, probabilities] = CATEGORIES[category];
  probabilities.forEach((probability, index) => {
    tokens.bit(((size - least) >> (probabilities.length - 1 - index)) & 1, probability);
  });
}

// Plain loops from here on: these run a million times a film.

function quantize(block, [dc, ac]) {
  const quantized = new Int32Array(16);
  for (let i = 0; i < 16; i++) quantized[i] = Math.round(block[i] / (i === 0 ? dc : ac));
  return quantized;
}

function dequantize(block, [dc, ac]) {
  const values = new Int32Array(16);
  for (let i = 0; i < 16; i++) values[i] = block[i] * (i === 0 ? dc : ac);
  return values;
}

/** The discrete cosine transform whose inverse the format defines (section 14.3), with its scale. */
function transform(block) {
  const [c, s] = [Math.SQRT2 * Math.cos(Math.PI / 8), Math.SQRT2 * Math.sin(Math.PI / 8)];
  const pass = (out, input, at, step) => {
    const p = input[at];
    const q = input[at + step];
    const r = input[at + 2 * step];
    const t = input[at + 3 * step];
    out[at] = p + q + r + t;
    out[at + step] = c * (p - t) + s * (q - r);
    out[at + 2 * step] = p - q - r + t;
    out[at + 3 * step] = s * (p - t) - c * (q - r);
  };
  return halved(separably(block, pass));
}

/** The same for the averages of a macroblock's sixteen luma blocks (section 14.3's Walsh-Hadamard transform). */
const walsh = (block) => halved(separably(block, hadamard));
const inverseWalsh = (block) => eighths(separably(block, hadamard), 3);

function hadamard(out, input, at, step) {
  const p = input[at];
  const q = input[at + step];
  const r = input[at + 2 * step];
  const t = input[at + 3 * step];
  out[at] = p + q + r + t;
  out[at + step] = p + q - r - t;
  out[at + 2 * step] = p - q - r + t;
  out[at + 3 * step] = p - q + r - t;
}

/** A pass over the columns, then one over the rows. */
function separably(block, pass) {
  const columns = new Float64Array(16);
  const both = new Float64Array(16);
  for (let i = 0; i < 4; i++) pass(columns, block, i, 4);
  for (let i = 0; i < 4; i++) pass(both, columns, i * 4, 1);
  return both;
}

function halved(values) {
  for (let i = 0; i < 16; i++) values[i] /= 2;
  return values;
}

function eighths(values, rounding) {
  for (let i = 0; i < 16; i++) values[i] = (values[i] + rounding) >> 3;
  return values;
}

/** Exactly the decoder's arithmetic, so that both predict from the same pixels. */
function inverseTransform(coefficients) {
  const [cosine, sine] = [20091, 35468]; // √2·cos(π/8) − 1 and √2·sin(π/8), in 65536ths
  const pass = (out, input, at, step) => {
    const p = input[at];
    const q = input[at + step];
    const r = input[at + 2 * step];
    const t = input[at + 3 * step];
    const difference = ((q * sine) >> 16) - (t + ((t * cosine) >> 16));
    const sum = q + ((q * cosine) >> 16) + ((t * sine) >> 16);
    out[at] = p + r + sum;
    out[at + step] = p - r + difference;
    out[at + 2 * step] = p - r - difference;
    out[at + 3 * step] = p + r - sum;
  };
  return eighths(separably(coefficients, pass), 4);
}
