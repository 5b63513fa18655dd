//! All connections' negotiations, by number, for who can't refer to them.

use super::machine::Negotiation;
use crate::slots::Slots;

/// A number is given to another connection's when its own is gone.
pub struct Negotiations(Slots<Negotiation>);

impl Negotiations {
    /// None.
    pub const fn new() -> Self {
        Negotiations(Slots::new())
    }

    /// Another one, by its number.
    pub fn create(&mut self, negotiation: Negotiation) -> u32 {
        self.0.create(negotiation)
    }

    /// The negotiation with a number, if there is one.
    pub fn get(&mut self, number: u32) -> Option<&mut Negotiation> {
        self.0.get(number)
    }

    /// A connection is gone.
    pub fn free(&mut self, number: u32) {
        self.0.free(number);
    }
}

impl Default for Negotiations {
    fn default() -> Self {
        Self::new()
    }
}
