/** @file The package's entry: the interfaces for this host. */

import { install } from './install.js';
import { hostOf } from './realm.js';
import { TrackSource, createRealm } from './sources.js';

export { TrackSource, createRealm, install };

export const { MediaStream, MediaStreamTrack, MediaStreamTrackEvent, OverconstrainedError, StreamController } =
  hostOf(globalThis);
