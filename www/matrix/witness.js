// Listens to streams and their tracks, and writes into the log what they fire.

/** Each stream is listened to in three ways, which must hear the same event. */
const WAYS = ['a listener', 'onremovetrack', 'a later listener'];

/** In which order: zone.js calls all that addEventListener() has added at once. */
export const waysInOrder = () => ('Zone' in globalThis ? [WAYS[0], WAYS[2], WAYS[1]] : WAYS);

const TRACK_EVENTS = ['mute', 'unmute', 'ended'];

/** Whether a track is live; werift's tracks have another attribute for it. */
export const isLive = (track) => ('readyState' in track ? track.readyState === 'live' : !track.stopped);

export class Witness {
  streams = new Set();
  tracks = new Set();
  #host;
  #log;

  constructor(host, log) {
    this.#host = host;
    this.#log = log;
  }

  /** Whatever a stream has now and gets later is listened to as well. */
  watchStream(stream) {
    if (this.streams.has(stream)) return;
    this.streams.add(stream);
    this.#log.name(stream, 'stream');
    for (const track of stream.getTracks()) this.watchTrack(track);

    const [first, attribute, last] = WAYS;
    // Before it is installed, a stack's streams may have no listeners at all.
    stream.addEventListener?.('addtrack', (event) => {
      this.watchTrack(event.track);
      this.#fired(event, stream, first);
    });
    stream.addEventListener?.('removetrack', (event) => this.#fired(event, stream, first));
    stream.onremovetrack = (event) => this.#fired(event, stream, attribute);
    stream.addEventListener?.('removetrack', (event) => this.#fired(event, stream, last));
  }

  watchTrack(track) {
    if (this.tracks.has(track)) return;
    this.tracks.add(track);
    this.#log.name(track);
    for (const type of TRACK_EVENTS) {
      track.addEventListener(type, () => {
        this.#log.record({ type, track, live: isLive(track), text: `${type} ${this.#log.name(track)}` });
      });
    }
  }

  /** The tracks that the streams have now: each stream with each of its tracks. */
  memberships() {
    return [...this.streams].flatMap((stream) => [...stream.getTracks()].map((track) => ({ stream, track })));
  }

  #fired(event, stream, way) {
    const { type, track } = event;
    const known = this.#log.entries.findLast((entry) => entry.event === event && entry.type === type);
    if (known) {
      known.heardBy.push(way);
      return;
    }
    const name = track ? this.#log.name(track) : 'of no track';
    const place = this.#log.name(stream, 'stream');
    this.#log.record({
      type,
      track,
      stream,
      event,
      live: Boolean(track) && isLive(track),
      faults: this.#faultsOf(event, stream),
      heardBy: [way],
      text: `${type} ${name}${place === 'stream' ? '' : ` (${place})`}`,
    });
  }

  #faultsOf(event, stream) {
    const { MediaStreamTrackEvent } = this.#host;
    const isIn = [...stream.getTracks()].includes(event.track);
    const faults = [];
    if (MediaStreamTrackEvent && !(event instanceof MediaStreamTrackEvent)) faults.push('is not a MediaStreamTrackEvent');
    if (event.bubbles) faults.push('bubbles');
    if (event.cancelable) faults.push('is cancelable');
    if (event.target !== stream) faults.push('has another target than the stream');
    if (event.type === 'removetrack' && isIn) faults.push('fired while the track was still in the stream');
    if (event.type === 'addtrack' && !isIn) faults.push('fired while the track was not in the stream');
    return faults;
  }
}
