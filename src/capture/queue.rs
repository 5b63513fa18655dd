//! What waits to be done, first in, first out.

use alloc::vec::Vec;

pub(super) struct Queue<T> {
    items: Vec<T>,
    next: usize,
}

impl<T: Copy> Queue<T> {
    pub(super) const fn new() -> Self {
        Queue { items: Vec::new(), next: 0 }
    }

    pub(super) fn push(&mut self, item: T) {
        self.items.push(item);
    }

    pub(super) fn pop(&mut self) -> Option<T> {
        let item = self.items.get(self.next).copied();
        if item.is_some() {
            self.next = self.next.saturating_add(1);
        } else {
            self.items.clear();
            self.next = 0;
        }
        item
    }
}
