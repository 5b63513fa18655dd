// What the tests of virtual devices share.
import assert from 'node:assert/strict';
import { VirtualDevices } from '#devices';

/** Virtual devices with a camera and a microphone, or with what is given. */
export function newDevices(inits = [{ kind: 'videoinput', label: 'Camera' }, { kind: 'audioinput', label: 'Microphone' }], options = {}) {
  const devices = new VirtualDevices(options);
  const connected = inits.map((init) => devices.connect(init));
  return { devices, mediaDevices: devices.mediaDevices, connected };
}

/** That a promise is rejected with a DOMException of a name, and, for an OverconstrainedError, a constraint. */
export async function rejectsWith(promise, name, constraint) {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof DOMException, `not a DOMException: ${error}`);
    assert.equal(error.name, name, error.message);
    if (constraint !== undefined) assert.equal(error.constraint, constraint);
    assert.notEqual(error.message, '');
    return true;
  });
}

/** The infos as plain objects. */
export const listed = async (mediaDevices) => (await mediaDevices.enumerateDevices()).map((info) => info.toJSON());
