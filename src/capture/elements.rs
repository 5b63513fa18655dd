//! All captured elements, by number, for who can't refer to them.

use super::element::CapturedElement;
use super::facts::Host;
use crate::slots::Slots;

/// A number is given to another element when its own is gone.
pub struct CapturedElements(Slots<CapturedElement>);

impl CapturedElements {
    /// None.
    pub const fn new() -> Self {
        CapturedElements(Slots::new())
    }

    /// Another one, by its number.
    pub fn create(&mut self, host: Host) -> u32 {
        self.0.create(CapturedElement::new(host))
    }

    /// The element with a number, if there is one.
    pub fn get(&mut self, number: u32) -> Option<&mut CapturedElement> {
        self.0.get(number)
    }

    /// An element is gone, or what was installed for it is.
    pub fn free(&mut self, number: u32) {
        self.0.free(number);
    }
}

impl Default for CapturedElements {
    fn default() -> Self {
        Self::new()
    }
}
