//! Things by numbers, for who can't refer to them.

use alloc::boxed::Box;
use alloc::vec::Vec;

/// A number is given again when what had it is gone.
pub(crate) struct Slots<T> {
    slots: Vec<Option<Box<T>>>,
    free: Vec<u32>,
}

impl<T> Slots<T> {
    pub(crate) const fn new() -> Self {
        Slots { slots: Vec::new(), free: Vec::new() }
    }

    /// Another one, by its number.
    pub(crate) fn create(&mut self, value: T) -> u32 {
        let value = Some(Box::new(value));
        let free = self.free.pop();
        if let Some(slot) = free.and_then(|number| self.slots.get_mut(number as usize)) {
            *slot = value;
        } else {
            self.slots.push(value);
        }
        free.unwrap_or(self.slots.len().wrapping_sub(1) as u32)
    }

    /// What has a number, if there is something. Each export calls it, and needn't have it in itself.
    #[inline(never)]
    pub(crate) fn get(&mut self, number: u32) -> Option<&mut T> {
        self.slots.get_mut(number as usize)?.as_deref_mut()
    }

    /// What had a number is gone.
    pub(crate) fn free(&mut self, number: u32) {
        if self.slots.get_mut(number as usize).and_then(Option::take).is_some() {
            self.free.push(number);
        }
    }
}
