//! Devices: what settings dictionaries are made from.

use alloc::{vec, vec::Vec};

use crate::{
    constraint::rounded_aspect_ratio,
    domain::{Domain, Range},
    number,
    property::{Kind, Property, PropertyType},
    settings::Settings,
    value::{Setting, Value},
};

/// A device that getUserMedia() may choose, or the one object that applyConstraints() is called on.
#[derive(Clone, Debug, PartialEq)]
pub struct Device<'a> {
    /// Whose properties apply to it; all of them where it isn't said.
    pub kind: Option<Kind>,
    /// The values of each property, whatever the others are.
    pub domains: [Domain<'a>; Property::ALL.len()],
    /// What a camera offers natively; empty where that isn't known.
    pub modes: Vec<Mode>,
    /// The system default values, else the user agent's.
    pub defaults: Settings<'a>,
}

/// What a camera, its driver or the operating system offers: resizeMode "none".
///
/// <https://www.w3.org/TR/mediacapture-streams/#dom-videoresizemodeenum-none>
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mode {
    /// In pixels.
    pub width: f64,
    /// In pixels.
    pub height: f64,
    /// The capability's where it isn't said.
    pub frame_rate: Option<f64>,
}

impl<'a> Device<'a> {
    /// Reads the dictionary `{ kind, capabilities, modes, settings }`.
    #[must_use]
    pub fn read(value: &'a Value) -> Self {
        let is_kind = |kind| value.member("kind").setting().is_some_and(|of| of.is(kind));
        let kind = if is_kind("audio") {
            Some(Kind::Audio)
        } else if is_kind("video") {
            Some(Kind::Video)
        } else {
            None
        };
        let mut modes = Vec::new();
        for mode in value.member("modes").items() {
            modes.extend(Mode::read(mode));
        }
        let mut defaults = Settings::read(value.member("settings"));
        let capabilities = value.member("capabilities");
        let mut domains = Property::ALL.map(|property| {
            of_capability(property, capabilities.member(property.name()))
                .or_else(|| of_modes(property, &modes))
                .or_else(|| defaults.get(property).map(only))
                .unwrap_or(Domain::Absent)
        });
        let exists = |property| domains[property as usize] != Domain::Absent;
        if exists(Property::Width)
            && exists(Property::Height)
            && capabilities.member("aspectRatio") == &Value::Nothing
        {
            // Then there is an aspect ratio, and no capability has to say so.
            let any = Range::new(0.0, f64::MAX, PropertyType::Number);
            domains[Property::AspectRatio as usize] = Domain::Range(any);
        }
        for property in Property::ALL {
            if defaults.get(property).is_none()
                && let Some(default) = user_agent_default(property)
            {
                defaults.set(property, default);
            }
        }
        Self { kind, domains, modes, defaults }
    }

    /// Whether a property is defined for objects of its kind.
    #[must_use]
    pub fn has(&self, property: Property) -> bool {
        self.kind.is_none_or(|kind| property.applies_to(kind))
    }
}

impl Mode {
    fn read(value: &Value) -> Option<Self> {
        let number = |name| value.member(name).number().filter(|number| number.is_finite());
        let size = |name| number(name).map(number::floor).filter(|size| *size >= 1.0);
        let frame_rate = number("frameRate").filter(|frame_rate| *frame_rate >= 0.0);
        Some(Self { width: size("width")?, height: size("height")?, frame_rate })
    }
}

/// The values that a capability has: a range for numbers, a list or a single value for others.
///
/// <https://www.w3.org/TR/mediacapture-streams/#capabilities>
fn of_capability(property: Property, capability: &Value) -> Option<Domain<'_>> {
    if !property.is_numeric() {
        let mut values = capability.settings();
        values.retain(|value| value.number().is_none());
        return (!values.is_empty()).then_some(Domain::Values(values));
    }
    let single = capability.number();
    if single.is_none() && !matches!(capability, Value::Dictionary(_)) {
        return None;
    }
    let end = |name, otherwise| single.or(capability.member(name).number()).unwrap_or(otherwise);
    let (min, max) = (end("min", smallest(property)), end("max", f64::MAX));
    let (min, max) = if property == Property::AspectRatio {
        (rounded_aspect_ratio(min), rounded_aspect_ratio(max))
    } else {
        (min, max)
    };
    Some(Domain::Range(Range::new(min, max, property.property_type())))
}

/// "Its valid range should span the video source's pre-set width values with min being equal to 1", and from 0
/// for frame rates.
fn smallest(property: Property) -> f64 {
    if matches!(property, Property::Width | Property::Height) { 1.0 } else { 0.0 }
}

/// The values that native modes make possible.
fn of_modes<'a>(property: Property, modes: &[Mode]) -> Option<Domain<'a>> {
    if property == Property::ResizeMode && !modes.is_empty() {
        return Some(Domain::Values(vec![NONE, CROP_AND_SCALE]));
    }
    let mut largest: Option<f64> = None;
    for mode in modes {
        let size = match property {
            Property::Width => Some(mode.width),
            Property::Height => Some(mode.height),
            Property::FrameRate => mode.frame_rate,
            _ => None,
        };
        if size > largest {
            largest = size;
        }
    }
    Some(Domain::Range(Range::new(smallest(property), largest?, property.property_type())))
}

/// The one value of a property without a capability.
fn only(setting: Setting<'_>) -> Domain<'_> {
    match setting {
        Setting::Number(number) => Domain::Range(Range { min: number, max: number, whole: false }),
        other => Domain::Values(vec![other]),
    }
}

/// <https://www.w3.org/TR/mediacapture-streams/#dom-videoresizemodeenum-none>
pub const NONE: Setting<'_> = Setting::Text(&code_units(*b"none"));

/// <https://www.w3.org/TR/mediacapture-streams/#dom-videoresizemodeenum-crop-and-scale>
pub const CROP_AND_SCALE: Setting<'_> = Setting::Text(&code_units(*b"crop-and-scale"));

const fn code_units<const LENGTH: usize>(ascii: [u8; LENGTH]) -> [u16; LENGTH] {
    let mut units = [0; LENGTH];
    let mut index = 0;
    while index < LENGTH {
        units[index] = ascii[index] as u16;
        index += 1;
    }
    units
}

/// The defaults that the specification recommends, and for the rest those of Chromium, where a device has none
/// of its own.
fn user_agent_default<'a>(property: Property) -> Option<Setting<'a>> {
    Some(match property {
        Property::Width => Setting::Number(640.0),
        Property::Height => Setting::Number(480.0),
        Property::FrameRate => Setting::Number(30.0),
        Property::SampleRate => Setting::Number(48_000.0),
        Property::SampleSize => Setting::Number(16.0),
        Property::ChannelCount => Setting::Number(1.0),
        Property::Latency => Setting::Number(0.01),
        Property::EchoCancellation | Property::AutoGainControl | Property::NoiseSuppression => {
            Setting::Boolean(true)
        }
        Property::BackgroundBlur => Setting::Boolean(false),
        Property::ResizeMode => NONE,
        Property::DeviceId | Property::GroupId | Property::AspectRatio | Property::FacingMode => {
            return None;
        }
    })
}
