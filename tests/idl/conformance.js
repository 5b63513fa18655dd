// The browsers' own conformance tests for the package's interfaces, generated from their IDL by idlharness.js.
//
// It runs in Node (interfaces.test.mjs) and as a page (index.html). There testharness.js, webidl2.js and
// idlharness.js have been loaded, and the package's classes are the globals.

/** What the same specifications define or extend besides. */
const OTHERS = ['Navigator', 'RTCRtpSendParameters'];

/** The IDL files of @webref/idl: those that define the interfaces, and those that define what they extend. */
export const SPECIFICATIONS = {
  tested: ['mediacapture-streams', 'mst-content-hint'],
  referredTo: ['dom', 'html', 'permissions', 'webidl'],
};

/** The interfaces, by the module that exports them. */
const INTERFACES = {
  polyfill: ['MediaStream', 'MediaStreamTrack', 'MediaStreamTrackEvent', 'OverconstrainedError'],
  devices: ['MediaDevices', 'MediaDeviceInfo', 'InputDeviceInfo', 'DeviceChangeEvent'],
};

/**
 * @typedef {object} Modules
 * @property {typeof import('mediastream-polyfill')} polyfill
 * @property {typeof import('mediastream-polyfill/devices')} devices
 */

/**
 * Puts the package's classes over a host's own, as Web IDL defines interfaces on a global.
 * @param {Modules} modules
 */
export function provideInterfaces(modules) {
  for (const [module, names] of Object.entries(INTERFACES)) {
    for (const name of names) {
      const value = modules[module][name];
      Object.defineProperty(globalThis, name, { value, writable: true, enumerable: false, configurable: true });
    }
  }
}

/**
 * Runs the tests.
 * @param {Modules} modules
 * @param {(specification: string) => Promise<string>} readIdl
 * @returns {Promise<{ name: string, passed: boolean, message: string | null }[]>}
 */
export async function testInterfaces({ polyfill, devices }, readIdl) {
  const { MediaStream, MediaStreamTrackEvent, OverconstrainedError, TrackSource } = polyfill;
  const { DeviceChangeEvent, VirtualDevices } = devices;
  const { IdlArray, add_completion_callback, done, setup } = globalThis;
  setup({ explicit_done: true, output: false });
  const finished = new Promise((resolve) => {
    add_completion_callback((tests, status) => resolve({ tests, status }));
  });

  const idl = new IdlArray();
  for (const specification of SPECIFICATIONS.tested) idl.add_idls(await readIdl(specification), { except: OTHERS });
  for (const specification of SPECIFICATIONS.referredTo) idl.add_dependency_idls(await readIdl(specification));

  // What an instance has is tested on these, which idlharness.js finds by name.
  const track = new TrackSource('video', { label: 'camera' }).createTrack();
  const virtualDevices = new VirtualDevices({ exposed: true });
  virtualDevices.connect({ kind: 'videoinput', label: 'camera' });
  virtualDevices.connect({ kind: 'audiooutput', label: 'loudspeaker' });
  const [input, output] = await virtualDevices.mediaDevices.enumerateDevices();
  globalThis.instances = {
    stream: new MediaStream([track]),
    track,
    event: new MediaStreamTrackEvent('addtrack', { track }),
    error: new OverconstrainedError('width', 'too wide'),
    mediaDevices: virtualDevices.mediaDevices,
    output,
    input,
    change: new DeviceChangeEvent('devicechange', { devices: [input, output] }),
  };
  idl.add_objects({
    MediaStream: ['instances.stream'],
    MediaStreamTrack: ['instances.track'],
    MediaStreamTrackEvent: ['instances.event'],
    OverconstrainedError: ['instances.error'],
    MediaDevices: ['instances.mediaDevices'],
    MediaDeviceInfo: ['instances.output'],
    InputDeviceInfo: ['instances.input'],
    DeviceChangeEvent: ['instances.change'],
  });
  idl.test();
  done();

  const { tests, status } = await finished;
  if (status.status !== status.OK) throw new Error(`testharness.js: ${status.message}`);
  return tests.map(({ name, status, PASS, message }) => ({ name, passed: status === PASS, message }));
}

/**
 * Compares results with what is expected of an engine.
 * @param {{ name: string, passed: boolean, message: string | null }[]} results
 * @param {{ tests: number, expectedFailures: { name: string, engines: string[], reason: string }[] }} expectations
 * @param {string} engine
 * @returns {string[]} what is not as expected
 */
export function unexpected(results, { tests, expectedFailures }, engine) {
  const complaints = [];
  if (results.length < tests) complaints.push(`${results.length} tests were generated; there were ${tests}`);
  const expected = expectedFailures.filter(({ engines }) => engines.includes(engine)).map(({ name }) => name);
  for (const { name, passed, message } of results) {
    if (passed && expected.includes(name)) complaints.push(`passed, though expected to fail: ${name}`);
    if (!passed && !expected.includes(name)) complaints.push(`failed: ${name}: ${message}`);
  }
  for (const name of expected) {
    if (!results.some((result) => result.name === name)) complaints.push(`expected to fail, but not generated: ${name}`);
  }
  return complaints;
}
