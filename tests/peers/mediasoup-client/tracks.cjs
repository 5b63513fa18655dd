// What mediasoup-client's tests take for fake-mediastreamtrack: tracks of this package.
const { TrackSource } = require('mediastream-polyfill');

exports.FakeMediaStreamTrack = class {
  constructor({ kind }) {
    const source = new TrackSource(kind);
    // The user agent's side, as fake-mediastreamtrack has it.
    return Object.assign(source.createTrack(), { remoteStop: () => source.end() });
  }
};
