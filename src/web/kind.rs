//! Kinds of tracks and devices.

use serde::{Deserialize, Serialize};

/// The kinds of tracks there are.
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
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Audio => "audio",
            Kind::Video => "video",
        }
    }
}

/// The kinds of devices there are.
///
/// <https://w3c.github.io/mediacapture-main/#dom-mediadevicekind>
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
