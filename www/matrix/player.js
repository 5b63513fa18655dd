// A media element that is captured.

import { Judge } from './judge.js';
import { settle, until } from './wait.js';
import { isLive, Witness } from './witness.js';

/** How long old tracks may take to leave when the new ones are there. */
const SOON = 1500;

const ELEMENT_EVENTS = ['emptied', 'loadedmetadata', 'playing', 'ended', 'error'];

export class Player {
  /** @type {HTMLMediaElement} */
  element;
  /** @type {MediaStream[]} the captures */
  streams = [];
  /** Tracks that script put into captures. */
  foreign = new Set();
  /** Called with each capture, before we listen to it. */
  onstream = undefined;
  #host;
  #log;
  #witness;
  #source;
  #live = [];
  /** Which of its events was the last. */
  #last;

  /** It loops, unless told otherwise: else a slow machine would see its end before the change that it's about. */
  constructor(host, log, { audio = false, muted = true, loop = true, attached = true } = {}) {
    this.#host = host;
    this.#log = log;
    // What plays mutes and unmutes as it likes: that's not what this is about.
    this.#witness = new Witness(host, log);
    this.element = document.createElement(audio ? 'audio' : 'video');
    Object.assign(this.element, { muted, loop, playsInline: true });
    if (attached) document.body.append(this.element);
    for (const type of ELEMENT_EVENTS) {
      this.element.addEventListener(type, () => {
        this.#last = type;
        log.note(`the element: ${type}`);
      });
    }
  }

  /** Gives the element a source. */
  give(source) {
    this.#log.note(`now ${source.name}`);
    this.#source = source;
    if (source.stream) this.#live.push(source.stream);
    source.give(this.element);
  }

  /** Starts to load anew what it has. */
  load() {
    this.#log.note('load()');
    this.element.load();
  }

  /** Takes away what it plays. */
  empty() {
    this.#log.note('no source any more');
    this.#source = { name: 'nothing', kinds: [] };
    this.element.removeAttribute('src');
    this.element.load();
  }

  /** What it plays will be over, and nothing comes after it. */
  ends() {
    this.element.loop = false;
    this.#source = { name: 'nothing', kinds: [] };
  }

  /** It will play this again, which it has still. */
  continues(source) {
    this.#source = source;
  }

  play() {
    // A new source cuts an old promise short.
    this.element.play().catch(() => {});
  }

  async playing() {
    const { element } = this;
    this.play();
    const plays = await until(() => !element.paused && element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && element.currentTime > 0);
    if (!plays) throw new Error('the element does not play');
  }

  /** It has ended, and was told to play: waits until it does. */
  async playsAgain() {
    if (!(await until(() => this.#last === 'playing'))) throw new Error('it does not play again');
  }

  async loaded() {
    const loaded = await until(() => this.element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA);
    if (!loaded) throw new Error('the element does not load');
  }

  /** Captures the element, and waits until the capture has what the element plays. */
  async capture() {
    const stream = this.#host.captureStream(this.element);
    this.streams.push(stream);
    this.onstream?.(stream);
    this.#witness.watchStream(stream);
    this.#log.note(`captured as ${this.#log.name(stream)}`);
    const ready = await until(() => this.element.readyState < HTMLMediaElement.HAVE_METADATA || this.#has(stream, this.#source.kinds));
    if (!ready) throw new Error('the capture has not what the element plays');
    await settle();
    return stream;
  }

  /** The captured tracks, each with its stream. */
  captured() {
    return this.#witness.memberships().filter(({ stream, track }) => this.streams.includes(stream) && !this.foreign.has(track));
  }

  /** Puts a track of script's own into a capture. */
  addForeign(stream, kind) {
    const track = this.#host.createTrack(kind);
    this.foreign.add(track);
    this.#live.push(new this.#host.MediaStream([track]));
    this.#witness.watchTrack(track);
    stream.addTrack(track);
  }

  /** Listens to a stream of script's own as well. */
  watch(stream) {
    this.#witness.watchStream(stream);
  }

  /**
   * Waits until the element has its new source, or none, or one that fails; and then, not for ever, for its captures, and for
   * what is in none any more.
   */
  async follows(old, taken = []) {
    const { element } = this;
    const { kinds } = this.#source;
    await until(() => (kinds.length === 0 ? element.error || element.readyState === 0 || element.ended : element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA));
    const tracks = old.map(({ track }) => track);
    await until(() => this.streams.every((stream) => this.#has(stream, kinds, tracks)));
    const areOver = () => old.every(({ stream, track }) => !isLive(track) && !stream.getTracks().includes(track));
    await until(() => areOver() && !taken.some(isLive), SOON);
    await settle();
  }

  get kinds() {
    return this.#source.kinds;
  }

  /** Script's own tracks: those that the element played, and those that were put into captures. */
  get ownTracks() {
    return this.#live.flatMap((stream) => stream.getTracks());
  }

  judge() {
    return new Judge(this.#log, this.#witness, { mutes: false });
  }

  close() {
    const { element } = this;
    element.pause();
    element.srcObject = null;
    element.removeAttribute('src');
    element.load();
    element.remove();
    for (const stream of [...this.#live, ...this.streams]) {
      for (const track of stream.getTracks()) track.stop();
    }
  }

  /** Whether a capture has live tracks of these kinds, and no others but old ones and script's own. */
  #has(stream, kinds, old = []) {
    const tracks = stream.getTracks().filter((track) => !this.foreign.has(track) && !old.includes(track) && isLive(track));
    return tracks.map(({ kind }) => kind).sort().join() === kinds.join();
  }
}

/** Makes an element, does something with it, and tidies up whatever comes of it. */
export async function withPlayer(host, log, options, action) {
  const player = new Player(host, log, options);
  try {
    return await action(player, host);
  } finally {
    player.close();
  }
}
