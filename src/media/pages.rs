//! Pages of slots: where sources, tracks and streams are kept.
//!
//! A slot is freed with its whole page. The JavaScript side keeps one small object a page that the
//! page's 64 wrappers refer to, and registers that object alone with a `FinalizationRegistry`:
//! registering every wrapper would cost several times what making it costs.

use alloc::vec::Vec;
use core::marker::PhantomData;
use core::num::NonZeroU32;

use super::out_of_memory::OutOfMemory;

/// Slots in a page.
pub const PAGE_SIZE: u32 = 64;

/// How many bytes there are from one slot of a page to the next, in wasm memory. It's the same for all types, so that
/// they can share machine code, and JavaScript finds their states without a table.
pub const STRIDE: usize = 32;

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

/// 64 slots, of which the first so many are taken. The buffer never grows, and so never moves.
struct Page<T> {
    slots: Vec<T>,
    /// While it is free: the page that was freed before it, or 0.
    next_free: u32,
}

impl<T> Page<T> {
    fn new() -> Result<Self, OutOfMemory> {
        let mut page = Page { slots: Vec::new(), next_free: 0 };
        page.slots.try_reserve_exact(PAGE_SIZE as usize)?;
        Ok(page)
    }

    fn is_full(&self) -> bool {
        self.slots.len() as u32 == PAGE_SIZE
    }
}

/// Appends to a list for which memory is reserved. Unlike [`Vec::push`] it has no part that might call or panic.
#[inline(always)]
pub(crate) fn push_reserved<T>(list: &mut Vec<T>, item: T) {
    if list.len() < list.capacity() {
        list.push(item);
    }
}

/// The pages of one type of slot. A freed page is taken again before there is another.
pub struct Pages<T> {
    pages: Vec<Page<T>>,
    /// The slot that is taken next; 0 if that begins a page.
    next: u32,
    /// The page that was freed last, or 0.
    free: u32,
}

impl<T> Pages<T> {
    /// So many that an id has 28 bits, which leaves an effect some for its kind.
    const MAX_PAGES: usize = (1 << 28) / PAGE_SIZE as usize - 1;

    pub const fn new() -> Self {
        Pages { pages: Vec::new(), next: 0, free: 0 }
    }

    /// Sees to it that there is a slot to take. Returns the number of the page that it is in.
    #[inline(never)]
    pub fn reserve(&mut self) -> Result<u32, OutOfMemory> {
        if self.next == 0 {
            self.begin_page()?;
        }
        Ok(self.next / PAGE_SIZE)
    }

    fn begin_page(&mut self) -> Result<(), OutOfMemory> {
        if self.free == 0 {
            if self.pages.len() >= Self::MAX_PAGES {
                return Err(OutOfMemory);
            }
            self.pages.try_reserve(1)?;
            push_reserved(&mut self.pages, Page::new()?);
            self.free = self.pages.len() as u32;
        }
        let number = self.free;
        if let Some(page) = self.page(number) {
            self.free = page.next_free;
            self.next = number * PAGE_SIZE;
        }
        Ok(())
    }

    /// Takes the slot that is [reserved](Pages::reserve); `None` if none is.
    #[inline(always)]
    pub fn take(&mut self, slot: T) -> Option<Id<T>> {
        let id = Id::new(self.next)?;
        let page = self.page_mut(id.page())?;
        push_reserved(&mut page.slots, slot);
        self.next = if page.is_full() { 0 } else { self.next + 1 };
        Some(id)
    }

    /// The id of a slot of a full page; `None` for a page that is being filled or free.
    pub fn in_full_page(&self, number: u32, index: u32) -> Option<Id<T>> {
        self.page(number).filter(|page| page.is_full())?;
        Id::new(number * PAGE_SIZE + index)
    }

    /// Gives a full page's slots back. A page that is being filled or free stays as it is.
    pub fn free_page(&mut self, number: u32) {
        let next_free = self.free;
        if let Some(page) = self.page_mut(number).filter(|page| page.is_full()) {
            page.slots.clear();
            page.next_free = next_free;
            self.free = number;
        }
    }

    /// Where a page begins in memory; 0 for a page that there is not.
    pub fn address(&self, number: u32) -> usize {
        self.page(number).map_or(0, |page| page.slots.as_ptr() as usize)
    }

    #[inline(always)]
    pub fn get(&self, id: Id<T>) -> Option<&T> {
        self.page(id.page())?.slots.get(id.index())
    }

    #[inline(always)]
    pub fn get_mut(&mut self, id: Id<T>) -> Option<&mut T> {
        self.page_mut(id.page())?.slots.get_mut(id.index())
    }

    #[inline(always)]
    fn page(&self, number: u32) -> Option<&Page<T>> {
        self.pages.get(number.wrapping_sub(1) as usize)
    }

    #[inline(always)]
    fn page_mut(&mut self, number: u32) -> Option<&mut Page<T>> {
        self.pages.get_mut(number.wrapping_sub(1) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Copy, Default)]
    struct Numbered(u32);

    fn take(slots: &mut Pages<Numbered>, number: u32) -> Id<Numbered> {
        slots.reserve().unwrap();
        slots.take(Numbered(number)).unwrap()
    }

    fn filled(pages: u32) -> Pages<Numbered> {
        let mut slots = Pages::new();
        for number in 0..pages * PAGE_SIZE {
            take(&mut slots, number);
        }
        slots
    }

    #[test]
    fn the_first_slot_of_a_page_has_index_0() {
        let mut slots = filled(1);
        assert_eq!(take(&mut slots, 0).get() % PAGE_SIZE, 0);
        assert_ne!(take(&mut slots, 0).get() % PAGE_SIZE, 0);
    }

    #[test]
    fn a_slot_holds_what_was_put_into_it() {
        let slots = filled(3);
        let id = Id::new(2 * PAGE_SIZE + 5).unwrap();
        assert_eq!(slots.get(id).unwrap().0, PAGE_SIZE + 5);
    }

    #[test]
    fn a_freed_page_is_taken_again_before_another_is_made() {
        let mut slots = filled(3);
        slots.free_page(2);
        assert_eq!(take(&mut slots, 0).get(), 2 * PAGE_SIZE);
        assert_eq!(slots.pages.len(), 3);
    }

    #[test]
    fn a_freed_slot_holds_nothing() {
        let mut slots = filled(2);
        slots.free_page(1);
        assert!(slots.get(Id::new(PAGE_SIZE).unwrap()).is_none());
    }

    #[test]
    fn a_page_that_is_reserved_is_the_same_until_a_slot_of_it_is_taken() {
        let mut slots = filled(1);
        assert_eq!(slots.reserve(), Ok(2));
        assert_eq!(slots.reserve(), Ok(2));
        assert_eq!(take(&mut slots, 0).get(), 2 * PAGE_SIZE);
        assert_eq!(slots.pages.len(), 2);
    }

    #[test]
    fn nothing_is_taken_that_is_not_reserved() {
        assert_eq!(filled(1).take(Numbered(0)), None);
    }

    #[test]
    fn freed_pages_are_taken_again_all_of_them() {
        let mut slots = filled(3);
        for page in [1, 3, 2] {
            slots.free_page(page);
        }
        for _ in 0..3 * PAGE_SIZE {
            take(&mut slots, 0);
        }
        assert_eq!(slots.pages.len(), 3);
    }

    #[test]
    fn only_a_full_page_is_freed_and_only_once() {
        let mut slots = filled(1);
        let id = take(&mut slots, 7);
        slots.free_page(2);
        assert!(slots.get(id).is_some());
        slots.free_page(1);
        slots.free_page(1);
        assert_eq!((slots.free, slots.pages[0].next_free), (1, 0));
    }

    #[test]
    fn an_id_has_at_most_28_bits() {
        let last_page = u32::try_from(Pages::<Numbered>::MAX_PAGES).unwrap();
        assert_eq!(last_page * PAGE_SIZE + (PAGE_SIZE - 1), (1 << 28) - 1);
    }

    #[test]
    fn an_id_is_shown_as_its_number() {
        assert_eq!(alloc::format!("{:?}", Id::<Numbered>::new(64).unwrap()), "#64");
    }

    #[test]
    fn what_a_list_has_no_memory_for_is_not_appended() {
        let mut list = Vec::new();
        push_reserved(&mut list, Numbered(1));
        assert!(list.is_empty());
        list.reserve(1);
        push_reserved(&mut list, Numbered(2));
        assert_eq!(list[0].0, 2);
    }

    #[test]
    fn a_page_begins_in_memory_where_its_first_slot_is() {
        let slots = filled(2);
        for page in [1, 2] {
            let first: *const Numbered = slots.get(Id::new(page * PAGE_SIZE).unwrap()).unwrap();
            assert_eq!(slots.address(page), first as usize);
        }
        assert_eq!((slots.address(0), slots.address(3)), (0, 0));
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
