//! What is behind a MediaDevices.

use alloc::vec::Vec;

use super::device::{Description, Device, DeviceId};
use super::exposure::Exposure;
use super::permission::PermissionState;

/// The internal slots of a MediaDevices, and the devices that there are. Its methods are in the files of their subjects.
///
/// <https://www.w3.org/TR/mediacapture-streams/#dfn-create-a-mediadevices>
#[derive(Debug, Default)]
pub struct MediaDevices {
    /// All that are available to the user agent, in the order of their connection, and so of their ids.
    pub(super) available: Vec<Device>,
    /// `[[storedDeviceList]]`: those that the page has been told of, as they were then.
    pub(super) stored_device_list: Vec<Device>,
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
            available: Vec::new(),
            stored_device_list: Vec::new(),
            exposure: Exposure { microphone: false, camera: false },
            permission: PermissionState::Granted,
            connected: 0,
        }
    }

    /// As new: what it has is used again.
    pub fn clear(&mut self) {
        self.available.clear();
        self.stored_device_list.clear();
        self.exposure = Exposure::default();
        self.permission = PermissionState::default();
        self.connected = 0;
    }

    /// A device becomes available. Each kind has one system default: the last that said so.
    ///
    /// `None`, and nothing changes, if there is a device of this kind and deviceId, or have been too many.
    pub fn connect(&mut self, description: Description, is_default: bool) -> Option<DeviceId> {
        let Description { kind, device_id, .. } = description;
        let of_kind = |device: &Device| device.description.kind == kind;
        let is_known = |device: &Device| device.description.device_id == device_id;
        if self.available.iter().any(|device| of_kind(device) && is_known(device)) {
            return None;
        }
        let id = DeviceId::new(self.connected.saturating_add(1))?;
        self.connected = id.get();
        for device in &mut self.available {
            device.is_default &= !(is_default && of_kind(device));
        }
        self.available.push(Device { id, description, is_default, busy: false, broken: false });
        Some(id)
    }

    /// A device becomes unavailable. The page hears of it by [`MediaDevices::notify_of_change`].
    pub fn disconnect(&mut self, id: DeviceId) {
        self.available.retain(|device| device.id != id);
    }

    /// Whether another program has a device.
    pub fn set_busy(&mut self, id: DeviceId, busy: bool) {
        if let Some(device) = self.find(id) {
            device.busy = busy;
        }
    }

    /// Whether access to a device fails for any other reason.
    pub fn set_broken(&mut self, id: DeviceId, broken: bool) {
        if let Some(device) = self.find(id) {
            device.broken = broken;
        }
    }

    /// A device, if it is available.
    #[must_use]
    pub fn device(&self, id: DeviceId) -> Option<&Device> {
        let index = self.available.binary_search_by_key(&id, |device| device.id).ok()?;
        self.available.get(index)
    }

    fn find(&mut self, id: DeviceId) -> Option<&mut Device> {
        let index = self.available.binary_search_by_key(&id, |device| device.id).ok()?;
        self.available.get_mut(index)
    }
}
