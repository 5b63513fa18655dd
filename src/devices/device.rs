//! Devices, as the user agent discovers them.

use core::num::NonZeroU32;

/// By what a device is known while it is connected. A device that is connected later has a larger one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DeviceId(NonZeroU32);

impl DeviceId {
    /// As many devices can be connected, one after the other: the other bits of a number that crosses to JavaScript
    /// are for something else.
    pub const LARGEST: u32 = (1 << 28) - 1;

    /// The id of that number, if it can be one.
    #[must_use]
    pub fn new(number: u32) -> Option<Self> {
        NonZeroU32::new(number).filter(|number| number.get() <= Self::LARGEST).map(Self)
    }

    /// Its number.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0.get()
    }
}

/// <https://www.w3.org/TR/mediacapture-streams/#dom-mediadevicekind>
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeviceKind {
    /// "audioinput": a microphone.
    AudioInput,
    /// "videoinput": a camera.
    VideoInput,
    /// "audiooutput": a loudspeaker.
    AudioOutput,
}

impl DeviceKind {
    /// The kind of a number, as `src/js/devices/machine.js` has them.
    #[must_use]
    pub fn new(number: u32) -> Option<Self> {
        [Self::AudioInput, Self::VideoInput, Self::AudioOutput].get(number as usize).copied()
    }
}

/// What is requested of getUserMedia(), in the order in which it looks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaType {
    /// "audio"
    Audio,
    /// "video"
    Video,
}

impl MediaType {
    /// What it is captured with.
    #[must_use]
    pub fn device_kind(self) -> DeviceKind {
        match self {
            Self::Audio => DeviceKind::AudioInput,
            Self::Video => DeviceKind::VideoInput,
        }
    }
}

/// What is told of a device that may be exposed. Texts are numbers, which are equal if the texts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Description {
    /// Its kind.
    pub kind: DeviceKind,
    /// Its deviceId.
    pub device_id: u32,
    /// Its label and its groupId together.
    pub label_and_group_id: u32,
}

/// A device, as long as it is available or the page believes so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Device {
    pub(super) id: DeviceId,
    pub(super) description: Description,
    /// Whether it is to be the system default of its kind.
    pub(super) says_default: bool,
    /// As it is now.
    pub(super) now: Presence,
    /// As it is in the stored device list.
    pub(super) stored: Presence,
}

impl Device {
    pub(super) fn is_available(&self, kind: DeviceKind) -> bool {
        self.description.kind == kind && self.now != Presence::Absent
    }
}

/// Whether a device is in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Presence {
    Absent,
    Present,
    /// And it is the system default of its kind.
    Default,
}
