// What the pages' checks assert with.

export function assert(condition, message) {
  if (!condition) throw new Error(message);
}

export function equal(actual, expected, what = '') {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  assert(a === b, `${what}: ${a} instead of ${b}`);
}

/** What an operation throws, or a promise rejects with. */
export async function thrown(operation) {
  try {
    await operation();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
