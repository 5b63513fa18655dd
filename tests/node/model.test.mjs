// Random commands, of script and of the user agent, against a model of the specification in a few lines:
// the same events in the same order, and the same state after each command.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MediaStream, StreamController, TrackSource } from '#package';

/** A small generator of reproducible random numbers: https://prng.di.unimi.it/splitmix64.c, in 32 bits. */
function random(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) % below;
  };
}

/** What the specification says, with plain objects. */
class Model {
  sources = [];
  tracks = [];
  streams = [];
  log = [];

  createSource(kind) { this.sources.push({ kind, ended: false, muted: false }); }
  createTrack(source) {
    const { kind, muted } = this.sources[source];
    this.tracks.push({ source, kind, muted, ended: false, enabled: true });
  }
  cloneTrack(track) { this.tracks.push({ ...this.tracks[track] }); }
  createStream(tracks) { this.streams.push([...new Set(tracks)]); }
  cloneStream(stream) {
    this.streams.push(this.streams[stream].map((track) => {
      this.cloneTrack(track);
      return this.tracks.length - 1;
    }));
  }
  scriptAdds(stream, track) { if (!this.streams[stream].includes(track)) this.streams[stream].push(track); }
  scriptRemoves(stream, track) { this.streams[stream] = this.streams[stream].filter((other) => other !== track); }
  stop(track) { this.tracks[track].ended = true; }
  enable(track, enabled) { this.tracks[track].enabled = enabled; }
  userAgentAdds(stream, track) {
    if (this.streams[stream].includes(track)) return;
    this.scriptAdds(stream, track);
    this.log.push(`addtrack ${track} at ${stream}`);
  }
  userAgentRemoves(stream, track) {
    if (!this.streams[stream].includes(track)) return;
    this.scriptRemoves(stream, track);
    this.log.push(`removetrack ${track} at ${stream}`);
  }
  setTracks(stream, tracks) {
    for (const track of this.streams[stream]) if (!tracks.includes(track)) this.userAgentRemoves(stream, track);
    for (const track of tracks) this.userAgentAdds(stream, track);
  }
  setMuted(source, muted) {
    if (this.sources[source].ended || this.sources[source].muted === muted) return;
    this.sources[source].muted = muted;
    for (const [at, track] of this.tracks.entries()) {
      if (track.source !== source || track.ended || track.muted === muted) continue;
      track.muted = muted;
      this.log.push(`${muted ? 'mute' : 'unmute'} ${at}`);
    }
  }
  end(source) {
    this.sources[source].ended = true;
    for (const [at, track] of this.tracks.entries()) {
      if (track.source !== source || track.ended) continue;
      track.ended = true;
      this.log.push(`ended ${at}`);
    }
  }

  state() {
    const live = (track) => !this.tracks[track].ended;
    return {
      sources: this.sources.map(({ ended, muted }, at) => {
        const inUse = this.tracks.some((track) => track.source === at && !track.ended);
        return { ended, muted, inUse };
      }),
      tracks: this.tracks.map(({ kind, muted, ended, enabled }) => ({ kind, muted, ended, enabled })),
      streams: this.streams.map((tracks) => ({ tracks, active: tracks.some(live) })),
    };
  }
}

/** The same commands to the package. */
class Package {
  sources = [];
  tracks = [];
  streams = [];
  log = [];

  #keepTrack(track) {
    const at = this.tracks.push(track) - 1;
    for (const type of ['ended', 'mute', 'unmute']) track[`on${type}`] = () => this.log.push(`${type} ${at}`);
  }
  #keepStream(stream) {
    const at = this.streams.push(stream) - 1;
    for (const type of ['addtrack', 'removetrack']) {
      stream.addEventListener(type, ({ track }) => this.log.push(`${type} ${this.tracks.indexOf(track)} at ${at}`));
    }
  }
  #all(tracks) { return tracks.map((track) => this.tracks[track]); }

  createSource(kind) { this.sources.push(new TrackSource(kind)); }
  createTrack(source) { this.#keepTrack(this.sources[source].createTrack()); }
  cloneTrack(track) { this.#keepTrack(this.tracks[track].clone()); }
  createStream(tracks) { this.#keepStream(new MediaStream(this.#all(tracks))); }
  cloneStream(stream) {
    const clone = this.streams[stream].clone();
    clone.getTracks().forEach((track) => this.#keepTrack(track));
    this.#keepStream(clone);
  }
  scriptAdds(stream, track) { this.streams[stream].addTrack(this.tracks[track]); }
  scriptRemoves(stream, track) { this.streams[stream].removeTrack(this.tracks[track]); }
  stop(track) { this.tracks[track].stop(); }
  enable(track, enabled) { this.tracks[track].enabled = enabled; }
  userAgentAdds(stream, track) { StreamController.of(this.streams[stream]).addTrack(this.tracks[track]); }
  userAgentRemoves(stream, track) { StreamController.of(this.streams[stream]).removeTrack(this.tracks[track]); }
  setTracks(stream, tracks) { StreamController.of(this.streams[stream]).setTracks(this.#all(tracks)); }
  setMuted(source, muted) { muted ? this.sources[source].mute() : this.sources[source].unmute(); }
  end(source) { this.sources[source].end(); }

  state() {
    return {
      sources: this.sources.map(({ ended, muted, inUse }) => ({ ended, muted, inUse })),
      tracks: this.tracks.map(({ kind, muted, readyState, enabled }) => ({ kind, muted, ended: readyState === 'ended', enabled })),
      streams: this.streams.map((stream) => ({
        tracks: stream.getTracks().map((track) => this.tracks.indexOf(track)),
        active: stream.active,
      })),
    };
  }
}

/** A random command that makes sense in this state, as the name of a method and its arguments. */
function randomCommand(model, below) {
  const any = (list) => below(list.length);
  const some = (list) => Array.from({ length: below(5) }, () => any(list));
  const live = model.sources.map((source, at) => [source, at]).filter(([source]) => !source.ended).map(([, at]) => at);
  const { sources, tracks, streams } = model;
  const commands = [
    () => ['createSource', below(2) ? 'audio' : 'video'],
    () => live.length && ['createTrack', live[any(live)]],
    () => tracks.length && tracks.length < 60 && ['cloneTrack', any(tracks)],
    () => tracks.length && ['createStream', some(tracks)],
    () => streams.length && tracks.length < 60 && ['cloneStream', any(streams)],
    () => tracks.length && ['stop', any(tracks)],
    () => tracks.length && ['enable', any(tracks), below(2) === 1],
    () => sources.length && ['setMuted', any(sources), below(2) === 1],
    () => sources.length && below(4) === 0 && ['end', any(sources)],
    ...['scriptAdds', 'scriptRemoves', 'userAgentAdds', 'userAgentRemoves'].map((command) => () =>
      streams.length && tracks.length && [command, any(streams), any(tracks)]),
    () => streams.length && tracks.length && ['setTracks', any(streams), some(tracks)],
  ];
  for (;;) {
    const command = commands[any(commands)]();
    if (command) return command;
  }
}

for (let seed = 1; seed <= 60; seed++) {
  test(`100 random commands do what the model of the specification does (seed ${seed})`, () => {
    const below = random(seed);
    const model = new Model();
    const real = new Package();
    const done = [];
    for (let n = 0; n < 100; n++) {
      const [command, ...args] = randomCommand(model, below);
      done.push(`${command}(${JSON.stringify(args).slice(1, -1)})`);
      model[command](...args);
      real[command](...args);
      assert.deepEqual(real.log, model.log, done.join('\n'));
      assert.deepEqual(real.state(), model.state(), done.join('\n'));
    }
  });
}
