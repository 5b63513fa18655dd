/** @file What a session description says of its media: https://www.rfc-editor.org/rfc/rfc8829 */

/**
 * @typedef {object} MediaDescription
 * @property {boolean} rejected
 * @property {boolean} sends whether who wrote it sends
 * @property {string[] | undefined} streams the ids of the streams that it belongs to; undefined where it doesn't say
 */

/**
 * A description's media by their mid.
 * @param {{ sdp?: string } | null | undefined} description
 * @returns {Map<string, MediaDescription>}
 */
export function mediaDescriptions(description) {
  const media = new Map();
  for (const section of (description?.sdp ?? '').split(/^m=/m).slice(1)) {
    const mid = /^a=mid:(\S+)/m.exec(section)?.[1];
    if (mid === undefined) continue;
    const rejected = /^\S+ 0 /.test(section) && !/^a=bundle-only/m.test(section);
    media.set(mid, { rejected, sends: !rejected && sends(section), streams: streams(section) });
  }
  return media;
}

/** @param {string} section */
function sends(section) {
  const direction = /^a=(sendrecv|sendonly|recvonly|inactive)\b/m.exec(section)?.[1] ?? 'sendrecv';
  return direction.startsWith('send');
}

/** @param {string} section */
function streams(section) {
  const ids = Array.from(section.matchAll(/^a=msid:(\S+)/gm), ([, id]) => id);
  return ids.length > 0 ? ids.filter((id) => id !== '-') : undefined;
}
