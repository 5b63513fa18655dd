//! Virtual cameras, microphones and loudspeakers, for Rust.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::{
    DeviceKind, Error, MediaDevices, MediaStream, MediaTrackCapabilities, MediaTrackConstraints,
    MediaTrackSettings, VideoMode, VirtualDevice, VirtualDevices, dictionaries::to_js,
};

/// How [`VirtualDevices`] shall be.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::{Error, VirtualDevices, VirtualDevicesOptions};
/// # fn main() -> Result<(), Error> {
/// let options = VirtualDevicesOptions { exposed: true, ..Default::default() };
/// let devices = VirtualDevices::new(options)?;
/// # Ok(())
/// # }
/// ```
///
/// <https://w3c.github.io/mediacapture-main/#device-information-exposure>
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct VirtualDevicesOptions {
    /// Whether labels and ids are told from the start, and not only when `get_user_media()` has been granted.
    pub exposed: bool,
    /// Whether `get_user_media()` gives streams of the browser's own, with a test pattern and a tone, which play in a
    /// `<video>` and travel through an RTCPeerConnection.
    pub native: bool,
}

/// What a device is.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::{DeviceKind, VideoMode, VirtualDeviceInit};
/// # fn main() {
/// let mut camera = VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD");
/// camera.modes = vec![VideoMode { width: 1920, height: 1080, frame_rate: 30.0 }];
/// # }
/// ```
///
/// <https://w3c.github.io/mediacapture-main/#dfn-source>
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct VirtualDeviceInit {
    kind: DeviceKind,
    label: String,
    /// Another than that of any connected device of this kind. Made up if it isn't given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_id: Option<String>,
    /// Made up if it isn't given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_id: Option<String>,
    /// Whether it is the system default of its kind: listed first, and chosen if others suit as well. Of several that are
    /// connected, the last is.
    pub default: bool,
    /// What a camera or a microphone can do. A camera's are those that span its modes, where they aren't given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capabilities: Option<MediaTrackCapabilities>,
    /// What a camera or a microphone does if nothing else is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settings: Option<MediaTrackSettings>,
    /// What a camera offers natively, the default first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub modes: Vec<VideoMode>,
}

impl VirtualDeviceInit {
    /// A device of this kind and name.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{DeviceKind, VirtualDeviceInit};
    /// # fn main() {
    /// let loudspeaker = VirtualDeviceInit::new(DeviceKind::AudioOutput, "Studio Display");
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediadeviceinfo>
    pub fn new(kind: DeviceKind, label: impl Into<String>) -> Self {
        VirtualDeviceInit {
            kind,
            label: label.into(),
            device_id: None,
            group_id: None,
            default: false,
            capabilities: None,
            settings: None,
            modes: Vec::new(),
        }
    }
}

impl VirtualDevices {
    /// Devices that a page may be given, none of which is connected yet.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) where the host lacks what native streams take.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, VirtualDevices, VirtualDevicesOptions};
    /// # fn main() -> Result<(), Error> {
    /// let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#mediadevices>
    pub fn new(options: VirtualDevicesOptions) -> Result<Self, Error> {
        Ok(Self::with_options_object(&to_js(&options)?)?)
    }

    /// Plugs in a device, and `devicechange` is fired if that is news to the page.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) where one of its kind and id is connected, or what is told of it
    /// contradicts itself.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{DeviceKind, Error, VirtualDeviceInit, VirtualDevices, VirtualDevicesOptions, ErrorKind};
    /// # fn main() -> Result<(), Error> {
    /// # let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// let mut init = VirtualDeviceInit::new(DeviceKind::AudioInput, "AirPods");
    /// init.device_id = Some("airpods".into());
    /// let microphone = devices.connect(&init)?;
    /// assert_eq!(*devices.connect(&init).unwrap_err().kind(), ErrorKind::Type); // it's there already
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#device-change-notification-steps>
    pub fn connect(&self, init: &VirtualDeviceInit) -> Result<VirtualDevice, Error> {
        Ok(self.connect_object(&to_js(init)?)?)
    }

    /// From now on, the user lets the page have devices, or doesn't.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, ErrorKind, MediaStreamConstraints, VirtualDevices, VirtualDevicesOptions};
    /// # async fn example() -> Result<(), Error> {
    /// # let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// devices.permit(false);
    /// let video = MediaStreamConstraints { video: Some(Default::default()), audio: None };
    /// let result = devices.media_devices().user_media(&video).await; // NotFound, or NotAllowed where there is a camera
    /// # Ok(())
    /// # }
    /// # fn main() {}
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia>
    pub fn permit(&self, permitted: bool) {
        self.set_permission_string(if permitted { "granted" } else { "denied" });
    }
}

impl VirtualDevice {
    /// Changes settings of its live tracks, as a camera does that is turned. What isn't given stays.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) where that would change what the device is known by.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{DeviceKind, Error, VirtualDeviceInit, VirtualDevices, VirtualDevicesOptions, MediaTrackSettings};
    /// # fn main() -> Result<(), Error> {
    /// # let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// # let camera = devices.connect(&VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD"))?;
    /// let settings = MediaTrackSettings { width: Some(720), height: Some(1280), ..Default::default() };
    /// camera.set_settings(&settings)?; // held upright
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dfn-applyconstraints-algorithm>
    pub fn set_settings(&self, settings: &MediaTrackSettings) -> Result<(), Error> {
        Ok(self.set_settings_object(&to_js(settings)?)?)
    }
}

/// Which kinds of tracks are asked for, and what of them.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::{MediaStreamConstraints, MediaTrackConstraintSet};
/// # fn main() {
/// let user = MediaTrackConstraintSet { facing_mode: Some("user".into()), ..Default::default() };
/// let constraints =
///     MediaStreamConstraints { video: Some(user.into()), audio: Some(Default::default()) };
/// # }
/// ```
///
/// <https://w3c.github.io/mediacapture-main/#dom-mediastreamconstraints>
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MediaStreamConstraints {
    /// A microphone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<MediaTrackConstraints>,
    /// A camera.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<MediaTrackConstraints>,
}

impl MediaDevices {
    /// A stream of the devices that suit the constraints best.
    ///
    /// # Errors
    ///
    /// Each of [`ErrorKind`](super::ErrorKind) but `InvalidState` and `Range`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, ErrorKind, MediaDevices, MediaStreamConstraints};
    /// # async fn example() -> Result<(), Error> {
    /// # let media_devices: MediaDevices = wasm_bindgen::JsCast::unchecked_into(js_sys::Object::new());
    /// let video = MediaStreamConstraints { video: Some(Default::default()), audio: None };
    /// match media_devices.user_media(&video).await {
    ///     Ok(stream) => web_sys::console::log_1(&stream.tracks()[0].label().into()),
    ///     Err(error) if *error.kind() == ErrorKind::NotAllowed => {
    ///         web_sys::console::log_1(&"The user said no".into());
    ///     }
    ///     Err(error) => return Err(error),
    /// }
    /// # Ok(())
    /// # }
    /// # fn main() {}
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia>
    pub async fn user_media(
        &self,
        constraints: &MediaStreamConstraints,
    ) -> Result<MediaStream, Error> {
        let promise = self.get_user_media_object(&to_js(constraints)?)?;
        Ok(JsFuture::from(promise).await?.unchecked_into())
    }
}
