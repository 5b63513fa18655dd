//! The constrainable properties.

/// A constrainable property of MediaStreamTrack. The order is that of the specification's tables, so what
/// identifies a device comes first.
///
/// <https://www.w3.org/TR/mediacapture-streams/#constrainable-properties>
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Property {
    /// The device that the media comes from.
    DeviceId,
    /// What devices that belong together have in common.
    GroupId,
    /// In pixels.
    Width,
    /// In pixels.
    Height,
    /// Frames per second.
    FrameRate,
    /// The width divided by the height.
    AspectRatio,
    /// Where the camera looks.
    FacingMode,
    /// Whether frames are what the camera offers, or cropped and scaled from that.
    ResizeMode,
    /// Whether the background is blurred.
    BackgroundBlur,
    /// Samples per second.
    SampleRate,
    /// Bits of a sample.
    SampleSize,
    /// Whether, or which, echo is removed.
    EchoCancellation,
    /// Whether the gain is controlled.
    AutoGainControl,
    /// Whether noise is suppressed.
    NoiseSuppression,
    /// In seconds.
    Latency,
    /// Samples of a sample frame.
    ChannelCount,
}

/// What a track's media is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Sound.
    Audio,
    /// Pictures.
    Video,
}

/// What values a property has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PropertyType {
    /// `unsigned long`: a range of whole numbers.
    WholeNumber,
    /// `double`: a range of numbers.
    Number,
    /// `DOMString`: one of some strings.
    Text,
    /// `boolean`: one of some values.
    Boolean,
    /// `boolean or DOMString`: one of some values.
    BooleanOrText,
}

impl Property {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::DeviceId,
        Self::GroupId,
        Self::Width,
        Self::Height,
        Self::FrameRate,
        Self::AspectRatio,
        Self::FacingMode,
        Self::ResizeMode,
        Self::BackgroundBlur,
        Self::SampleRate,
        Self::SampleSize,
        Self::EchoCancellation,
        Self::AutoGainControl,
        Self::NoiseSuppression,
        Self::Latency,
        Self::ChannelCount,
    ];

    /// Its name in dictionaries.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::DeviceId => "deviceId",
            Self::GroupId => "groupId",
            Self::Width => "width",
            Self::Height => "height",
            Self::FrameRate => "frameRate",
            Self::AspectRatio => "aspectRatio",
            Self::FacingMode => "facingMode",
            Self::ResizeMode => "resizeMode",
            Self::BackgroundBlur => "backgroundBlur",
            Self::SampleRate => "sampleRate",
            Self::SampleSize => "sampleSize",
            Self::EchoCancellation => "echoCancellation",
            Self::AutoGainControl => "autoGainControl",
            Self::NoiseSuppression => "noiseSuppression",
            Self::Latency => "latency",
            Self::ChannelCount => "channelCount",
        }
    }

    /// The type of its values.
    #[must_use]
    pub fn property_type(self) -> PropertyType {
        match self {
            Self::Width
            | Self::Height
            | Self::SampleRate
            | Self::SampleSize
            | Self::ChannelCount => PropertyType::WholeNumber,
            Self::FrameRate | Self::AspectRatio | Self::Latency => PropertyType::Number,
            Self::DeviceId | Self::GroupId | Self::FacingMode | Self::ResizeMode => {
                PropertyType::Text
            }
            Self::BackgroundBlur | Self::AutoGainControl | Self::NoiseSuppression => {
                PropertyType::Boolean
            }
            Self::EchoCancellation => PropertyType::BooleanOrText,
        }
    }

    /// Whether its values are numbers.
    #[must_use]
    pub fn is_numeric(self) -> bool {
        matches!(self.property_type(), PropertyType::WholeNumber | PropertyType::Number)
    }

    /// Whether it is defined for tracks of that kind.
    #[must_use]
    pub fn applies_to(self, kind: Kind) -> bool {
        match self {
            Self::DeviceId | Self::GroupId => true,
            Self::Width
            | Self::Height
            | Self::FrameRate
            | Self::AspectRatio
            | Self::FacingMode
            | Self::ResizeMode
            | Self::BackgroundBlur => kind == Kind::Video,
            _ => kind == Kind::Audio,
        }
    }
    /// Whether an ended track still tells it: it is in the list of inherent constrainable track properties.
    ///
    /// <https://www.w3.org/TR/mediacapture-streams/#list-of-inherent-constrainable-track-properties>
    #[must_use]
    pub fn is_inherent(self) -> bool {
        matches!(self, Self::DeviceId | Self::FacingMode | Self::GroupId)
    }

    /// Whether getUserMedia() takes a required constraint of it: it is in the list of allowed required constraints for
    /// device selection.
    ///
    /// <https://www.w3.org/TR/mediacapture-streams/#dfn-allowed-required-constraints-for-device-selection>
    #[must_use]
    pub fn is_allowed_for_device_selection(self) -> bool {
        self != Self::BackgroundBlur
    }
}
