// Waiting: for something, within a bound, and for nothing more to come.

/** How long anything may take. Generous, for a loaded machine: what works is never this slow. */
export const PATIENCE = 6000;

/** How long we listen on when everything has come, for what comes twice or shouldn't. */
const SETTLING = 200;

export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const settle = () => wait(SETTLING);

/** Waits until a condition holds, and tells whether it does. */
export async function until(condition, patience = PATIENCE) {
  const deadline = performance.now() + patience;
  while (!condition()) {
    if (performance.now() > deadline) return false;
    await wait(10);
  }
  return true;
}
