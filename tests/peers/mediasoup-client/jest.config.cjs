/** @file mediasoup-client's own tests, over the tracks of a module that `TRACKS` names, else as they are. */
const { join } = require('node:path');

module.exports = {
  testMatch: ['**/*.spec.cjs'],
  // What is in node_modules is transformed as well: some of it is ES modules.
  transformIgnorePatterns: [],
  transform: { '\\.js$': join(__dirname, '..', '..', 'jest', 'to-commonjs.cjs') },
  moduleNameMapper: process.env.TRACKS ? { '^fake-mediastreamtrack$': join(__dirname, process.env.TRACKS) } : {},
};
