// A tone as a microphone would give it. It goes into a track and nowhere else: nobody hears it.

export function startMicrophone() {
  const audio = new AudioContext();
  const tone = new OscillatorNode(audio, { frequency: 330 });
  const quietly = new GainNode(audio, { gain: 0.1 });
  const destination = audio.createMediaStreamDestination();
  tone.connect(quietly).connect(destination);
  tone.start();
  // Browsers let a page make sound, even into a track, only after the visitor did something.
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, () => audio.resume(), { once: true });
  return destination.stream.getAudioTracks()[0];
}
