import { MediaStream, MediaStreamTrackEvent, TrackSource } from '../../pkg/index.js';

const camera = new TrackSource('video');

export const ours = { MediaStream, MediaStreamTrackEvent, newTrack: () => camera.createTrack() };
