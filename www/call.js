// The first panel: a call whose sender removes its camera or microphone and adds it back.

import { sayAbsent } from './absent.js';
import { startCamera } from './camera.js';
import { follow } from './follow.js';
import { showTracks } from './in-stream.js';
import { startMicrophone } from './microphone.js';
import { Peers } from './peers.js';

const NAMES = { video: 'camera', audio: 'microphone' };

export async function call(panel) {
  const needed = {
    RTCPeerConnection: 'RTCPeerConnection' in globalThis,
    'captureStream() of a canvas': 'captureStream' in HTMLCanvasElement.prototype,
  };
  const missing = Object.keys(needed).filter((name) => !needed[name]);
  if (missing.length > 0) {
    sayAbsent(panel, `This browser has no ${missing.join(' and no ')}, so there is no call to show here.`);
    return;
  }
  const canvas = panel.querySelector('canvas');
  const video = panel.querySelector('video');
  const tracks = { video: startCamera(canvas), audio: startMicrophone() };

  const peers = new Peers((stream) => {
    // A stream that lost its last track may come back as another object.
    if (stream === video.srcObject) return;
    video.srcObject = stream;
    follow(stream, 'call', () => {
      showTracks(panel, stream);
      video.closest('figure').classList.toggle('dark', stream.getVideoTracks().length === 0);
    });
  });

  for (const button of panel.querySelectorAll('button')) {
    const { kind } = button.dataset;
    const track = tracks[kind];
    button.addEventListener('click', async () => {
      // A second click while the first is negotiated would undo what nobody has seen yet.
      if (button.ariaBusy === 'true') return;
      button.ariaBusy = 'true';
      await (peers.sends(track) ? peers.stopSending(track) : peers.send(track));
      button.textContent = peers.sends(track) ? `Remove ${NAMES[kind]}` : `Add ${NAMES[kind]} back`;
      button.ariaBusy = 'false';
    });
  }
  await peers.send(tracks.video, tracks.audio);
}
