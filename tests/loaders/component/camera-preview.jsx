import { useEffect, useRef, useState } from 'react';

/** A component as anybody writes it: the camera's picture, and what is the matter. */
export function CameraPreview() {
  const video = useRef(null);
  const [status, setStatus] = useState('Off');

  async function turnOn() {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640 } });
      video.current.srcObject = stream;
      const [track] = stream.getVideoTracks();
      track.addEventListener('ended', () => setStatus('The camera was unplugged'));
      setStatus(`${track.label}: ${track.getSettings().width}`);
    } catch (error) {
      setStatus(`No camera: ${error.name}`);
    }
  }

  return (
    <section>
      <video ref={video} autoPlay muted />
      <output>{status}</output>
      <button onClick={turnOn}>Turn on</button>
    </section>
  );
}
