//! What JavaScript knows by numbers.

use alloc::vec::Vec;

use mediastream_polyfill::devices::MediaDevices;

/// A slot for each MediaDevices. One that was freed is taken again, with its list.
pub(crate) struct Slots {
    slots: Vec<Slot>,
    /// The number of the slot that was freed last; 0 if there is none.
    free: u32,
}

struct Slot {
    media_devices: MediaDevices,
    /// While it is free, the number of the one that was freed before.
    next_free: u32,
}

impl Slots {
    pub(crate) const fn new() -> Self {
        Self { slots: Vec::new(), free: 0 }
    }

    /// The number of a slot with a MediaDevices that is as new; 0, which is no slot's, if there is no memory for it.
    pub(crate) fn take(&mut self) -> u32 {
        let number = self.free;
        if let Some(slot) = self.slot(number) {
            self.free = slot.next_free;
            return number;
        }
        if self.slots.try_reserve(1).is_err() {
            return 0;
        }
        self.slots.push(Slot { media_devices: MediaDevices::new(), next_free: 0 });
        self.slots.len() as u32
    }

    pub(crate) fn get(&mut self, number: u32) -> Option<&mut MediaDevices> {
        self.slot(number).map(|slot| &mut slot.media_devices)
    }

    /// Takes a slot back. Whoever calls it has the number no more.
    pub(crate) fn free(&mut self, number: u32) {
        let before = self.free;
        if let Some(slot) = self.slot(number) {
            slot.media_devices.clear();
            slot.next_free = before;
            self.free = number;
        }
    }

    fn slot(&mut self, number: u32) -> Option<&mut Slot> {
        self.slots.get_mut((number as usize).wrapping_sub(1))
    }
}
