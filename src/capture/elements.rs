//! All captured elements, by number, for who can't refer to them.

use alloc::vec::Vec;

use super::element::CapturedElement;
use super::facts::Host;

/// A number is given to another element when its own is gone.
pub struct CapturedElements {
    slots: Vec<Option<CapturedElement>>,
    free: Vec<u32>,
}

impl CapturedElements {
    /// None.
    pub const fn new() -> Self {
        CapturedElements { slots: Vec::new(), free: Vec::new() }
    }

    /// Another one, by its number.
    pub fn create(&mut self, host: Host) -> u32 {
        let element = CapturedElement::new(host);
        let free = self.free.pop();
        if let Some(slot) = free.and_then(|number| self.slots.get_mut(number as usize)) {
            *slot = Some(element);
        } else {
            self.slots.push(Some(element));
        }
        free.unwrap_or_else(|| {
            u32::try_from(self.slots.len().saturating_sub(1)).unwrap_or(u32::MAX)
        })
    }

    /// The element with a number, if there is one.
    pub fn get(&mut self, number: u32) -> Option<&mut CapturedElement> {
        self.slots.get_mut(number as usize)?.as_mut()
    }

    /// An element is gone, or what was installed for it is.
    pub fn free(&mut self, number: u32) {
        let element = self.slots.get_mut(number as usize).and_then(Option::take);
        if element.is_some() {
            self.free.push(number);
        }
    }
}

impl Default for CapturedElements {
    fn default() -> Self {
        Self::new()
    }
}
