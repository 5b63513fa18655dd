//! What enumerateDevices() lists.

use super::device::{Device, DeviceId, DeviceKind};
use super::exposure::Exposure;
use super::media_devices::MediaDevices;

/// What a MediaDeviceInfo tells.
///
/// <https://www.w3.org/TR/mediacapture-streams/#creating-a-device-info-object>
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeviceInfo {
    /// That there is a device of the kind of this one: its label and ids are empty, and it has no capabilities.
    Nameless(DeviceId),
    /// What the device is.
    Named(DeviceId),
    /// That the device is the system default: its deviceId is "default", and its label says so.
    SystemDefault(DeviceId),
}

/// How far a list of device infos has got: a kind of device after the other, and of each two passes over the devices.
/// Microphones and cameras: the system default, then the others. Other devices: the system default as just that, then
/// all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    pass: u8,
    index: usize,
}

impl Listing {
    /// The kind of device that a pass is about, and whether it is the first.
    fn pass(self) -> Option<(DeviceKind, bool)> {
        let is_first = self.pass & 1 == 0;
        Some(match self.pass >> 1 {
            0 => (DeviceKind::AudioInput, is_first),
            1 => (DeviceKind::VideoInput, is_first),
            2 => (DeviceKind::AudioOutput, is_first),
            _ => return None,
        })
    }

    /// Goes on with the pass of that number.
    fn skip_to(&mut self, pass: u8) {
        *self = Self { pass, index: 0 };
    }

    /// The next device that is listed, and what is told of it: creating a list of device info objects.
    ///
    /// <https://www.w3.org/TR/mediacapture-streams/#creating-a-list-of-device-info-objects>
    pub(super) fn next<'a>(
        &mut self,
        list: &'a [Device],
        exposure: Exposure,
    ) -> Option<(&'a Device, DeviceInfo)> {
        loop {
            let (kind, is_first) = self.pass()?;
            let next_kind = (self.pass | 1).saturating_add(1);
            let is_output = kind == DeviceKind::AudioOutput;
            let is_exposed = exposure.includes(kind);
            // The exposure decision algorithm for devices other than camera and microphone.
            if is_output && !is_exposed {
                self.skip_to(next_kind);
                continue;
            }
            let Some(device) = list.get(self.index) else {
                self.skip_to(self.pass.saturating_add(1));
                continue;
            };
            self.index = self.index.saturating_add(1);
            let is_listed = device.is_default == is_first || (is_output && !is_first);
            if device.description.kind != kind || !is_listed {
                continue;
            }
            if !is_exposed {
                // The list of its kind is truncated to its first item.
                self.skip_to(next_kind);
                return Some((device, DeviceInfo::Nameless(device.id)));
            }
            return Some((
                device,
                if is_output && is_first {
                    DeviceInfo::SystemDefault(device.id)
                } else {
                    DeviceInfo::Named(device.id)
                },
            ));
        }
    }
}

impl MediaDevices {
    /// The next of the device infos for the stored device list: what enumerateDevices() resolves with.
    ///
    /// <https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-enumeratedevices>
    pub fn next_device_info(&self, listing: &mut Listing) -> Option<DeviceInfo> {
        listing.next(&self.stored_device_list, self.exposure).map(|(_, info)| info)
    }
}
