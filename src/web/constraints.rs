//! What may be asked of a track.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use super::dictionaries::EchoCancellation;

/// What is asked of a track.
///
/// # Examples
///
/// ```
/// use mediastream_polyfill::{ConstrainDouble, MediaTrackConstraintSet, MediaTrackConstraints};
///
/// let constraints = MediaTrackConstraints::from(MediaTrackConstraintSet {
///     width: Some(640.0.into()),
///     frame_rate: Some(ConstrainDouble::Range { min: Some(15.0), max: None, exact: None, ideal: Some(30.0) }),
///     facing_mode: Some("user".into()),
///     ..Default::default()
/// });
/// assert!(constraints.advanced.is_empty());
/// ```
///
/// <https://w3c.github.io/mediacapture-main/#dom-mediatrackconstraints>
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MediaTrackConstraints {
    /// What is asked of it first of all.
    #[serde(flatten)]
    pub basic: MediaTrackConstraintSet,
    /// Sets that are met if they can be, the first first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub advanced: Vec<MediaTrackConstraintSet>,
}

impl From<MediaTrackConstraintSet> for MediaTrackConstraints {
    fn from(basic: MediaTrackConstraintSet) -> Self {
        MediaTrackConstraints { basic, advanced: Vec::new() }
    }
}

/// What is asked of each constrainable property.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::MediaTrackConstraintSet;
/// # fn main() {
/// let mobile = MediaTrackConstraintSet {
///     facing_mode: Some("environment".into()),
///     aspect_ratio: Some((9.0 / 16.0).into()),
///     ..Default::default()
/// };
/// # }
/// ```
///
/// <https://w3c.github.io/mediacapture-main/#dom-mediatrackconstraintset>
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MediaTrackConstraintSet {
    /// In pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<ConstrainDouble>,
    /// In pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<ConstrainDouble>,
    /// The width divided by the height.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aspect_ratio: Option<ConstrainDouble>,
    /// In frames per second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frame_rate: Option<ConstrainDouble>,
    /// `user`, `environment`, `left` or `right`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facing_mode: Option<Constrain<OneOrMany>>,
    /// `none` or `crop-and-scale`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resize_mode: Option<Constrain<OneOrMany>>,
    /// In samples per second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sample_rate: Option<ConstrainDouble>,
    /// In bits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sample_size: Option<ConstrainDouble>,
    /// Whether, or which, sound is taken out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub echo_cancellation: Option<Constrain<EchoCancellation>>,
    /// Whether the loudness is evened out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_gain_control: Option<Constrain<bool>>,
    /// Whether noise is taken out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub noise_suppression: Option<Constrain<bool>>,
    /// In seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latency: Option<ConstrainDouble>,
    /// How many channels of sound there are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel_count: Option<ConstrainDouble>,
    /// Which device.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_id: Option<Constrain<OneOrMany>>,
    /// A part of which device.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_id: Option<Constrain<OneOrMany>>,
    /// Whether what is behind the person is blurred.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_blur: Option<Constrain<bool>>,
}

/// What is asked of a number.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::{ConstrainDouble, MediaTrackConstraintSet};
/// # fn main() {
/// let ideally = MediaTrackConstraintSet { width: Some(640.0.into()), ..Default::default() };
/// let required =
///     MediaTrackConstraintSet { width: Some(ConstrainDouble::exact(640.0)), ..Default::default() };
/// # }
/// ```
///
/// <https://w3c.github.io/mediacapture-main/#dom-constraindouble>
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ConstrainDouble {
    /// What it ideally is; in an advanced set, exactly.
    Bare(f64),
    /// What it must and should be.
    Range {
        /// At least.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min: Option<f64>,
        /// At most.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<f64>,
        /// Nothing else will do.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        exact: Option<f64>,
        /// The nearer, the better.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ideal: Option<f64>,
    },
}

impl ConstrainDouble {
    /// Nothing else will do.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::ConstrainDouble;
    /// # fn main() {
    /// let square = ConstrainDouble::exact(1.0);
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-constraindoublerange-exact>
    pub const fn exact(value: f64) -> Self {
        ConstrainDouble::Range { min: None, max: None, exact: Some(value), ideal: None }
    }

    /// At least.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::ConstrainDouble;
    /// # fn main() {
    /// let fluent = ConstrainDouble::at_least(30.0);
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-doublerange-min>
    pub const fn at_least(min: f64) -> Self {
        ConstrainDouble::Range { min: Some(min), max: None, exact: None, ideal: None }
    }

    /// At most.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::ConstrainDouble;
    /// # fn main() {
    /// let economical = ConstrainDouble::at_most(15.0);
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-doublerange-max>
    pub const fn at_most(max: f64) -> Self {
        ConstrainDouble::Range { min: None, max: Some(max), exact: None, ideal: None }
    }
}

impl From<f64> for ConstrainDouble {
    fn from(ideal: f64) -> Self {
        ConstrainDouble::Bare(ideal)
    }
}

/// What is asked of a boolean, or of a string.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::{Constrain, MediaTrackConstraintSet};
/// # fn main() {
/// let noise_suppression = Some(Constrain::exact(false));
/// let music = MediaTrackConstraintSet { noise_suppression, ..Default::default() };
/// # }
/// ```
///
/// <https://w3c.github.io/mediacapture-main/#dom-constraindomstring>
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Constrain<T> {
    /// What it ideally is; in an advanced set, exactly.
    Bare(T),
    /// What it must and should be.
    Of {
        /// Nothing else will do.
        #[serde(default = "nothing", skip_serializing_if = "Option::is_none")]
        exact: Option<T>,
        /// What it should be.
        #[serde(default = "nothing", skip_serializing_if = "Option::is_none")]
        ideal: Option<T>,
    },
}

/// Serde would ask for a default of the type.
const fn nothing<T>() -> Option<T> {
    None
}

impl<T> Constrain<T> {
    /// Nothing else will do.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Constrain, OneOrMany};
    /// # fn main() {
    /// let this_one: Constrain<OneOrMany> = Constrain::exact("airpods");
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-constraindomstringparameters-exact>
    pub fn exact(value: impl Into<T>) -> Self {
        Constrain::Of { exact: Some(value.into()), ideal: None }
    }
}

impl From<bool> for Constrain<bool> {
    fn from(ideal: bool) -> Self {
        Constrain::Bare(ideal)
    }
}

impl From<&str> for Constrain<OneOrMany> {
    fn from(ideal: &str) -> Self {
        Constrain::Bare(ideal.into())
    }
}

/// A string, or several of which any will do.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::{Constrain, OneOrMany};
/// # fn main() {
/// let either = Constrain::Bare(OneOrMany::Many(vec!["user".into(), "environment".into()]));
/// # }
/// ```
///
/// <https://w3c.github.io/mediacapture-main/#dom-constraindomstring>
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum OneOrMany {
    /// This one.
    One(String),
    /// Any of these.
    Many(Vec<String>),
}

impl From<&str> for OneOrMany {
    fn from(string: &str) -> Self {
        OneOrMany::One(string.into())
    }
}
