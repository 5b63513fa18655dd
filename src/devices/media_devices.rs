//! What is behind a MediaDevices.

use alloc::{collections::TryReserveError, vec::Vec};

use super::device::{Description, Device, DeviceId, Presence};
use super::exposure::Exposure;
use super::permission::PermissionState;

/// The internal slots of a MediaDevices, and the devices that there are. Its methods are in the files of their subjects.
///
/// <https://www.w3.org/TR/mediacapture-streams/#dfn-create-a-mediadevices>
#[derive(Debug, Default)]
pub struct MediaDevices {
    /// All that are available to the user agent, and `[[storedDeviceList]]`, those that the page has been told of: in
    /// the order of their connection.
    pub(super) devices: Vec<Device>,
    pub(super) exposure: Exposure,
    pub(super) permission: PermissionState,
    /// How many devices there have been.
    connected: u32,
}

impl MediaDevices {
    /// No device is connected, nothing is exposed, and permission is granted to whoever asks.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            devices: Vec::new(),
            exposure: Exposure { microphone: false, camera: false },
            permission: PermissionState::Granted,
            connected: 0,
        }
    }

    /// As new: what it has is used again.
    pub fn clear(&mut self) {
        self.devices.clear();
        self.exposure = Exposure::default();
        self.permission = PermissionState::default();
        self.connected = 0;
    }

    /// Makes room for a device more.
    ///
    /// # Errors
    ///
    /// There is no memory for it; nothing has changed.
    pub fn reserve(&mut self) -> Result<(), TryReserveError> {
        self.devices.try_reserve(1)
    }

    /// A device becomes available. Each kind has one system default: the last that said so.
    ///
    /// `None`, and nothing changes, if there is a device of this kind and deviceId, or have been too many.
    pub fn connect(&mut self, description: Description, is_default: bool) -> Option<DeviceId> {
        let is_of_kind = |device: &Device| {
            device.now != Presence::Absent && device.description.kind == description.kind
        };
        for device in &self.devices {
            if is_of_kind(device) && device.description.device_id == description.device_id {
                return None;
            }
        }
        let id = DeviceId::new(self.connected.saturating_add(1))?;
        self.connected = id.get();
        let mut now = Presence::Present;
        if is_default {
            now = Presence::Default;
            for device in &mut self.devices {
                if is_of_kind(device) {
                    device.now = Presence::Present;
                }
            }
        }
        self.devices.push(Device { id, description, now, stored: Presence::Absent });
        Some(id)
    }

    /// A device becomes unavailable. The page hears of it by [`MediaDevices::notify_of_change`].
    pub fn disconnect(&mut self, id: DeviceId) {
        for device in &mut self.devices {
            if device.id == id {
                device.now = Presence::Absent;
            }
        }
    }
}
