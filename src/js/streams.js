/** @file The interfaces without what chooses settings: src/web, for programs in Rust without the crate's feature `devices`. */

import { hostOf } from './realm.js';
import { bringSolver } from './solver/tracks-solver.js';

bringSolver(async () => {
  throw new Error("The crate's feature `devices` has what applyConstraints() chooses settings with.");
});

export const { MediaStream, MediaStreamTrack, MediaStreamTrackEvent, StreamController, TrackSource } = hostOf(globalThis);
