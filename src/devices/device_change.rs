//! The event `devicechange`.

use super::device::Presence;
use super::device_info::{Listing, readable};
use super::media_devices::MediaDevices;

impl MediaDevices {
    /// The device change notification steps, which follow whenever devices have become available or unavailable.
    /// Returns whether `devicechange` is to be fired, with the device infos that there are now.
    ///
    /// <https://www.w3.org/TR/mediacapture-streams/#device-change-notification-steps>
    pub fn notify_of_change(&mut self) -> bool {
        // Steps 1 to 4: whether the page can tell the stored device list from the devices that are available.
        let differs = self.differs();
        // Step 5: set the stored device list. The specification does so only if they differ, and a device that is
        // connected before the page may know of it would be missing in what the page enumerates later.
        for device in &mut self.devices {
            device.stored = device.now;
        }
        self.devices.retain(|device| device.now != Presence::Absent);
        // Step 6: fire an event.
        differs
    }

    /// Whether the device infos for the two lists don't match or have another order.
    fn differs(&self) -> bool {
        let (mut last_listing, mut now_listing) = (Listing::new(), Listing::new());
        loop {
            let last = last_listing.next(&self.devices, true, self.exposure).map(readable);
            let now = now_listing.next(&self.devices, false, self.exposure).map(readable);
            if last != now {
                return true;
            }
            if now.is_none() {
                return false;
            }
        }
    }
}
