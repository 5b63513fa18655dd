/** @file What is behind a VirtualDevice. */

import { changedSettings } from '../settings.js';
import { toConstrainable } from './constrainable.js';

/** @import { Dictionary } from '../dictionary.js' */
/** @import { Constrainable } from './constrainable.js' */
/** @import { DeviceInit } from './device-init.js' */
/** @import { Media, Source } from './media.js' */

/** All that is set is declared: what a page has on Object.prototype by such a name would hear of it. */
export class Device {
  /** @type {DeviceInit['kind']} */
  kind;
  /** @type {string} */
  label;
  /** @type {string} */
  deviceId;
  /** @type {string} */
  groupId;
  connected = true;
  /** Whether another program holds it. */
  busy = false;
  /** Whether access to it fails for any other reason. */
  broken = false;
  /** @type {Constrainable | undefined} undefined for an output device, as is `source` */
  constrainable = undefined;
  /** @type {Source | undefined} */
  source = undefined;
  /** By what the machine knows it. */
  id = 0;
  /** By what the machine knows its deviceId, and its label and groupId together. */
  deviceIdNumber = 0;
  labelNumber = 0;

  /**
   * @param {DeviceInit} init
   * @param {Media} media
   */
  constructor(init, media) {
    this.kind = init.kind;
    this.label = init.label;
    this.deviceId = init.deviceId;
    this.groupId = init.groupId;
    if (init.kind === 'audiooutput') return;
    this.constrainable = toConstrainable(init);
    this.source = media.createSource(this.constrainable, init.label);
  }

  /** MediaTrackCapabilities, without any constraints. */
  get capabilities() {
    return this.constrainable?.capabilities ?? {};
  }

  /**
   * The user agent chose new settings.
   * @param {Dictionary} changed
   */
  changeSettings(changed) {
    if (this.constrainable === undefined) return;
    this.constrainable.settings = changedSettings(this.constrainable.settings, changed);
    this.source?.setSettings(changed);
  }
}
