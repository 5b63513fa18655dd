/** @file The package's entry: the interfaces for this host. */

import { install } from './install.js';
import { createRealm, hostOf } from './realm.js';

export { createRealm, install };

export const { MediaStream, MediaStreamTrack, MediaStreamTrackEvent, OverconstrainedError, TrackSource, StreamController } =
  hostOf(globalThis);
