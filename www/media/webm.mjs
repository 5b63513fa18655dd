// WebM, as little of it as a player needs: a header, two tracks, an index, and clusters of whole frames.
// The element IDs are those of the Matroska specification (RFC 9559).

const element = (id, ...contents) => {
  const body = Buffer.concat(contents.map((content) => (typeof content === 'number' ? unsigned(content) : Buffer.from(content))));
  const name = id.toString(16);
  // Every size is written in eight bytes: then an element's place in the file doesn't depend on its contents.
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(body.length) | (1n << 56n));
  return Buffer.concat([Buffer.from(name, 'hex'), size, body]);
};

/** Integers have four bytes, for the same reason. */
const unsigned = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const float = (value) => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
};

/**
 * @param {object} movie
 * @param {number} movie.width
 * @param {number} movie.height
 * @param {number} movie.duration in milliseconds
 * @param {{ time: number, data: Uint8Array }[]} movie.video VP8 key frames
 * @param {{ time: number, data: Uint8Array }[]} movie.audio Opus packets, mono
 */
export function webm({ width, height, duration, video, audio }) {
  const header = element(0x1a45dfa3,
    element(0x4286, 1), element(0x42f7, 1), element(0x42f2, 4), element(0x42f3, 8),
    element(0x4282, 'webm'), element(0x4287, 4), element(0x4285, 2));

  const information = element(0x1549a966,
    element(0x2ad7b1, 1_000_000), // one tick is a millisecond
    element(0x4489, float(duration)),
    element(0x4d80, 'mediastream-polyfill'), element(0x5741, 'mediastream-polyfill'));

  const tracks = element(0x1654ae6b,
    element(0xae,
      element(0xd7, VIDEO), element(0x73c5, VIDEO), element(0x83, 1), element(0x9c, 0),
      element(0x86, 'V_VP8'), element(0xe0, element(0xb0, width), element(0xba, height))),
    element(0xae,
      element(0xd7, AUDIO), element(0x73c5, AUDIO), element(0x83, 2), element(0x9c, 0),
      element(0x86, 'A_OPUS'), element(0x63a2, opusHead()),
      element(0x56aa, OPUS_PRE_SKIP_NANOSECONDS), element(0x56bb, 80_000_000),
      element(0xe1, element(0xb5, float(48_000)), element(0x9f, 1))));

  const clusters = byTheSecond([
    ...video.map(({ time, data }) => ({ time, block: block(VIDEO, time, data) })),
    ...audio.map(({ time, data }) => ({ time, block: block(AUDIO, time, data) })),
  ]);

  // The index comes before what it points to, so its own size is measured first, with places not yet known.
  const index = (places) => element(0x1c53bb6b, ...places.map((place, second) =>
    element(0xbb, element(0xb3, second * 1000), element(0xb7, element(0xf7, VIDEO), element(0xf1, place)))));
  let place = information.length + tracks.length + index(clusters.map(() => 0)).length;
  const places = clusters.map((cluster) => {
    place += cluster.length;
    return place - cluster.length;
  });
  return Buffer.concat([header, element(0x18538067, information, tracks, index(places), ...clusters)]);
}

const [VIDEO, AUDIO] = [1, 2];
const OPUS_PRE_SKIP = 312;
const OPUS_PRE_SKIP_NANOSECONDS = (OPUS_PRE_SKIP / 48_000) * 1e9;

function opusHead() {
  const head = Buffer.alloc(19);
  head.write('OpusHead');
  head.writeUInt8(1, 8); // version
  head.writeUInt8(1, 9); // channels
  head.writeUInt16LE(OPUS_PRE_SKIP, 10);
  head.writeUInt32LE(48_000, 12);
  return head;
}

/** A frame with its track and its time within its cluster, which is a second long; any of ours stands alone. */
function block(track, time, data) {
  const header = Buffer.from([0x80 | track, 0, 0, 0x80]);
  header.writeInt16BE(time % 1000, 1);
  return element(0xa3, header, data);
}

function byTheSecond(blocks) {
  const seconds = [];
  for (const { time, block } of blocks.sort((a, b) => a.time - b.time)) {
    (seconds[Math.floor(time / 1000)] ??= []).push(block);
  }
  return seconds.map((blocks, second) => element(0x1f43b675, element(0xe7, second * 1000), ...blocks));
}
