//! What is behind a MediaDevices.

use alloc::{collections::TryReserveError, vec::Vec};
use core::mem;

use super::device::{Description, Device, DeviceId, DeviceKind, Presence};
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

    /// A device becomes available. Each kind has one system default: of those that are available, the last that said so.
    ///
    /// `None`, and nothing changes, if there is a device of this kind and deviceId, or have been too many.
    pub fn connect(&mut self, description: Description, says_default: bool) -> Option<DeviceId> {
        let Description { kind, device_id, .. } = description;
        for device in &self.devices {
            if device.is_available(kind) && device.description.device_id == device_id {
                return None;
            }
        }
        let id = DeviceId::new(self.connected.saturating_add(1))?;
        self.connected = id.get();
        let (now, stored) = (Presence::Present, Presence::Absent);
        self.devices.push(Device { id, description, says_default, now, stored });
        self.choose_default(kind);
        Some(id)
    }

    /// A device becomes unavailable. The page hears of it by [`MediaDevices::notify_of_change`].
    pub fn disconnect(&mut self, id: DeviceId) {
        if let Some(device) = self.devices.iter_mut().find(|device| device.id == id) {
            device.now = Presence::Absent;
            let kind = device.description.kind;
            self.choose_default(kind);
        }
    }

    fn choose_default(&mut self, kind: DeviceKind) {
        let mut last = Presence::Default;
        for device in self.devices.iter_mut().rev().filter(|device| device.is_available(kind)) {
            device.now = Presence::Present;
            if device.says_default {
                device.now = mem::replace(&mut last, Presence::Present);
            }
        }
    }
}
