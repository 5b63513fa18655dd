/** @file What is behind a MediaDevices: https://www.w3.org/TR/mediacapture-streams/#dfn-create-a-mediadevices */

/** @import { Device } from './device.js' */
/** @import { DevicesHost } from './realm.js' */
/** @import { Media } from './media.js' */
/** @import { Permission } from './permission.js' */

export class MediaDevicesState {
  /**
   * All devices available to the user agent, in the order of their connection.
   * @type {Device[]}
   */
  available = [];
  /**
   * Those that enumerateDevices() lists.
   * @type {Device[]}
   */
  storedDeviceList = [];
  /** @type {Permission} */
  permission = 'granted';
  /** @type {object | null} the value of the event handler attribute */
  ondevicechange = null;
  /** @type {((event: Event) => void) | undefined} the listener of the event handler attribute, while it has one */
  handleEvent = undefined;

  /**
   * @param {DevicesHost} host
   * @param {Media} media whose streams getUserMedia() gives
   * @param {boolean} exposed whether device information is exposed from the start
   */
  constructor(host, media, exposed) {
    this.host = host;
    this.media = media;
    this.canExposeCameraInfo = exposed;
    this.canExposeMicrophoneInfo = exposed;
  }
}
