//! Kinds of tracks and devices.

use serde::{Deserialize, Serialize};

/// The kinds of tracks there are.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::{Error, Kind, TrackSource};
/// # fn main() -> Result<(), Error> {
/// let microphone = TrackSource::with_label(Kind::Audio, "AirPods")?;
/// assert_eq!(microphone.kind(), Kind::Audio);
/// # Ok(())
/// # }
/// ```
///
/// <https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-kind>
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Kind {
    Audio,
    Video,
}

impl Kind {
    /// As JavaScript has it.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::Kind;
    /// # fn main() {
    /// assert_eq!(Kind::Video.as_str(), "video");
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-kind>
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Audio => "audio",
            Kind::Video => "video",
        }
    }
}

/// The kinds of devices there are.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::{DeviceKind, VirtualDeviceInit};
/// # fn main() {
/// let camera = VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD");
/// # }
/// ```
///
/// <https://w3c.github.io/mediacapture-main/#dom-mediadevicekind>
#[cfg(feature = "devices")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DeviceKind {
    /// A microphone.
    AudioInput,
    /// A loudspeaker.
    AudioOutput,
    /// A camera.
    VideoInput,
}
