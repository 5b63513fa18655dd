//! The dictionaries of sources and tracks, which serde-wasm-bindgen takes to JavaScript and back.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use super::Error;

/// What a source does now.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::MediaTrackSettings;
/// # fn main() {
/// let settings = MediaTrackSettings { width: Some(1280), height: Some(720), ..Default::default() };
/// # }
/// ```
///
/// <https://w3c.github.io/mediacapture-main/#dom-mediatracksettings>
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MediaTrackSettings {
    /// In pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// In pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// The width divided by the height.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aspect_ratio: Option<f64>,
    /// In frames per second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frame_rate: Option<f64>,
    /// `user`, `environment`, `left` or `right`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facing_mode: Option<String>,
    /// `none` or `crop-and-scale`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resize_mode: Option<String>,
    /// In samples per second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sample_rate: Option<u32>,
    /// In bits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sample_size: Option<u32>,
    /// Whether the loudspeaker's sound is taken out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub echo_cancellation: Option<EchoCancellation>,
    /// Whether the loudness is evened out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_gain_control: Option<bool>,
    /// Whether noise is taken out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub noise_suppression: Option<bool>,
    /// In seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latency: Option<f64>,
    /// How many channels of sound there are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel_count: Option<u32>,
    /// What the device is asked for by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_id: Option<String>,
    /// Equal for the parts of one device.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_id: Option<String>,
    /// Whether what is behind the person is blurred.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_blur: Option<bool>,
}

/// What a source can do.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::{MediaTrackCapabilities, NumberRange};
/// # fn main() {
/// let width = Some(NumberRange::new(1.0, 1280.0));
/// let capabilities = MediaTrackCapabilities { width, ..Default::default() };
/// # }
/// ```
///
/// <https://w3c.github.io/mediacapture-main/#dom-mediatrackcapabilities>
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MediaTrackCapabilities {
    /// In pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<NumberRange>,
    /// In pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<NumberRange>,
    /// The width divided by the height.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aspect_ratio: Option<NumberRange>,
    /// In frames per second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frame_rate: Option<NumberRange>,
    /// `user`, `environment`, `left` or `right`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facing_mode: Option<Vec<String>>,
    /// `none` and `crop-and-scale`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resize_mode: Option<Vec<String>>,
    /// In samples per second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sample_rate: Option<NumberRange>,
    /// In bits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sample_size: Option<NumberRange>,
    /// Whether the loudspeaker's sound can be taken out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub echo_cancellation: Option<Vec<EchoCancellation>>,
    /// Whether the loudness can be evened out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_gain_control: Option<Vec<bool>>,
    /// Whether noise can be taken out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub noise_suppression: Option<Vec<bool>>,
    /// In seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latency: Option<NumberRange>,
    /// How many channels of sound there can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel_count: Option<NumberRange>,
    /// What the device is asked for by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_id: Option<String>,
    /// Equal for the parts of one device.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_id: Option<String>,
    /// Whether what is behind the person can be blurred.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_blur: Option<Vec<bool>>,
}

/// From a number to another.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::NumberRange;
/// # fn main() {
/// let at_most = NumberRange { max: Some(60.0), ..Default::default() };
/// # }
/// ```
///
/// <https://w3c.github.io/mediacapture-main/#dom-doublerange>
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NumberRange {
    /// The smallest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// The largest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
}

impl NumberRange {
    /// From a number to another, both included.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::NumberRange;
    /// # fn main() {
    /// assert_eq!(NumberRange::new(1.0, 60.0).max, Some(60.0));
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-doublerange>
    pub const fn new(min: f64, max: f64) -> Self {
        NumberRange { min: Some(min), max: Some(max) }
    }
}

/// Whether, or which, sound is taken out.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::{EchoCancellation, MediaTrackSettings};
/// # fn main() {
/// let echo_cancellation = Some(EchoCancellation::Is(true));
/// let settings = MediaTrackSettings { echo_cancellation, ..Default::default() };
/// # }
/// ```
///
/// <https://w3c.github.io/mediacapture-main/#dom-echocancellationmodeenum>
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum EchoCancellation {
    /// Whether it is, in the way that the host likes best.
    Is(bool),
    /// `all` or `remote-only`.
    Of(String),
}

/// What a [`TrackSource`](super::TrackSource) says about itself through its tracks.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::{TrackSourceInit, VideoMode};
/// # fn main() {
/// let modes = vec![VideoMode { width: 1920, height: 1080, frame_rate: 30.0 }];
/// let camera = TrackSourceInit { label: "FaceTime HD".into(), modes, ..Default::default() };
/// # }
/// ```
///
/// <https://w3c.github.io/mediacapture-main/#dfn-source>
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TrackSourceInit {
    /// The tracks' label.
    pub label: String,
    /// What it does if nothing else is asked for.
    pub settings: MediaTrackSettings,
    /// What `apply()` chooses from. A property that is in `settings` only always has that value.
    pub capabilities: MediaTrackCapabilities,
    /// What a camera offers natively: `apply()` then chooses one of these, or what can be cropped, scaled down or
    /// decimated from one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub modes: Vec<VideoMode>,
}

/// What a camera offers natively.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::VideoMode;
/// # fn main() {
/// let full_hd = VideoMode { width: 1920, height: 1080, frame_rate: 30.0 };
/// # }
/// ```
///
/// <https://w3c.github.io/mediacapture-main/#def-constraint-resizeMode>
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct VideoMode {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// In frames per second.
    pub frame_rate: f64,
}

pub(super) fn to_js(dictionary: &impl Serialize) -> Result<JsValue, Error> {
    let serializer = Serializer::new().serialize_maps_as_objects(true);
    Ok(dictionary.serialize(&serializer)?)
}

pub(super) fn from_js<T: DeserializeOwned>(dictionary: JsValue) -> Result<T, Error> {
    Ok(serde_wasm_bindgen::from_value(dictionary)?)
}
