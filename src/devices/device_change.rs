//! The event `devicechange`.

use super::device::{Description, Device, DeviceKind};
use super::device_info::{DeviceInfo, Listing};
use super::exposure::Exposure;
use super::media_devices::MediaDevices;

impl MediaDevices {
    /// The device change notification steps, which follow whenever devices have become available or unavailable.
    /// Returns whether `devicechange` is to be fired, with the device infos that there are now.
    ///
    /// <https://www.w3.org/TR/mediacapture-streams/#device-change-notification-steps>
    pub fn notify_of_change(&mut self) -> bool {
        // Steps 1 to 4: whether the page can tell the stored device list from the devices that are available.
        let differs = differs(&self.stored_device_list, &self.available, self.exposure);
        // Step 5: set the stored device list. The specification does so only if they differ, and a device that is
        // connected before the page may know of it would be missing in what the page enumerates later.
        self.stored_device_list.clone_from(&self.available);
        // Step 6: fire an event.
        differs
    }
}

/// Whether the device infos for two lists don't match or have another order.
fn differs(last: &[Device], now: &[Device], exposure: Exposure) -> bool {
    let (mut last_listing, mut now_listing) = (Listing::default(), Listing::default());
    loop {
        let last = told(last_listing.next(last, exposure));
        let now = told(now_listing.next(now, exposure));
        if last != now {
            return true;
        }
        if now.is_none() {
            return false;
        }
    }
}

/// What a page can read of a device info.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    Kind(DeviceKind),
    Description { description: Description, is_system_default: bool },
}

fn told(entry: Option<(&Device, DeviceInfo)>) -> Option<Told> {
    entry.map(|(Device { description, .. }, info)| match info {
        DeviceInfo::Nameless(_) => Told::Kind(description.kind),
        DeviceInfo::Named(_) => {
            Told::Description { description: *description, is_system_default: false }
        }
        DeviceInfo::SystemDefault(_) => {
            Told::Description { description: *description, is_system_default: true }
        }
    })
}
