/** @file TrackSource: what provides the media of tracks, as the user agent commands it. */

import { core } from '../core.js';
import { createBrand } from '../brand.js';
import { copyDictionary, copyValue, toDictionary } from '../dictionary.js';
import { dispatchSourceEffects } from '../dispatch.js';
import { SourceState } from '../state/source.js';
import { defineInterface, failedTo, requireArguments } from '../webidl.js';
import { createTrack } from './media-stream-track.js';

/** @import { Host } from '../realm.js' */
/** @import { Dictionary } from '../dictionary.js' */
/** @import { Mode } from '../solver/index.js' */

/** @type {ReturnType<typeof createBrand<SourceState>>} */
const SourceBrand = createBrand();

const { get: stateOf } = SourceBrand;

const failed = failedTo('TrackSource', 'constructor');

/** @param {Host} host */
export const defineTrackSource = (host) =>
  defineInterface({
    TrackSource: class {
      /**
       * @param {'audio' | 'video'} kind
       * @param {{ label?: string, settings?: Dictionary, capabilities?: Dictionary, modes?: Mode[] }} [init]
       */
      constructor(kind, init = undefined) {
        requireArguments(arguments.length, 1, 'TrackSource', 'constructor');
        if (kind !== 'audio' && kind !== 'video') {
          throw new TypeError(`${failed}: parameter 1 ('kind') is not 'audio' or 'video'.`);
        }
        const { capabilities, label = '', modes, settings } = toDictionary(init, `${failed}: parameter 2 ('init')`);
        const source = new SourceState(
          host,
          kind,
          `${label}`,
          copyDictionary(toDictionary(settings, `${failed}: member 'settings'`)),
          copyDictionary(toDictionary(capabilities, `${failed}: member 'capabilities'`)),
          copyValue(modes),
        );
        new SourceBrand(this, source);
      }

      get kind() {
        return stateOf(this).kind;
      }

      get label() {
        return stateOf(this).label;
      }

      get muted() {
        return stateOf(this).muted;
      }

      get ended() {
        return stateOf(this).ended;
      }

      get inUse() {
        return stateOf(this).inUse;
      }

      get observed() {
        return stateOf(this).observed;
      }

      createTrack() {
        const source = stateOf(this);
        if (source.ended) {
          throw new host.DOMException(
            `${failedTo('TrackSource', 'createTrack')}: the source has ended.`,
            'InvalidStateError',
          );
        }
        return createTrack(source);
      }

      /** @param {Dictionary} settings */
      setSettings(settings) {
        const source = stateOf(this);
        requireArguments(arguments.length, 1, 'TrackSource', 'setSettings');
        const what = `${failedTo('TrackSource', 'setSettings')}: parameter 1 ('settings')`;
        source.changeSettings(copyDictionary(toDictionary(settings, what)));
      }

      mute() {
        const source = stateOf(this);
        core.set_source_muted(source.id, 1);
        dispatchSourceEffects(source);
      }

      unmute() {
        const source = stateOf(this);
        core.set_source_muted(source.id, 0);
        dispatchSourceEffects(source);
      }

      end() {
        const source = stateOf(this);
        core.end_source(source.id);
        dispatchSourceEffects(source);
      }
    },
  });
