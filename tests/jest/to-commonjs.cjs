// What babel-jest with a preset, or ts-jest, does in other projects: Jest runs CommonJS.
const { transformSync } = require('esbuild');

module.exports = { process: (source) => ({ code: transformSync(source, { format: 'cjs' }).code }) };
