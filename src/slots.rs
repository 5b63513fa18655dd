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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_number_of_its_own_by_which_it_is_found() {
        let mut slots = Slots::new();
        assert_eq!(['a', 'b', 'c'].map(|value| slots.create(value)), [0, 1, 2]);
        assert_eq!(
            [0, 1, 2].map(|number| slots.get(number).copied()),
            [Some('a'), Some('b'), Some('c')]
        );
        assert_eq!(slots.get(3), None);
    }

    #[test]
    fn what_is_gone_is_not_found_and_its_number_is_given_again() {
        let mut slots = Slots::new();
        let [a, b] = ['a', 'b'].map(|value| slots.create(value));
        slots.free(a);
        assert_eq!((slots.get(a).copied(), slots.get(b).copied()), (None, Some('b')));
        assert_eq!(slots.create('c'), a);
        assert_eq!(slots.create('d'), 2);
        assert_eq!(slots.get(a).copied(), Some('c'));
    }

    #[test]
    fn a_number_that_is_freed_twice_or_was_never_given_is_given_once() {
        let mut slots = Slots::new();
        let a = slots.create('a');
        slots.free(a);
        slots.free(a);
        slots.free(7);
        assert_eq!(['b', 'c'].map(|value| slots.create(value)), [a, 1]);
    }
}
