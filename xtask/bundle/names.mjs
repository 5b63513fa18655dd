/** @file Names that nobody sees become short. */

/** Names that are Rust's rather than JavaScript's. */
export const RUST_NAME = /^[a-z]+(_[a-z]+)+$/;
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A letter, or two where there are no more. */
const shortName = (number) =>
  number < LETTERS.length
    ? LETTERS[number]
    : shortName(Math.floor(number / LETTERS.length) - 1) + LETTERS[number % LETTERS.length];

/** Members of objects that script never sees, nor any other file of the package: no host and no user knows these names.
 * What devices.js calls of an installation (src/js/changes.js) isn't among them. */
export const INTERNAL_NAMES = [
  ...['act', 'address', 'allProvided', 'allRepaired', 'announces', 'areLive', 'areOurs', 'atNextFrame', 'begin', 'byId'],
  ...['changeSettings', 'cloned', 'constrainable', 'copySettings', 'createStream', 'created', 'differ', 'drain'],
  ...['endForScript', 'endedForScript', 'eventTypes', 'fire', 'fireTrack', 'fireTrackEvent', 'flows', 'follow'],
  ...['followPlayed', 'followsScript', 'found', 'giveTo', 'gone', 'group', 'handlerChanged', 'handlers', 'happens'],
  ...['handled', 'hasNothing', 'heard', 'hears', 'holdsBack', 'holes', 'hostSource', 'idOf', 'interfaces', 'isConnection'],
  ...['isKept', 'isRunning', 'isStream', 'isTrack', 'isUnannounced', 'keep', 'later'],
  ...['latest', 'list', 'listen', 'listenerAdded', 'listenerRemoved', 'listeners', 'live', 'mayEnd', 'mirror', 'natives', 'newTrackEvent', 'newest'],
  ...['notePlayed', 'number', 'numberOfTrack', 'objectOf', 'ofPlayed', 'originalOf', 'ownerOf', 'page', 'places', 'playsOthers'],
  ...['remoteStreams', 'repairSetter', 'setReceived', 'setUser', 'settle', 'stateOf', 'stopWithOriginal', 'streamId'],
  ...['streamsOf', 'targetOf', 'tellsFlow', 'trackHost', 'tracksById', 'tracksOf', 'transceivers', 'undo'],
  ...['uniqueId', 'unlisten', 'uuid', 'weak', 'withId'],
];

/** @type {Record<string, string>} one for each of the modules' exports that has such a name */
export const shortNames = {};

/** Gives such a name a short one: the same wherever it is. */
export const shorten = (name) => (shortNames[name] ??= shortName(Object.keys(shortNames).length));
