// captureStream() made of a canvas and Web Audio: what the tracks show and how they sound.

import { install } from '../../../pkg/index.js';
import { assert, equal, thrown } from './assert.js';
import { withClocksThatStandStill } from './clocks.js';
import { Meter, ramp, tone, TONE_LOUDNESS } from './sound.js';
import { heard, inTime, until, wait, watch } from './wait.js';

const [DAY, NIGHT] = ['/www/media/day.webm', '/www/media/night.webm'];
/** Another origin, by its name, on the same server, which tells nobody that it shares. */
const ELSEWHERE = `http://localhost:${location.port}${DAY}`;

const contexts = [];
const NativeContext = AudioContext;
window.AudioContext = new Proxy(NativeContext, {
  construct(...how) {
    const context = Reflect.construct(...how);
    contexts.push(context);
    return context;
  },
});
// Then any engine makes the tracks as WebKit has to.
delete HTMLMediaElement.prototype.captureStream;

let warnings = [];
console.warn = (message) => warnings.push(message);

install(window);

/** Ours, not among those of the package. */
const context = new NativeContext();
/** Without a sound card some engines' Web Audio stands still. */
const webAudioRuns = Promise.race([context.resume().then(() => true), wait(1500).then(() => false)]);
/** Only there is Web Audio's sound of an element not as loud as the element; the others have a captureStream() of their own. */
const isWebKit = 'audioTracks' in HTMLMediaElement.prototype;

async function load(kind, src, properties) {
  const element = watch(Object.assign(document.createElement(kind), { muted: true, loop: true }, properties, { src }));
  await inTime(heard(element, 'loadeddata'), 'waited for an element to load');
  return element;
}

const start = (element) => inTime(element.play(), 'waited for an element to play');

async function play(kind, src, properties) {
  const element = await load(kind, src, properties);
  await start(element);
  return element;
}

/** Shows a track. */
async function show(track) {
  const screen = Object.assign(document.createElement('video'), { muted: true, srcObject: new MediaStream([track]) });
  document.body.append(screen);
  screen.play().catch(() => {});
  await until(() => screen.videoWidth > 0, 'waited for a picture');
  return screen;
}

function pixels(video) {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  drawing.drawImage(video, 0, 0);
  return drawing.getImageData(0, 0, canvas.width, canvas.height).data;
}

/** The largest difference of a pixel's component; 256 if there is no picture or another size. */
function difference(video, screen) {
  if (screen.videoWidth !== video.videoWidth || screen.videoHeight !== video.videoHeight) return 256;
  const [expected, actual] = [pixels(video), pixels(screen)];
  if (expected.every((component) => component === 0)) return 256;
  return expected.reduce((most, component, i) => Math.max(most, Math.abs(component - actual[i])), 0);
}

/** What may have hindered a picture, for who reads that it didn't come. */
function howItStands(film, stream, screen) {
  const ofVideo = ({ currentTime, seeking, ended, paused, readyState, videoWidth, videoHeight }) =>
    ({ currentTime, seeking, ended, paused, readyState, videoWidth, videoHeight });
  const tracks = stream.getTracks().map((track) => ({ readyState: track.readyState, ...track.getSettings() }));
  return JSON.stringify({ film: ofVideo(film), tracks, screen: ofVideo(screen) });
}

/** Stops at a time of the film, and waits until both are at the same picture. */
async function showsTheSame(element, screen, time) {
  element.pause();
  element.currentTime = time;
  await inTime(heard(element, 'seeked'), 'waited for the end of a seek');
  await until(() => difference(element, screen) <= 2, `${time} s: waited for the same picture`);
}

/** Waits until a capture has shown ten pictures. */
async function showsDifferent(film, stream, screen) {
  const seen = new Set();
  const see = () => {
    seen.add(pixels(screen).join());
    screen.requestVideoFrameCallback(see);
  };
  screen.requestVideoFrameCallback(see);
  const told = () => `${seen.size} of them, ${howItStands(film, stream, screen)}: waited for ten different pictures`;
  await until(() => seen.size >= 10, told);
}

function end(stream, ...elements) {
  for (const track of stream.getTracks()) track.stop();
  for (const element of [...document.querySelectorAll('video'), ...elements]) {
    element.pause();
    element.remove();
  }
}

/** How often frame callbacks of an element are asked for from now on. */
function countFrameRequests(element) {
  let count = 0;
  element.requestVideoFrameCallback = (callback) => {
    count++;
    return HTMLVideoElement.prototype.requestVideoFrameCallback.call(element, callback);
  };
  return () => count;
}

/** Calls what a thing was registered with when that is collected. To look, as a WeakRef does, would keep it. */
const graves = new FinalizationRegistry((tell) => tell());

/** Garbage, some of which makes a collection, which no page can ask for. */
function makeGarbage() {
  for (let i = 0; i < 300; i++) new Array(20_000).fill(i);
}

const kinds = (stream) => stream.getTracks().map(({ kind }) => kind).sort();

const pictures = {
  async 'an element that is paused, muted and in no document shows its picture, pixel for pixel'() {
    const film = await play('video', DAY);
    // Chromium has no picture of a film that has not played.
    await wait(200);
    film.pause();
    const stream = film.captureStream();
    const screen = await show(stream.getVideoTracks()[0]);
    equal([screen.videoWidth, screen.videoHeight], [320, 176]);
    await showsTheSame(film, screen, 0.5);
    await showsTheSame(film, screen, 2);
    end(stream, film);
  },

  async 'pictures keep coming while it plays, each another one'() {
    const film = await play('video', NIGHT);
    const stream = film.captureStream();
    const screen = await show(stream.getVideoTracks()[0]);
    await showsDifferent(film, stream, screen);
    await showsTheSame(film, screen, 1);
    end(stream, film);
  },

  async 'they do while the page’s own clocks stand still'() {
    const film = await play('video', NIGHT);
    await withClocksThatStandStill(async () => {
      const stream = film.captureStream();
      await showsDifferent(film, stream, await show(stream.getVideoTracks()[0]));
      end(stream, film);
    });
  },

  async 'an element that is not displayed is captured all the same'() {
    const film = await play('video', DAY, { hidden: true });
    document.body.append(film);
    const stream = film.captureStream();
    const screen = await show(stream.getVideoTracks()[0]);
    await wait(300);
    await showsTheSame(film, screen, 1.2);
    end(stream, film);
  },

  async 'the size follows the film'() {
    const film = await load('video', window.resizingFilm);
    const stream = film.captureStream();
    // A browser's own capture has a paused film's picture when that is painted, which may have been before.
    film.currentTime = 0;
    const screen = await show(stream.getVideoTracks()[0]);
    equal([screen.videoWidth, screen.videoHeight], [320, 176]);
    await start(film);
    // For longer than is waited: a short film would be over before a page that stands still for a while has seen it.
    const isSmallAndBright = () => screen.videoWidth === 160 && screen.videoHeight === 96 && pixels(screen)[0] > 150;
    await until(isSmallAndBright, () => `${howItStands(film, stream, screen)}: waited for the small and bright picture`);
    end(stream, film);
  },

  async 'captures of one element are independent of each other'() {
    const film = await play('video', DAY);
    const [first, second] = [film.captureStream(), film.captureStream()];
    const screen = await show(second.getVideoTracks()[0]);
    for (const track of first.getTracks()) track.stop();
    equal(second.getTracks().map(({ readyState }) => readyState).includes('ended'), false);
    await wait(300);
    await showsTheSame(film, screen, 1.7);
    end(second, film);
  },

  async 'a clone goes on when its original is stopped'() {
    const film = await play('video', DAY);
    const stream = film.captureStream();
    const clone = stream.clone();
    const screen = await show(clone.getVideoTracks()[0]);
    for (const track of stream.getTracks()) track.stop();
    await wait(300);
    await showsTheSame(film, screen, 1.7);
    end(clone, film);
  },

  async 'when no track is live any more, no frame is asked for'() {
    const film = await play('video', DAY);
    const requests = countFrameRequests(film);
    const [first, second] = [film.captureStream(), film.captureStream()];
    await until(() => requests() > 6, 'waited for frames');
    for (const track of [...first.getTracks(), ...second.getTracks()]) track.stop();
    await wait(400);
    const before = requests();
    await wait(800);
    equal(requests() - before, 0);
    end(first, film);
  },
};

const sources = {
  async 'without a source there are no tracks, and with one they come'() {
    const film = Object.assign(document.createElement('video'), { muted: true });
    const stream = film.captureStream();
    equal(kinds(stream), []);
    const added = heard(stream, 'addtrack');
    film.src = DAY;
    await added;
    await until(() => kinds(stream).includes('video'), 'waited for the video track');
    end(stream, film);
  },

  async 'a stream that an element plays is captured as clones, and ends without the page’s own tracks'() {
    const canvas = document.createElement('canvas');
    const drawing = canvas.getContext('2d');
    const painting = setInterval(() => drawing.fillRect(0, 0, 300, 150), 50);
    drawing.fillStyle = 'rgb(200, 10, 30)';
    const played = canvas.captureStream();
    const film = Object.assign(document.createElement('video'), { muted: true, srcObject: played });
    film.play().catch(() => {});
    await until(() => film.readyState >= 2, 'waited for a picture');
    const stream = film.captureStream();
    equal(kinds(stream), ['video']);
    const [track] = stream.getTracks();
    assert(track !== played.getTracks()[0], 'the same track');
    const screen = await show(track);
    await until(() => screen.videoWidth > 0 && Math.abs(pixels(screen)[0] - 200) < 4, 'waited for red');
    const removed = heard(stream, 'removetrack');
    film.srcObject = null;
    equal((await removed).track, track);
    equal([track.readyState, played.getTracks()[0].readyState], ['ended', 'live']);
    clearInterval(painting);
    end(played, film);
  },

  async 'another origin’s media is refused'() {
    for (const kind of ['video', 'audio']) {
      const film = await load(kind, ELSEWHERE);
      const { name, message } = await thrown(() => film.captureStream());
      equal(name, 'SecurityError', kind);
      assert(message.includes('captureStream'), message);
    }
  },

  async 'when the element has gone on to another origin’s media, its capture has no tracks'() {
    const film = await play('video', DAY);
    const stream = film.captureStream();
    film.src = ELSEWHERE;
    await start(film);
    await wait(500);
    equal(kinds(stream), []);
    end(stream, film);
  },

  async 'encrypted media is refused'() {
    const film = await load('video', DAY);
    Object.defineProperty(film, 'mediaKeys', { value: {} });
    equal((await thrown(() => film.captureStream())).name, 'NotSupportedError');
  },
};

/** An element that plays muted, and how its captures are heard. */
async function playAndHear(src, captures = 1) {
  const song = await play('audio', src);
  const streams = Array.from({ length: captures }, () => song.captureStream());
  const meters = streams.map((stream) => {
    equal(kinds(stream), ['audio']);
    return Meter.ofTrack(stream.getTracks()[0], context);
  });
  await until(() => meters.every(({ loudness }) => loudness > 0.01), 'waited for any sound');
  return { song, streams, meters };
}

/** Waits until something is heard as loud as it is. */
const sounds = (meter, loudness = TONE_LOUDNESS) =>
  until(
    () => Math.abs(meter.loudness - loudness) < 0.03,
    () => `${meter.loudness} is not ${loudness}: waited for all of the sound`,
  );

const onlyInWebKit = {
  async 'the track of a muted element has its sound, and the volume is not the track’s'() {
    const { song, streams, meters } = await playAndHear(tone());
    await sounds(meters[0]);
    Object.assign(song, { muted: false, volume: 0.1 });
    await wait(300);
    await sounds(meters[0]);
    end(streams[0], song);
  },

  async 'the sound is in time'() {
    const { song, streams, meters } = await playAndHear(ramp());
    await until(() => Math.abs(song.currentTime - meters[0].time) < 0.2, 'waited for the time');
    end(streams[0], song);
  },

  async 'one capture’s sound goes on when another’s is stopped'() {
    const { song, streams, meters } = await playAndHear(tone(), 2);
    streams[0].getTracks()[0].stop();
    await wait(500);
    await sounds(meters[1]);
    end(streams[1], song);
  },

  async 'all elements share an AudioContext, which rests when none is captured and none of the captured plays'() {
    const elements = [await play('audio', tone()), await play('audio', tone())];
    const streams = elements.map((element) => element.captureStream());
    equal(contexts.length, 1);
    await until(() => contexts[0].state === 'running', 'waited for the AudioContext');
    await wait(300);
    for (const stream of streams) for (const track of stream.getTracks()) track.stop();
    await wait(500);
    // They have to be heard.
    equal(contexts[0].state, 'running');
    for (const element of elements) element.pause();
    await until(() => contexts[0].state === 'suspended', 'waited for rest');
    await start(elements[0]);
    await until(() => contexts[0].state === 'running', 'waited for it to run again');
    elements[0].pause();
    await until(() => contexts[0].state === 'suspended', 'waited for rest again');

    const stream = elements[0].captureStream();
    await until(() => contexts[0].state === 'running', 'paused: waited for the AudioContext');
    end(stream);
    await until(() => contexts[0].state === 'suspended', 'paused: waited for rest');
  },

  async 'an element whose sound the page has is captured without it, and with a warning'() {
    warnings = [];
    const film = await play('video', DAY);
    context.createMediaElementSource(film).connect(context.destination);
    const stream = film.captureStream();
    equal(kinds(stream), ['video']);
    equal(warnings.length, 1);
    assert(warnings[0].includes('createMediaElementSource'), warnings[0]);
    end(stream, film);
  },

  async 'the page may ask for the sound of an element that is captured'() {
    const { song, streams, meters } = await playAndHear(tone());
    const node = context.createMediaElementSource(song);
    equal([node.mediaElement === song, node instanceof MediaElementAudioSourceNode], [true, true]);
    const pages = new Meter(node);
    Object.assign(song, { muted: false, volume: 0.5 });
    await sounds(pages, TONE_LOUDNESS / 2);
    await sounds(meters[0]);
    equal((await thrown(() => context.createMediaElementSource(song))).name, 'InvalidStateError');
    end(streams[0], song);
  },

  async 'an element that is not muted stays so when it is captured, and sounds where the page then asks for its sound'() {
    const song = await play('audio', tone(), { muted: false });
    const stream = song.captureStream();
    const meter = Meter.ofTrack(stream.getTracks()[0], context);
    await until(() => meter.loudness > 0.01, 'waited for any sound');
    equal([song.muted, song.volume], [false, 1]);
    const pages = new Meter(context.createMediaElementSource(song));
    await sounds(pages);
    equal([song.muted, song.volume], [false, 1]);
    end(stream, song);
  },

  async 'the page may ask for the sound at once when it has captured the element, and both sound'() {
    const song = await play('audio', tone(), { muted: false });
    const stream = song.captureStream();
    const pages = new Meter(context.createMediaElementSource(song));
    const meter = Meter.ofTrack(stream.getTracks()[0], context);
    await until(() => pages.loudness > 0.01 && meter.loudness > 0.01, 'waited for any sound');
    await sounds(pages);
    await sounds(meter);
    equal(stream.getTracks().map(({ readyState }) => readyState), ['live']);
    end(stream, song);
  },

  async 'an element whose sound comes to have more channels goes on, where WebKitGTK by itself crashes'() {
    const oscillator = new OscillatorNode(context);
    const destination = context.createMediaStreamDestination();
    oscillator.connect(destination);
    oscillator.start();
    // The film is mono.
    const film = await play('video', DAY);
    const stream = film.captureStream();
    await until(() => contexts[0].state === 'running', 'waited for the AudioContext');
    await wait(200);
    for (let i = 0; i < 8; i++) {
      film.srcObject = destination.stream;
      await start(film);
      await wait(100);
      film.srcObject = null;
      film.src = DAY;
      await start(film);
      await wait(100);
    }
    await until(() => kinds(stream).length === 2, 'waited for the film’s tracks');
    oscillator.stop();
    end(stream, film);
  },

  async 'elements that have been captured are collected'() {
    /** How many whose tracks are stopped, and how many whose tracks are not. */
    const collected = [0, 0];
    // In a function, whose variables are gone when it has returned.
    await (async () => {
      for (let i = 0; i < 6; i++) {
        const film = await load('video', DAY);
        const stream = film.captureStream();
        await wait(100);
        if (i % 2 === 0) for (const track of stream.getTracks()) track.stop();
        graves.register(film, () => collected[i % 2]++);
      }
    })();
    // One may be kept by what is left on the stack.
    const areMost = () => {
      makeGarbage();
      return collected.every((count) => count >= 2);
    };
    await until(areMost, () => `${collected} of 3 and 3 are collected: waited for more`);
  },
};

export const checks = { ...pictures, ...sources, ...(isWebKit && (await webAudioRuns) ? onlyInWebKit : {}) };
