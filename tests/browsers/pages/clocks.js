// A page's own clocks that stand still, as tests have it with fake timers.

const REPLACED = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'requestAnimationFrame', 'cancelAnimationFrame'];

/** Has all of the page's clocks stand still while something is done. */
export async function withClocksThatStandStill(act) {
  const { Date, performance } = window;
  const own = REPLACED.map((name) => window[name]);
  const { now } = Date;
  for (const name of REPLACED) window[name] = () => 0;
  Object.defineProperty(performance, 'now', { value: () => 0, configurable: true });
  Date.now = () => 0;
  try {
    return await act();
  } finally {
    REPLACED.forEach((name, i) => (window[name] = own[i]));
    delete performance.now;
    Date.now = now;
  }
}
