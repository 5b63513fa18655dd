/** @file The package's entry for require(). */

import * as own from '../index.js';
import { oneCopy } from './one-copy.js';

export const {
  MediaStream,
  MediaStreamTrack,
  MediaStreamTrackEvent,
  OverconstrainedError,
  TrackSource,
  StreamController,
  createRealm,
  install,
} = oneCopy('.', own);
