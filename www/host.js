// What the host can do by itself, looked at before the package is installed, and the table that tells it.

/** A feature's name, and whether a host has it. */
const FEATURES = {
  MediaStream: () => 'MediaStream' in globalThis,
  MediaStreamTrack: () => 'MediaStreamTrack' in globalThis,
  MediaStreamTrackEvent: () => 'MediaStreamTrackEvent' in globalThis,
  OverconstrainedError: () => 'OverconstrainedError' in globalThis,
  'MediaStream.onremovetrack': () => has('MediaStream', 'onremovetrack'),
  'MediaStreamTrack.contentHint': () => has('MediaStreamTrack', 'contentHint'),
  RTCPeerConnection: () => 'RTCPeerConnection' in globalThis,
  'HTMLMediaElement.captureStream': () =>
    has('HTMLMediaElement', 'captureStream') || has('HTMLMediaElement', 'mozCaptureStream'),
  'HTMLCanvasElement.captureStream': () => has('HTMLCanvasElement', 'captureStream'),
};

const has = (name, member) => name in globalThis && member in globalThis[name].prototype;

/** The names of the features that the host has now. */
export function survey() {
  return new Set(Object.keys(FEATURES).filter((name) => FEATURES[name]()));
}

export function showHost(before, { provided, repaired }) {
  const after = survey();
  const body = document.querySelector('.host tbody');
  for (const name of Object.keys(FEATURES)) {
    const row = body.insertRow();
    const feature = document.createElement('th');
    feature.scope = 'row';
    feature.append(...breakable(name));
    row.append(feature);
    const here = row.insertCell();
    here.dataset.state = stateOf(name, before, after, repaired);
    here.textContent = here.dataset.state;
  }

  const said = [
    ...(provided.length > 0 ? [`install() provided ${provided.join(', ')}.`] : []),
    ...(repaired.length > 0 ? [`install() repaired ${repaired.join(', ')}.`] : []),
  ];
  document.querySelector('#installed').textContent =
    said.join(' ') || 'install() found nothing missing here, and changed nothing.';
}

/** A name that may break before its member, on a narrow page. */
function breakable(name) {
  return name.split(/(?=\.)/).flatMap((part) => [document.createElement('wbr'), part]);
}

function stateOf(name, before, after, repaired) {
  if (repaired.includes(name)) return 'repaired';
  if (before.has(name)) return 'native';
  return after.has(name) ? 'from the package' : 'absent';
}
