// Captured elements, as an engine captures them by itself or as the package does: whose a track is, and what follows.

import { install } from '../../../pkg/index.js';
import { assert, equal } from './assert.js';
import { withClocksThatStandStill } from './clocks.js';
import { tone } from './sound.js';
import { heard, inTime, until, wait, watch } from './wait.js';

/** Of an element's events, those that its captures follow. */
const EVENT_TYPES = ['emptied', 'loadstart', 'loadedmetadata', 'loadeddata', 'resize', 'playing', 'ended'];

const [DAY, NIGHT] = ['/www/media/day.webm', '/www/media/night.webm'];

let installation = install(window);

/** Firefox: of its captures nothing is the package's. */
const isRight = 'mozCaptureStream' in HTMLMediaElement.prototype;

const isWebKit = 'audioTracks' in HTMLMediaElement.prototype;

/** What Chromium's own captures hear as a listener of the page's would: whoever fires it, and unless somebody stops it. */
const heardByEngine = isRight || isWebKit ? [] : ['loadedmetadata', 'ended'];

/** Where a captured stream is copied. An engine that is right copies nothing, and is left as it was. */
const copies = () => installation.repaired.includes('MediaStreamTrack.enabled');

const context = new AudioContext();

/** A stream of the page's own, whose picture changes. */
function pagesStream(kinds = ['video']) {
  const stream = new MediaStream();
  if (kinds.includes('video')) {
    const canvas = document.createElement('canvas');
    const drawing = canvas.getContext('2d');
    let hue = 0;
    const paint = () => {
      drawing.fillStyle = `hsl(${(hue += 40)}, 90%, 50%)`;
      drawing.fillRect(0, 0, 300, 150);
    };
    paint();
    const [track] = canvas.captureStream(30).getVideoTracks();
    const painting = setInterval(() => (track.readyState === 'live' ? paint() : clearInterval(painting)), 40);
    stream.addTrack(track);
  }
  if (kinds.includes('audio')) stream.addTrack(soundTrack());
  return stream;
}

function soundTrack() {
  const destination = context.createMediaStreamDestination();
  const oscillator = new OscillatorNode(context);
  oscillator.connect(destination);
  oscillator.start();
  return destination.stream.getAudioTracks()[0];
}

const createElement = (kind = 'video') => watch(Object.assign(document.createElement(kind), { muted: true, loop: true }));

async function play(element, source) {
  if (typeof source === 'string') {
    element.srcObject = null;
    element.src = source;
  } else {
    element.srcObject = source;
  }
  await inTime(element.play(), 'waited for an element to play');
}

const kinds = (stream) => stream.getTracks().map(({ kind }) => kind).sort();
const live = (stream) => stream.getTracks().every(({ readyState }) => readyState === 'live');

/** Every event of a capture and of its tracks. */
function follow(stream) {
  const events = [];
  const note = (type, track) => events.push(`${type} ${track.kind}${type === 'ended' && track.readyState === 'live' ? ', live' : ''}`);
  const listen = (track) => track.addEventListener('ended', () => note('ended', track));
  // Chromium tells of the tracks of a film that it has captured already.
  const known = new Set(stream.getTracks());
  for (const track of known) listen(track);
  stream.addEventListener('addtrack', ({ track }) => {
    if (known.has(track)) return;
    known.add(track);
    note('addtrack', track);
    listen(track);
  });
  stream.addEventListener('removetrack', ({ track }) => note('removetrack', track));
  return events;
}

/** A host changes a stream, and tells a moment later. */
const told = (events, type, tracks) => until(() => events.filter((event) => event.startsWith(type)).length >= tracks, `waited for ${type}`);

/** Shows a track that is the page's, and waits until it has shown different pictures: nothing has stopped or blanked it. */
async function goesOn(track) {
  equal(track.readyState, 'live');
  const screen = createElement();
  screen.srcObject = new MediaStream([track]);
  screen.play().catch(() => {});
  const canvas = new OffscreenCanvas(1, 1);
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  const seen = new Set();
  await until(() => {
    if (screen.videoWidth > 0) {
      drawing.drawImage(screen, 0, 0, 1, 1);
      seen.add(drawing.getImageData(0, 0, 1, 1).data.join());
    }
    return seen.size > 3;
  }, 'waited for pictures of the page’s track');
  screen.srcObject = null;
}

function close(element, ...streams) {
  element.pause();
  element.srcObject = null;
  element.removeAttribute('src');
  element.load();
  for (const stream of streams) for (const track of stream.getTracks()) track.stop();
}

/** A capture of a stream of the page's, and then something else. */
async function capturedThen(change) {
  const pages = pagesStream(['audio', 'video']);
  const [picture] = pages.getVideoTracks();
  const element = createElement();
  await play(element, pages);
  const capture = element.captureStream();
  await until(() => kinds(capture).length === 2, 'waited for tracks');
  const old = capture.getTracks();
  const events = follow(capture);
  await change(element, pages);
  await until(() => old.every((track) => track.readyState === 'ended' && !capture.getTracks().includes(track)), 'waited for the old ones to leave');
  await told(events, 'removetrack', old.length);
  for (const kind of ['audio', 'video']) {
    const [ended, left] = ['ended', 'removetrack'].map((type) => events.indexOf(`${type} ${kind}`));
    assert(ended >= 0 && ended < left, `${kind}: ${events}`);
    equal(events.filter((event) => event === `ended ${kind}`).length, 1, kind);
  }
  equal(pages.getTracks().map(({ readyState }) => readyState), ['live', 'live']);
  await goesOn(picture);
  // It is heard once, whatever the page does with what has left.
  for (const track of old) track.stop();
  equal(pages.getTracks().map(({ readyState }) => readyState), ['live', 'live']);
  return { element, capture, pages, events };
}

const owners = {
  async 'the page’s tracks go on when the element that was captured loses its stream'() {
    const { element, capture, pages } = await capturedThen((element) => (element.srcObject = null));
    equal(kinds(capture), []);
    equal(pages.active, true);
    await play(element, pages);
    await until(() => kinds(capture).length === 2 && live(capture), 'waited for tracks');
    close(element, pages);
  },

  async 'the page’s tracks go on when the element plays other streams, one after the other'() {
    const others = [pagesStream(), pagesStream(), pagesStream()];
    const { element, capture, pages } = await capturedThen((element) => play(element, others[0]));
    await play(element, others[1]);
    await play(element, others[2]);
    await until(() => kinds(capture).join() === 'video' && live(capture), 'waited for the last one’s');
    await goesOn(others[0].getTracks()[0]);
    await goesOn(others[1].getTracks()[0]);
    await goesOn(others[2].getTracks()[0]);
    close(element, pages, ...others);
  },

  async 'the page’s tracks go on when the element plays a film, then them again, then another film'() {
    const { element, capture, pages } = await capturedThen((element) => play(element, DAY));
    for (const source of [pages, NIGHT, pages]) {
      await play(element, source);
      await until(() => kinds(capture).length === 2 && live(capture), 'waited for tracks');
      await goesOn(pages.getVideoTracks()[0]);
    }
    close(element, pages);
  },

  async 'the page’s tracks go on when the element was captured with a film, and then plays streams'() {
    const streams = [pagesStream(['audio', 'video']), pagesStream(['audio', 'video'])];
    const element = createElement();
    await play(element, DAY);
    const capture = element.captureStream();
    for (const source of [streams[0], streams[1], streams[0], NIGHT]) {
      await play(element, source);
      await until(() => kinds(capture).length === 2 && live(capture), 'waited for tracks');
    }
    for (const stream of streams) await goesOn(stream.getVideoTracks()[0]);
    close(element, ...streams);
  },

  async 'the same stream again, and the same tracks in another, are other sources'() {
    for (const again of [(pages) => pages, (pages) => new MediaStream(pages.getTracks())]) {
      const { element, capture, pages } = await capturedThen((element, pages) => play(element, again(pages)));
      await until(() => kinds(capture).length === 2 && live(capture), 'waited for tracks');
      close(element, pages);
    }
  },

  async 'one track of the page’s goes on when 200 elements that play it were captured and lose it'() {
    const pages = pagesStream();
    const [picture] = pages.getTracks();
    const elements = Array.from({ length: 200 }, () => createElement());
    for (const element of elements) await play(element, pages);
    const captures = elements.map((element) => element.captureStream());
    await until(() => captures.every((capture) => kinds(capture).length === 1), 'waited for tracks');
    for (const element of elements) element.srcObject = null;
    await until(() => captures.every((capture) => kinds(capture).length === 0), 'waited for them to leave');
    equal(picture.readyState, 'live');
    await goesOn(picture);
    close(elements[0], pages);
  },

  async 'what leaves one of many captures of an element is found without a look at the others'() {
    const pages = pagesStream();
    const element = createElement();
    await play(element, pages);
    const captures = Array.from({ length: 100 }, () => element.captureStream());
    await until(() => captures.every((capture) => kinds(capture).length === 1), 'waited for tracks');
    const { deref } = WeakRef.prototype;
    let looks = 0;
    WeakRef.prototype.deref = function () {
      looks += 1;
      return deref.call(this);
    };
    try {
      element.srcObject = null;
      await until(() => captures.every((capture) => kinds(capture).length === 0), 'waited for them to leave');
    } finally {
      WeakRef.prototype.deref = deref;
    }
    assert(looks < 20 * captures.length, `${looks} looks`);
    close(element, pages);
  },

  async 'script may stop a captured track, and the page’s goes on'() {
    const pages = pagesStream();
    const element = createElement();
    await play(element, pages);
    const capture = element.captureStream();
    await until(() => kinds(capture).length === 1, 'waited for a track');
    capture.getTracks()[0].stop();
    await goesOn(pages.getTracks()[0]);
    close(element, pages);
  },

  async 'what has left a capture has ended for good, and so have its clones'() {
    const { element, pages } = await capturedThen((element) => (element.srcObject = null));
    const film = createElement();
    await play(film, DAY);
    const capture = film.captureStream();
    await play(film, pages);
    await until(() => kinds(capture).length === 2, 'waited for tracks');
    const old = capture.getTracks();
    film.srcObject = null;
    film.removeAttribute('src');
    await until(() => kinds(capture).length === 0, 'waited for them to leave');
    for (const track of old) equal(track.readyState, 'ended');
    // WebKit's own clone of a picture that has ended is live.
    if (!isWebKit) for (const track of old) equal(track.clone().readyState, 'ended');
    await goesOn(pages.getVideoTracks()[0]);
    const heardAgain = [];
    for (const track of old) track.addEventListener('ended', () => heardAgain.push(track.kind));
    close(film);
    close(element, pages);
    await wait(100);
    equal(heardAgain, []);
  },

  async 'a captured track is disabled while the page’s is, and ends when the page stops it'() {
    const pages = pagesStream();
    const [picture] = pages.getTracks();
    const element = createElement();
    await play(element, pages);
    const capture = element.captureStream();
    await until(() => kinds(capture).length === 1, 'waited for a track');
    const [track] = capture.getTracks();
    const screen = createElement();
    await play(screen, capture);
    await until(() => screen.videoWidth > 0, 'waited for a picture');
    const isBlack = () => {
      const drawing = new OffscreenCanvas(1, 1).getContext('2d');
      drawing.drawImage(screen, 0, 0, 1, 1);
      return drawing.getImageData(0, 0, 1, 1).data.slice(0, 3).every((component) => component < 30);
    };
    picture.enabled = false;
    equal(track.enabled, true);
    await until(isBlack, 'waited for black');
    picture.enabled = true;
    await until(() => !isBlack(), 'waited for a picture');
    picture.stop();
    await until(() => track.readyState === 'ended' && kinds(capture).length === 0, 'waited for its end');
    close(screen);
    close(element, pages);
  },
};

const streams = {
  async 'what comes to the played stream comes to the capture, and what leaves it ends and leaves'() {
    const pages = pagesStream();
    const element = createElement();
    await play(element, pages);
    const capture = element.captureStream();
    await until(() => kinds(capture).join() === 'video', 'waited for the video');
    const events = follow(capture);
    const sound = soundTrack();
    pages.addTrack(sound);
    await until(() => events.length > 0, 'waited for the sound');
    pages.removeTrack(sound);
    await until(() => events.length > 2, 'waited for its end');
    equal(events, ['addtrack audio', 'ended audio', 'removetrack audio']);
    equal([sound.readyState, kinds(capture)], ['live', ['video']]);
    sound.stop();
    close(element, pages);
  },

  async 'what the package ends together ends before anything leaves'() {
    if (isRight) return;
    for (const source of [DAY, pagesStream(['audio', 'video'])]) {
      const element = createElement();
      await play(element, source);
      const capture = element.captureStream();
      await until(() => kinds(capture).length === 2, 'waited for tracks');
      const states = [];
      capture.addEventListener('removetrack', () => states.push(live(capture)));
      const old = capture.getTracks();
      capture.onremovetrack = () => states.push(...old.map(({ readyState }) => readyState));
      await play(element, NIGHT);
      await until(() => states.length === 6, 'waited for both to leave');
      assert(!states.includes('live'), `${states}`);
      close(element);
    }
  },
};

/** An element that plays a film, and a capture of it. */
async function capturedFilm() {
  const element = createElement();
  await play(element, DAY);
  const capture = element.captureStream();
  await until(() => kinds(capture).length === 2, 'waited for tracks');
  return { element, capture };
}

/** Its film ends, and is played again at once: until the capture has other tracks. */
async function playAgain(element, capture) {
  const old = capture.getTracks();
  const playsAgain = new Promise((resolve) => {
    element.addEventListener('ended', () => {
      element.addEventListener('playing', resolve, { once: true });
      element.play();
      // Or a slow machine would see the next end before it sees the other tracks.
      element.loop = true;
    }, { once: true });
  });
  const ended = heard(element, 'ended');
  element.loop = false;
  // No nearer: an end that comes while it still seeks is more than WebKitGTK can follow.
  element.currentTime = element.duration - 1.2;
  await inTime(ended, 'waited for the element’s end');
  await inTime(playsAgain, 'waited for the element to play again');
  await until(() => kinds(capture).length === 2 && capture.getTracks().every((track) => !old.includes(track)), 'waited for others');
}

/** Sources that are set inside an event of the ones before: at the end there is one set of tracks. */
async function leavesOneSet(element, capture, type) {
  let changes = 0;
  element.addEventListener(type, () => {
    if (changes++ < 3) play(element, changes % 2 ? NIGHT : DAY).catch(() => {});
  });
  play(element, NIGHT).catch(() => {});
  await until(() => changes > 3, `${type}: waited for changes`);
  // Longer than any patience.
  await wait(1500);
  equal([kinds(capture), live(capture)], [['audio', 'video'], true], type);
  close(element);
}

const fast = {
  async 'a source set inside the events of the one before leaves one set of tracks'() {
    for (const type of ['loadedmetadata', 'loadeddata', 'canplay', 'playing']) {
      const { element, capture } = await capturedFilm();
      await leavesOneSet(element, capture, type);
    }
  },

  async 'a source set inside the events of the one before leaves one set of tracks, also when the element was played again before'() {
    for (const type of ['loadedmetadata', 'playing']) {
      const { element, capture } = await capturedFilm();
      await playAgain(element, capture);
      await leavesOneSet(element, capture, type);
    }
  },

  async 'streams that take turns every few milliseconds leave one set of tracks'() {
    const turns = [pagesStream(), pagesStream()];
    const element = createElement();
    await play(element, turns[0]);
    const capture = element.captureStream();
    await until(() => kinds(capture).length === 1, 'waited for a track');
    for (let i = 0; i < 40; i++) {
      play(element, turns[i % 2]).catch(() => {});
      await wait(i % 7);
    }
    await inTime(element.play(), 'waited for an element to play');
    await wait(1500);
    equal([kinds(capture), live(capture)], [['video'], true]);
    for (const stream of turns) await goesOn(stream.getTracks()[0]);
    close(element, ...turns);
  },

  async 'played again at once, it has another set of tracks'() {
    const { element, capture } = await capturedFilm();
    const events = follow(capture);
    await playAgain(element, capture);
    await told(events, 'addtrack', 2);
    const first = events.findIndex((event) => event.startsWith('addtrack'));
    assert(events.slice(0, first).filter((event) => event.startsWith('removetrack')).length === 2, `${events}`);
    assert(live(capture), 'the new ones are not live');
    close(element);
  },
};

const installed = {
  async 'installed again, an element that was captured before is followed as the first time'() {
    const element = createElement();
    await play(element, DAY);
    element.captureStream();
    installation.uninstall();
    installation = install(window);
    const capture = element.captureStream();
    await until(() => kinds(capture).length === 2, 'waited for tracks');
    const old = capture.getTracks();
    await play(element, NIGHT);
    await until(() => kinds(capture).length === 2 && capture.getTracks().every((track) => !old.includes(track)), 'waited for others');
    await wait(500);
    equal([kinds(capture), live(capture)], [['audio', 'video'], true]);
    close(element);
  },

  async 'when nothing is installed any more, nothing of it acts'() {
    const element = createElement();
    const pages = pagesStream();
    await play(element, pages);
    const capture = element.captureStream();
    await until(() => kinds(capture).length === 1, 'waited for a track');
    element.srcObject = null;
    installation.uninstall();
    for (const name of ['readyState', 'enabled']) {
      const { get } = Object.getOwnPropertyDescriptor(MediaStreamTrack.prototype, name);
      assert(`${get}`.includes('[native code]'), `${name} is not the engine’s`);
    }
    for (const name of ['addTrack', 'removeTrack']) {
      assert(`${MediaStream.prototype[name]}`.includes('[native code]'), `${name} is not the engine’s`);
    }
    installation = install(window);
    await goesOn(pages.getTracks()[0]);
    close(element, pages, capture);
  },

  async 'when nothing is installed any more, no copy keeps on what the page has stopped'() {
    if (isRight) return;
    const element = createElement();
    const pages = pagesStream();
    await play(element, pages);
    const [copy] = element.captureStream().getTracks();
    installation.uninstall();
    await goesOn(copy);
    pages.getTracks()[0].stop();
    await until(() => copy.readyState === 'ended', 'waited for the end of the copy');
    installation = install(window);
    close(element, pages);
  },

  async 'events that script dispatches at an element, or at one in it, change nothing'() {
    const element = createElement();
    const child = document.createElement('source');
    element.append(child);
    document.body.append(element);
    await play(element, DAY);
    const capture = element.captureStream();
    await until(() => kinds(capture).length === 2, 'waited for tracks');
    const events = follow(capture);
    for (const type of EVENT_TYPES) {
      child.dispatchEvent(new Event(type));
      if (heardByEngine.includes(type)) continue;
      element.dispatchEvent(new Event(type));
      child.dispatchEvent(new Event(type, { bubbles: true }));
    }
    await wait(600);
    equal([kinds(capture), live(capture), events], [['audio', 'video'], true, []]);
    element.remove();
    close(element);
  },

  async 'listeners of the page that stop every event don’t stop it from following'() {
    const stop = (event) => event.stopImmediatePropagation();
    const types = EVENT_TYPES.filter((type) => !heardByEngine.includes(type));
    const element = createElement();
    document.body.append(element);
    for (const type of types) {
      window.addEventListener(type, stop, true);
      element.addEventListener(type, stop, true);
    }
    await play(element, DAY);
    const capture = element.captureStream();
    await until(() => kinds(capture).length === 2, 'waited for tracks');
    const old = capture.getTracks();
    await play(element, NIGHT);
    await until(() => old.every(({ readyState }) => readyState === 'ended'), 'waited for their end');
    await until(() => kinds(capture).length === 2 && live(capture), 'waited for others');
    for (const type of types) window.removeEventListener(type, stop, true);
    element.remove();
    close(element);
  },

  async 'a page’s own clocks that stand still don’t stop it'() {
    const element = createElement();
    await play(element, DAY);
    const capture = element.captureStream();
    await until(() => kinds(capture).length === 2, 'waited for tracks');
    const events = follow(capture);
    await withClocksThatStandStill(async () => {
      element.removeAttribute('src');
      element.load();
      await until(() => kinds(capture).length === 0, 'waited for them to leave');
      await told(events, 'removetrack', 2);
    });
    equal([kinds(capture), events.length], [[], 4]);
    close(element);
  },

  async 'an element of a frame is captured, and followed'() {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const element = Object.assign(frame.contentDocument.createElement('video'), { muted: true, loop: true });
    await play(element, DAY);
    const capture = HTMLMediaElement.prototype.captureStream.call(element);
    await until(() => kinds(capture).includes('video'), 'waited for a picture');
    const old = capture.getTracks();
    await play(element, NIGHT);
    await until(() => old.every((track) => track.readyState === 'ended' && !capture.getTracks().includes(track)), 'waited for their end');
    await until(() => kinds(capture).includes('video'), 'waited for another picture');
    close(element);
    frame.remove();
  },

  async 'an audio element is captured as well'() {
    const element = createElement('audio');
    const pages = pagesStream(['audio']);
    await play(element, pages);
    const capture = element.captureStream();
    await until(() => kinds(capture).join() === 'audio', 'waited for sound');
    await play(element, tone());
    await until(() => kinds(capture).join() === 'audio' && live(capture), 'waited for other sound');
    equal(pages.getTracks()[0].readyState, 'live');
    close(element, pages);
  },

  'what is dispatched at an engine’s own track is heard by its listeners and its handler'() {
    const [track] = pagesStream().getTracks();
    const events = [];
    const removed = () => events.push('removed');
    track.addEventListener('ended', () => events.push('listener'));
    track.addEventListener('ended', { handleEvent: () => events.push('object') }, { once: true });
    track.addEventListener('ended', removed);
    track.removeEventListener('ended', removed);
    track.onended = () => events.push('handler');
    track.dispatchEvent(new Event('ended'));
    equal(events, ['listener', 'object', 'handler']);
    track.dispatchEvent(new Event('ended'));
    equal(events.slice(3), ['listener', 'handler']);
    track.stop();
  },

  'an engine that captures streams rightly is left as it was'() {
    equal(copies(), !isRight);
  },
};

export const checks = { ...owners, ...streams, ...fast, ...installed };
