/** A component as anybody writes it: a button that turns the camera on and off, its picture, and what is the matter. */
export function createCameraPreview() {
  const element = document.createElement('section');
  element.innerHTML = '<video></video><output>Off</output><button>Turn on</button>';
  const [video, output, button] = element.children;
  let stream = null;

  const show = (status) => {
    output.textContent = status;
    button.textContent = stream === null ? 'Turn on' : 'Turn off';
  };

  function turnOff(status) {
    for (const track of stream.getTracks()) track.stop();
    stream = video.srcObject = null;
    show(status);
  }

  async function turnOn() {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1280 } } });
    } catch (error) {
      show(error.name === 'NotAllowedError' ? 'Please allow the camera' : `No camera: ${error.name}`);
      return;
    }
    video.srcObject = stream;
    const [track] = stream.getVideoTracks();
    track.addEventListener('ended', () => turnOff('The camera was unplugged'));
    const { width, height } = track.getSettings();
    show(`${track.label}: ${width}×${height}`);
  }

  button.addEventListener('click', () => (stream === null ? turnOn() : turnOff('Off')));
  navigator.mediaDevices.addEventListener('devicechange', async () => {
    const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput');
    button.disabled = cameras.length === 0;
  });
  return element;
}
