// ES modules as they are, by what Node finds, as docs/component-tests.md has it.
module.exports = {
  testEnvironment: 'jsdom',
  testEnvironmentOptions: { customExportConditions: ['node'] },
  setupFiles: ['./setup.js'],
  // In the others, `jest` is a global.
  testMatch: ['**/{camera-preview,environment,snapshots}.spec.js'],
  transform: {},
};
