//! Numbers for names, found by hashing: descriptions come from the other side, and may name thousands of streams.

use alloc::boxed::Box;
use alloc::vec::Vec;

/// A number for each name, from 0 on. Numbers that are given back are used again.
#[derive(Debug, Default)]
pub(crate) struct Names {
    names: Vec<Option<Box<[u8]>>>,
    unused: Vec<u32>,
    /// Numbers plus one, each somewhere behind the place that its name's hash says; 0 for none. A number that was given
    /// back stays, and does not matter: who looks for a name compares it.
    places: Vec<u32>,
    taken: usize,
}

impl Names {
    /// A name's number, if it has one.
    pub(crate) fn get(&self, name: &[u8]) -> Option<u32> {
        let mut place = hash(name);
        loop {
            let number = self.places.get(self.wrapped(place)).copied()?.checked_sub(1)?;
            if self.name(number) == Some(name) {
                return Some(number);
            }
            place = place.wrapping_add(1);
        }
    }

    /// A name's number, which may be new.
    pub(crate) fn insert(&mut self, name: &[u8]) -> u32 {
        if let Some(number) = self.get(name) {
            return number;
        }
        // At least half of the places are free, so that looking ends soon.
        if self.taken.saturating_mul(2) >= self.places.len() {
            self.rebuild();
        }
        let number = self.unused.pop().unwrap_or(self.names.len() as u32);
        match self.names.get_mut(number as usize) {
            Some(free) => *free = Some(name.into()),
            None => self.names.push(Some(name.into())),
        }
        self.place(name, number);
        number
    }

    /// Gives a number back.
    pub(crate) fn remove(&mut self, number: u32) {
        if let Some(name) = self.names.get_mut(number as usize)
            && name.take().is_some()
        {
            self.unused.push(number);
        }
    }

    /// The name that has a number.
    pub(crate) fn name(&self, number: u32) -> Option<&[u8]> {
        self.names.get(number as usize)?.as_deref()
    }

    /// Forgets every name.
    pub(crate) fn clear(&mut self) {
        self.names.clear();
        self.unused.clear();
        self.places.fill(0);
        self.taken = 0;
    }

    fn place(&mut self, name: &[u8], number: u32) {
        let mut place = hash(name);
        loop {
            let wrapped = self.wrapped(place);
            match self.places.get_mut(wrapped) {
                Some(free @ 0) => {
                    *free = number.saturating_add(1);
                    self.taken = self.taken.saturating_add(1);
                    return;
                }
                Some(_) => place = place.wrapping_add(1),
                None => return,
            }
        }
    }

    /// Makes room for as many names again as there are, and gives up the places of those that are gone.
    fn rebuild(&mut self) {
        let live = self.names.len().saturating_sub(self.unused.len());
        let room = live.saturating_mul(4).max(8).next_power_of_two();
        self.places.clear();
        self.places.resize(room, 0);
        self.taken = 0;
        let names = core::mem::take(&mut self.names);
        for (number, name) in names.iter().enumerate() {
            if let Some(name) = name {
                self.place(name, number as u32);
            }
        }
        self.names = names;
    }

    fn wrapped(&self, place: usize) -> usize {
        place & self.places.len().wrapping_sub(1)
    }
}

/// [FNV-1a](https://www.rfc-editor.org/rfc/rfc9923), of 32 bits
fn hash(name: &[u8]) -> usize {
    let hash = name
        .iter()
        .fold(0x811c_9dc5_u32, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 15)) as usize
}
