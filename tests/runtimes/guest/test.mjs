// Stands for node:test where there is no Node: what a test file declares is run when the host asks for it.

const tests = [];

/** @param {string} name @param {() => unknown} body */
export function test(name, body) {
  tests.push({ name, body });
}

/**
 * Runs all of them, one after another.
 * @param {(outcome: string) => void} report is given JSON: a name, and what was thrown or null
 */
export async function run(report) {
  for (const { name, body } of tests) {
    let failure = null;
    try {
      await body();
    } catch (error) {
      failure = `${error}\n${error?.stack}`;
    }
    report(JSON.stringify({ name, failure }));
  }
}
