// What a developer sees of a track.
import { TrackSource } from 'mediastream-polyfill';

console.log(new TrackSource('video', { label: 'FaceTime HD' }).createTrack());
