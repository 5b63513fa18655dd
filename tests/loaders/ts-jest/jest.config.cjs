// TypeScript that becomes CommonJS, by each way in which TypeScript finds a package then.
const common = { strict: true, target: 'es2022', lib: ['es2022', 'dom'], types: [] };
const project = (displayName, compilerOptions) => {
  // By its own advice, ts-jest would leave types unchecked with node16.
  const options = { tsconfig: { ...common, ...compilerOptions }, diagnostics: { ignoreCodes: [151002] } };
  return { displayName, testEnvironment: 'jsdom', transform: { '\\.ts$': ['ts-jest', options] } };
};

module.exports = {
  projects: [
    project('node16', { module: 'node16', moduleResolution: 'node16' }),
    project('bundler', { module: 'commonjs', moduleResolution: 'bundler' }),
    project('node10', { module: 'commonjs', moduleResolution: 'node10', ignoreDeprecations: '6.0' }),
  ],
};
