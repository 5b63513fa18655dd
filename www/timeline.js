// The picture of the history: a lane a track, a column an event, as many of the last events as there is room
// for; and the same in words, for whoever can't see it and for what no longer fits.

import { events, lanes, observe } from './history.js';
import { labelOf } from './label.js';
import { mark, MARKS } from './marks.js';
import { shape } from './svg.js';

const COLUMN = 26;
const LANE = 40;
/** Where a lane's line is, below its name. */
const LINE = 27;
/** The room that a name needs, so that one near the right edge ends there instead. */
const LABEL = 240;
/** How high the seconds are, which stay above the lanes. */
const CLOCK = 18;
const MARGIN = 12;

const picture = document.querySelector('.timeline .picture');
const words = document.querySelector('#events');
const start = performance.now();
const seconds = (time) => `${((time - start) / 1000).toFixed(1)} s`;
const nameOf = ({ track }) => `${track.kind}: ${labelOf(track)}`;

/** Many events come at once; they are drawn together. */
let due = false;
function drawSoon() {
  if (due) return;
  due = true;
  requestAnimationFrame(() => {
    due = false;
    draw();
  });
}

observe(() => {
  tell(events.at(-1));
  drawSoon();
});
new ResizeObserver(drawSoon).observe(picture);

const legend = document.querySelector('.legend');
for (const [type, { name }] of Object.entries(MARKS)) {
  const item = document.createElement('li');
  item.append(shape('svg', { viewBox: '-10 -10 20 20', width: 18, height: 18, 'aria-hidden': 'true' }, mark(type)), name);
  legend.append(item);
}

function tell({ lane, type, time }) {
  const item = document.createElement('li');
  item.textContent = `${seconds(time)} ${MARKS[type].name}: ${nameOf(lane)} (${lane.place})`;
  words.append(item);
}

function draw() {
  const width = picture.clientWidth;
  const columns = Math.max(4, Math.floor((width - 2 * MARGIN) / COLUMN));
  const first = Math.max(0, events.length - columns);
  const x = (number) => MARGIN + (Math.max(number, first) - first + 0.5) * COLUMN;
  const visible = lanes.filter((lane) => lane.to === null || lane.to >= first);
  const height = visible.length * LANE + 4;
  const ticks = ticksFrom(first, x);

  picture.replaceChildren(
    shape('svg', { class: 'clock', width, height: CLOCK, 'aria-hidden': 'true' },
      ...ticks.map((tick) => shape('text', { x: tick.x, y: 12, 'text-anchor': 'middle' }, seconds(tick.time)))),
    shape('svg', { width, height, role: 'img', 'aria-labelledby': 'picture-title picture-text' },
      shape('title', { id: 'picture-title' }, 'Tracks and their events'),
      shape('desc', { id: 'picture-text' }, describe(visible)),
      ...ticks.map((tick) => shape('line', { class: 'tick', x1: tick.x, x2: tick.x, y1: 0, y2: height })),
      ...visible.map((lane, index) => drawLane(lane, index, { first, x, width }))));
  keepInSight(visible.indexOf(events.at(-1)?.lane));
}

/** Scrolls no further than it takes to see the lane where something happened last. */
function keepInSight(index) {
  const room = picture.clientHeight - CLOCK;
  const top = index * LANE;
  picture.scrollTop = Math.min(Math.max(picture.scrollTop, top + LANE + 4 - room), top);
}

function describe(visible) {
  const there = visible.filter((lane) => lane.to === null);
  const gone = visible.filter((lane) => lane.to !== null);
  const list = (some) => some.map((lane) => `${nameOf(lane)} (${lane.place})`).join(', ') || 'none';
  return `In a stream: ${list(there)}. Gone: ${list(gone)}. “The same in words” below has every event.`;
}

/** A tick at the first event of each burst of events, as far as there is room to say its time. */
function ticksFrom(first, x) {
  const ticks = [];
  for (let number = first; number < events.length; number++) {
    const { time } = events[number];
    const last = ticks.at(-1) ?? { x: -Infinity, time: -Infinity };
    if (time - last.time > 500 && x(number) - last.x > 44) ticks.push({ x: x(number), time });
  }
  return ticks;
}

function drawLane(lane, index, { first, x, width }) {
  const y = index * LANE + LINE;
  const end = (number) => (number === null ? width : x(number));
  const group = shape('g', { class: `lane ${lane.track.kind}${lane.to === null ? '' : ' past'}` });
  const name = nameOf(lane);
  // A label is as long as a browser likes.
  const short = name.length > 26 ? `${name.slice(0, 25)}…` : name;
  const roomy = x(lane.from) + LABEL < width;
  group.append(shape('text', { class: 'label', x: roomy ? x(lane.from) - 4 : width - 2, y: y - 12, 'text-anchor': roomy ? 'start' : 'end' },
    shape('title', {}, name), short, shape('tspan', { class: 'place' }, ` · ${lane.place}`)));

  let state = lane.muted ? 'muted' : 'live';
  let from = lane.from;
  const line = (to) => group.append(shape('line', { class: `line ${state}`, x1: x(from), x2: end(to), y1: y, y2: y }));
  for (const { type, number } of lane.marks) {
    if (!['mute', 'unmute', 'ended'].includes(type)) continue;
    line(number);
    state = { mute: 'muted', unmute: 'live', ended: 'ended' }[type];
    from = number;
  }
  line(lane.to);

  for (const { type, number } of lane.marks) {
    if (number < first) continue;
    const sign = mark(type);
    sign.setAttribute('transform', `translate(${x(number)} ${y})`);
    sign.append(shape('title', {}, `${MARKS[type].name} at ${seconds(events[number].time)}`));
    group.append(sign);
  }
  return group;
}
