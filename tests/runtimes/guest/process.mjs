// What the stand-in for node:assert asks of Node, to say what differs.
export const process = { env: {}, stderr: {}, emitWarning() {} };
