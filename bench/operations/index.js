/** @file What is measured: each function does one operation so many times. Each works alike for whatever implements it. */

/**
 * @typedef {object} Implementation
 * @property {any} [MediaStream]
 * @property {any} [MediaStreamTrackEvent]
 * @property {() => any} newTrack
 */

/** @typedef {Record<string, (times: number) => unknown>} Operations by name; what is returned must not be left out */

/**
 * Those of an implementation. Their code is its own as well: engines compile a place in the code for the objects that come there,
 * and on a page these are of one implementation.
 * @param {string} name the implementation's
 * @param {Implementation} implementation
 * @param {string} [only] those whose names have it
 * @returns {Promise<Operations>}
 */
export async function operations(name, implementation, only = '') {
  const [{ streamOperations }, { trackOperations }, { eventOperations }] = await Promise.all([
    import(`./streams.js?${name}`),
    import(`./tracks.js?${name}`),
    import(`./events.js?${name}`),
  ]);
  const { MediaStream, MediaStreamTrackEvent } = implementation;
  const all = {
    ...(MediaStream && streamOperations(implementation)),
    ...trackOperations(implementation),
    ...(MediaStream && MediaStreamTrackEvent && eventOperations(implementation)),
  };
  return Object.fromEntries(Object.entries(all).filter(([operation]) => operation.includes(only)));
}

/**
 * The operations of several implementations, by their names.
 * @param {Record<string, Implementation>} implementations
 * @param {string} [only]
 * @returns {Promise<Record<string, Operations>>}
 */
export async function operationsOf(implementations, only = '') {
  const entries = Object.entries(implementations).map(async ([name, implementation]) => [name, await operations(name, implementation, only)]);
  return Object.fromEntries(await Promise.all(entries));
}
