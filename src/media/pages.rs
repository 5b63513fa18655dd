//! Pages of slots: where sources, tracks and streams are kept.
//!
//! A slot is freed with its whole page. The JavaScript side keeps one small object a page that the
//! page's 64 wrappers refer to, and registers that object alone with a `FinalizationRegistry`:
//! registering every wrapper would cost several times what making it costs.

use alloc::vec::Vec;
use core::marker::PhantomData;
use core::num::NonZeroU32;

/// Slots in a page.
pub const PAGE_SIZE: u32 = 64;

/// Names a slot: the page's number, counted from 1, and the index in the page.
pub struct Id<T>(NonZeroU32, PhantomData<fn() -> T>);

impl<T> Id<T> {
    /// The id that [`Id::get`] returned; `None` for 0, which names nothing.
    pub fn new(raw: u32) -> Option<Self> {
        NonZeroU32::new(raw).map(|raw| Id(raw, PhantomData))
    }

    /// The id as the number that crosses to JavaScript.
    pub fn get(self) -> u32 {
        self.0.get()
    }

    fn page(self) -> u32 {
        self.get() / PAGE_SIZE
    }

    fn index(self) -> usize {
        (self.get() % PAGE_SIZE) as usize
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Id<T> {}

impl<T> core::fmt::Debug for Id<T> {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(formatter, "#{}", self.0)
    }
}

/// What a page is made of.
pub trait Slot {
    /// One byte of state that JavaScript reads straight from wasm memory.
    type State: Copy;
}

/// 64 slots, of which the first so many are taken. The buffers never grow, and so never move.
struct Page<T: Slot> {
    states: Vec<T::State>,
    slots: Vec<T>,
}

impl<T: Slot> Page<T> {
    fn new() -> Self {
        Page {
            states: Vec::with_capacity(PAGE_SIZE as usize),
            slots: Vec::with_capacity(PAGE_SIZE as usize),
        }
    }

    fn is_full(&self) -> bool {
        self.slots.len() as u32 == PAGE_SIZE
    }
}

/// Which slot is taken next, whatever its type. A freed page is taken again before there is another.
struct Numbers {
    next: u32,
    pages: u32,
    free: Vec<u32>,
}

impl Numbers {
    fn take(&mut self) -> u32 {
        if self.next.is_multiple_of(PAGE_SIZE) {
            let page = self.free.pop().unwrap_or_else(|| {
                self.pages += 1;
                self.pages
            });
            self.next = page * PAGE_SIZE;
        }
        let taken = self.next;
        self.next += 1;
        taken
    }
}

/// The pages of one type of slot.
pub struct Pages<T: Slot> {
    pages: Vec<Page<T>>,
    numbers: Numbers,
}

impl<T: Slot> Pages<T> {
    pub const fn new() -> Self {
        Pages { pages: Vec::new(), numbers: Numbers { next: 0, pages: 0, free: Vec::new() } }
    }

    /// Takes the next slot. An id whose index is 0 begins a page.
    pub fn take(&mut self, state: T::State, slot: T) -> Id<T> {
        let taken = self.numbers.take();
        let number = taken / PAGE_SIZE;
        if self.pages.len() < number as usize {
            self.pages.push(Page::new());
        }
        if let Some(page) = self.page_mut(number) {
            page.states.push(state);
            page.slots.push(slot);
        }
        Id(NonZeroU32::MIN.saturating_add(taken - 1), PhantomData)
    }

    /// The ids of a full page's slots, in their order; none for a page that is being filled or free.
    pub fn full_page(&self, number: u32) -> impl Iterator<Item = Id<T>> + use<T> {
        let slots = if self.page(number).is_some_and(Page::is_full) { PAGE_SIZE } else { 0 };
        (0..slots).filter_map(move |index| Id::new(number * PAGE_SIZE + index))
    }

    /// Gives a full page's slots back. A page that is being filled or free stays as it is.
    pub fn free_page(&mut self, number: u32) {
        if let Some(page) = self.page_mut(number).filter(|page| page.is_full()) {
            page.states.clear();
            page.slots.clear();
            self.numbers.free.push(number);
        }
    }

    /// Where a page's states begin in memory.
    pub fn states_address(&self, number: u32) -> usize {
        self.page(number).map_or(0, |page| page.states.as_ptr() as usize)
    }

    pub fn state(&self, id: Id<T>) -> Option<T::State> {
        self.page(id.page())?.states.get(id.index()).copied()
    }

    pub fn state_mut(&mut self, id: Id<T>) -> Option<&mut T::State> {
        self.page_mut(id.page())?.states.get_mut(id.index())
    }

    pub fn get(&self, id: Id<T>) -> Option<&T> {
        self.page(id.page())?.slots.get(id.index())
    }

    pub fn get_mut(&mut self, id: Id<T>) -> Option<&mut T> {
        self.page_mut(id.page())?.slots.get_mut(id.index())
    }

    fn page(&self, number: u32) -> Option<&Page<T>> {
        self.pages.get(number.checked_sub(1)? as usize)
    }

    fn page_mut(&mut self, number: u32) -> Option<&mut Page<T>> {
        self.pages.get_mut(number.checked_sub(1)? as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Copy, Default)]
    struct Numbered(u32);

    impl Slot for Numbered {
        type State = u8;
    }

    fn filled(pages: u32) -> Pages<Numbered> {
        let mut slots = Pages::new();
        for number in 0..pages * PAGE_SIZE {
            slots.take(number as u8, Numbered(number));
        }
        slots
    }

    #[test]
    fn the_first_slot_of_a_page_has_index_0() {
        let mut slots = filled(1);
        assert_eq!(slots.take(0, Numbered(0)).get() % PAGE_SIZE, 0);
        assert_ne!(slots.take(0, Numbered(0)).get() % PAGE_SIZE, 0);
    }

    #[test]
    fn a_slot_holds_what_was_put_into_it() {
        let slots = filled(3);
        let id = Id::new(2 * PAGE_SIZE + 5).unwrap();
        assert_eq!(slots.get(id).unwrap().0, PAGE_SIZE + 5);
        assert_eq!(slots.state(id), Some((PAGE_SIZE + 5) as u8));
    }

    #[test]
    fn a_freed_page_is_taken_again_before_another_is_made() {
        let mut slots = filled(3);
        slots.free_page(2);
        assert_eq!(slots.take(0, Numbered(0)).get(), 2 * PAGE_SIZE);
        assert_eq!(slots.pages.len(), 3);
    }

    #[test]
    fn a_freed_slot_holds_nothing() {
        let mut slots = filled(2);
        slots.free_page(1);
        assert!(slots.get(Id::new(PAGE_SIZE).unwrap()).is_none());
        assert!(slots.state(Id::new(PAGE_SIZE).unwrap()).is_none());
    }

    #[test]
    fn only_a_full_page_is_freed_and_only_once() {
        let mut slots = filled(1);
        let id = slots.take(7, Numbered(7));
        slots.free_page(2);
        assert!(slots.get(id).is_some());
        slots.free_page(1);
        slots.free_page(1);
        assert_eq!(slots.numbers.free, [1]);
    }

    #[test]
    fn ids_that_were_never_given_out_hold_nothing() {
        let slots = filled(1);
        for raw in [1, PAGE_SIZE - 1, 2 * PAGE_SIZE, u32::MAX] {
            assert!(slots.get(Id::new(raw).unwrap()).is_none());
        }
        assert!(Id::<Numbered>::new(0).is_none());
    }
}
