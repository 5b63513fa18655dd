// The virtual cameras, and the list in which they are plugged in and out.

const CAMERAS = [
  {
    label: 'Webcam',
    deviceId: 'webcam',
    modes: [
      { width: 640, height: 480, frameRate: 30 },
      { width: 1280, height: 720, frameRate: 30 },
    ],
    capabilities: { facingMode: ['user'] },
  },
  {
    label: 'Rear camera',
    deviceId: 'rear',
    modes: [
      { width: 1920, height: 1080, frameRate: 30 },
      { width: 1280, height: 720, frameRate: 60 },
      { width: 3840, height: 2160, frameRate: 15 },
    ],
    capabilities: { facingMode: ['environment'] },
  },
  {
    // Without modes: whatever its ranges allow.
    label: 'Microscope',
    deviceId: 'microscope',
    capabilities: {
      width: { min: 400, max: 2000 },
      height: { min: 300, max: 1500 },
      aspectRatio: { min: 1.3, max: 1.4 },
      frameRate: { min: 1, max: 10 },
    },
  },
];

const labels = new Map(CAMERAS.map(({ deviceId, label }) => [deviceId, label]));

/** The name of the camera that settings are of. */
export const labelOf = ({ deviceId }) => labels.get(deviceId);

/** The longer sides of the largest picture, which the drawing has to hold. */
export const LARGEST = { width: 3840, height: 2160 };

/** Plugs all of them in, and lists them. `changed` is called when one is plugged in or out. */
export function showCameras(devices, list, changed) {
  for (const camera of CAMERAS) {
    let device = devices.connect({ kind: 'videoinput', ...camera });
    const plugged = Object.assign(document.createElement('input'), { type: 'checkbox', checked: true });
    plugged.addEventListener('change', () => {
      if (plugged.checked) device = devices.connect({ kind: 'videoinput', ...camera });
      else device.disconnect();
      changed();
    });
    const label = document.createElement('label');
    label.append(plugged, ` ${camera.label}`);
    const abilities = Object.assign(document.createElement('span'), { className: 'state', textContent: describe(camera) });
    const item = document.createElement('li');
    item.append(label, abilities);
    list.append(item);
  }
}

function describe({ modes, capabilities }) {
  const { width, height, frameRate, facingMode } = capabilities;
  const facing = facingMode ? [`facing ${facingMode}`] : [];
  const sizes = modes
    ? modes.map((mode) => `${mode.width} × ${mode.height} at ${mode.frameRate}`)
    : [`${width.min} × ${height.min} to ${width.max} × ${height.max} at ${frameRate.min} to ${frameRate.max}, about 4:3`];
  return [...sizes, ...facing].join(', ');
}
