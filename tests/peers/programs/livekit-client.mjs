/** @file A camera and a microphone as livekit-client has them, without a server: over `navigator.mediaDevices`. */

import { Room, Track, TrackEvent, createLocalTracks } from 'livekit-client';

/** @param {any} window */
export default async function run({ document }) {
  const log = [];
  for (const track of await createLocalTracks({ audio: true, video: { resolution: { width: 320, height: 240 } } })) {
    const { kind, source } = track;
    log.push(`${kind}: ${source}, muted: ${track.isMuted}, ${track.mediaStreamTrack.readyState}`);
    for (const type of [TrackEvent.Muted, TrackEvent.Unmuted, TrackEvent.Restarted]) track.on(type, () => log.push(type));
    const element = document.createElement(kind);
    element.muted = true;
    track.attach(element);
    const shown = () => `shown: ${element.srcObject?.getTracks().map((/** @type {any} */ each) => each === track.mediaStreamTrack)}`;
    log.push(shown());
    const first = track.mediaStreamTrack;
    const { width, height } = first.getSettings();
    if (kind === Track.Kind.Video) log.push(`${width}×${height}`);
    await track.mute();
    log.push(`muted: ${track.isMuted}, ${track.mediaStreamTrack.enabled}`);
    await track.unmute();
    log.push(`muted: ${track.isMuted}, ${track.mediaStreamTrack.enabled}`);
    await track.restartTrack();
    log.push(`another: ${track.mediaStreamTrack !== first}, ${first.readyState}`, shown());
    track.detach(element);
    log.push(`detached: ${element.srcObject === null}, ${track.attachedElements.length}`);
    track.stop();
    log.push(track.mediaStreamTrack.readyState);
  }
  const room = new Room();
  const { localParticipant } = room;
  log.push(`room: ${room.state}, ${room.remoteParticipants.size}, ${localParticipant.getTrackPublication(Track.Source.Camera)}`);
  log.push(`devices: ${(await Room.getLocalDevices('videoinput')).length > 0}`);
  return log;
}
