//! The permission to use cameras and microphones.

use super::media_devices::MediaDevices;

/// <https://www.w3.org/TR/permissions/#dom-permissionstate>
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PermissionState {
    /// Nobody is asked.
    #[default]
    Granted,
    /// Nobody is asked.
    Denied,
    /// The user is asked.
    Prompt,
}

impl PermissionState {
    /// The state of a number, as `src/js/devices/machine.js` has them.
    #[must_use]
    pub fn new(number: u32) -> Option<Self> {
        [Self::Granted, Self::Denied, Self::Prompt].get(number as usize).copied()
    }
}

impl MediaDevices {
    /// The permission state of cameras and microphones alike.
    #[must_use]
    pub fn permission(&self) -> PermissionState {
        self.permission
    }

    /// The user, or a policy, decided. Says whether the state is another one: then each PermissionStatus fires `change`.
    ///
    /// <https://www.w3.org/TR/permissions/#dfn-permissionstatus-update-steps>
    pub fn set_permission(&mut self, permission: PermissionState) -> bool {
        let changed = self.permission != permission;
        self.permission = permission;
        changed
    }
}
