import path from 'node:path';

/** The repository: there the folders are to which the links in node_modules lead. */
const root = path.join(import.meta.dirname, '../../../..');

export default { turbopack: { root }, outputFileTracingRoot: root };
