module.exports = {
  testEnvironment: 'jsdom',
  setupFiles: ['./setup.cjs'],
  testMatch: ['**/*.spec.js'],
  transform: { '\\.js$': './to-commonjs.cjs' },
};
