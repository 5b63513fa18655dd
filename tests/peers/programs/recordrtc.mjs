/** @file RecordRTC: a captured element, a canvas's and a camera's stream become files that play. */

import RecordRTC from 'recordrtc';

/**
 * @param {any} window
 * @param {(kind: string) => any} createTrack
 */
export default async function run({ document, MediaStream }, createTrack) {
  const log = [];
  const film = document.createElement('video');
  Object.assign(film, { src: '/www/media/day.webm', muted: true, loop: true });
  await film.play();
  const capture = (film.captureStream ?? film.mozCaptureStream).call(film);
  const streams = { 'a captured element': capture, 'a camera': new MediaStream([createTrack('video'), createTrack('audio')]) };
  for (const [name, stream] of Object.entries(streams)) {
    const recorder = new RecordRTC(stream, { type: 'video', mimeType: 'video/webm', timeSlice: 100, ondataavailable: () => enough() });
    let enough = () => {};
    const recorded = new Promise((resolve) => (enough = () => recorder.getState() === 'recording' && resolve(undefined)));
    recorder.startRecording();
    await recorded;
    await new Promise((resolve) => recorder.stopRecording(resolve));
    const blob = recorder.getBlob();
    const video = Object.assign(document.createElement('video'), { src: URL.createObjectURL(blob), muted: true });
    await new Promise((resolve, reject) => Object.assign(video, { onloadeddata: resolve, onerror: () => reject(video.error) }));
    log.push(`${name}: ${blob.type.startsWith('video/webm')}, ${blob.size > 0}, ${video.videoWidth > 0}`);
    log.push(`its tracks: ${stream.getTracks().map(({ kind, readyState }) => `${kind} ${readyState}`).sort()}`);
    recorder.destroy();
  }
  for (const track of capture.getTracks()) track.stop();
  return log;
}
