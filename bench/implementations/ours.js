import { MediaStream, MediaStreamTrackEvent, StreamController, TrackSource } from '../../pkg/index.js';

const camera = new TrackSource('video');

export const ours = { MediaStream, MediaStreamTrackEvent, StreamController, TrackSource, newTrack: () => camera.createTrack() };
