/**
 * `import 'mediastream-polyfill/auto'` is `install(globalThis)`. It declares the global classes where
 * the project's libraries do not: without `dom`, in workers and in Node.
 *
 * @packageDocumentation
 */
import type * as polyfill from 'mediastream-polyfill';

export {};

// The `dom` library declares these classes; its mark is HTMLMediaElement, which no other library has.
// It stands first in each condition: were the class asked for first, its type would refer to itself.
type UnlessDom<Interface> = typeof globalThis extends { HTMLMediaElement: unknown } ? {} : Interface;

type StreamUnlessDom = UnlessDom<polyfill.MediaStream>;
type TrackUnlessDom = UnlessDom<polyfill.MediaStreamTrack>;
type TrackEventUnlessDom = UnlessDom<polyfill.MediaStreamTrackEvent>;
type OverconstrainedErrorUnlessDom = UnlessDom<polyfill.OverconstrainedError>;

declare global {
  interface MediaStream extends StreamUnlessDom {}
  var MediaStream: typeof globalThis extends { HTMLMediaElement: unknown; MediaStream: infer Declared }
    ? Declared
    : typeof polyfill.MediaStream;

  interface MediaStreamTrack extends TrackUnlessDom {}
  var MediaStreamTrack: typeof globalThis extends { HTMLMediaElement: unknown; MediaStreamTrack: infer Declared }
    ? Declared
    : typeof polyfill.MediaStreamTrack;

  interface MediaStreamTrackEvent extends TrackEventUnlessDom {}
  var MediaStreamTrackEvent: typeof globalThis extends { HTMLMediaElement: unknown; MediaStreamTrackEvent: infer Declared }
    ? Declared
    : typeof polyfill.MediaStreamTrackEvent;

  interface OverconstrainedError extends OverconstrainedErrorUnlessDom {}
  var OverconstrainedError: typeof globalThis extends { HTMLMediaElement: unknown; OverconstrainedError: infer Declared }
    ? Declared
    : typeof polyfill.OverconstrainedError;
}
