//! What enumerateDevices() lists, and what getUserMedia() may choose.

use super::device::{Description, Device, DeviceId, DeviceKind, MediaType, Presence};
use super::exposure::Exposure;
use super::media_devices::MediaDevices;

/// What a MediaDeviceInfo tells.
///
/// <https://www.w3.org/TR/mediacapture-streams/#creating-a-device-info-object>
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeviceInfo {
    /// The device that it represents.
    pub device: DeviceId,
    /// How much it tells of that.
    pub told: Told,
}

/// How much is told of a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// That there is one of its kind: its label and ids are empty, and it has no capabilities.
    Kind,
    /// What it is.
    Description,
    /// That it is the system default: its deviceId is "default", and its label says so.
    SystemDefault,
}

/// How far a list has got: a kind of device after the other, and of each two passes over the devices. Microphones and
/// cameras: the system default, then the others. Other devices: the system default as just that, then all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    pass: u8,
    index: usize,
}

impl Listing {
    /// At the beginning of a list of device infos.
    #[must_use]
    pub const fn new() -> Self {
        Self { pass: 0, index: 0 }
    }

    /// The kind of device that the pass is about.
    fn kind(self) -> Option<DeviceKind> {
        DeviceKind::new(u32::from(self.pass >> 1))
    }

    /// Goes on with the pass of that number.
    fn skip_to(&mut self, pass: u8) {
        *self = Self { pass, index: 0 };
    }

    /// The next device that is listed, and how much is told of it: creating a list of device info objects.
    ///
    /// <https://www.w3.org/TR/mediacapture-streams/#creating-a-list-of-device-info-objects>
    pub(super) fn next<'a>(
        &mut self,
        devices: &'a [Device],
        is_stored: bool,
        exposure: Exposure,
    ) -> Option<(&'a Device, Told)> {
        loop {
            let kind = self.kind()?;
            let is_first_pass = self.pass & 1 == 0;
            let is_output = kind == DeviceKind::AudioOutput;
            let Some(device) = devices.get(self.index) else {
                self.skip_to(self.pass.saturating_add(1));
                continue;
            };
            self.index = self.index.saturating_add(1);
            let is_listed = match if is_stored { device.stored } else { device.now } {
                Presence::Absent => false,
                Presence::Present => !is_first_pass,
                Presence::Default => is_first_pass || is_output,
            };
            if device.description.kind != kind || !is_listed {
                continue;
            }
            let told = if !exposure.includes(kind) {
                // The list of its kind is truncated to its first item.
                self.skip_to((self.pass | 1).saturating_add(1));
                if is_output {
                    // The exposure decision algorithm for devices other than camera and microphone.
                    continue;
                }
                Told::Kind
            } else if is_output && is_first_pass {
                Told::SystemDefault
            } else {
                Told::Description
            };
            return Some((device, told));
        }
    }
}

impl MediaDevices {
    /// The next of the device infos for the stored device list: what enumerateDevices() resolves with.
    ///
    /// <https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-enumeratedevices>
    pub fn next_device_info(&self, listing: &mut Listing) -> Option<DeviceInfo> {
        let (Device { id, .. }, told) = listing.next(&self.devices, true, self.exposure)?;
        Some(DeviceInfo { device: *id, told })
    }

    /// The next device that getUserMedia() may choose for a media type, the system default first.
    ///
    /// <https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia>, step 11.3.1
    pub fn next_candidate(&self, media_type: MediaType, listing: &mut Listing) -> Option<DeviceId> {
        loop {
            let (device, _) = listing.next(&self.devices, false, Exposure::FULL)?;
            if device.description.kind == media_type.device_kind() {
                return Some(device.id);
            }
        }
    }
}

/// What a page can read of a device info.
pub(super) fn readable((Device { description, .. }, told): (&Device, Told)) -> (Description, Told) {
    match told {
        Told::Kind => (Description { device_id: 0, label_and_group_id: 0, ..*description }, told),
        _ => (*description, told),
    }
}
