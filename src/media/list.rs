//! Doubly linked lists through slots: they allocate nothing, and take a member out in constant time.

use super::pages::Id;

/// The ends of a list.
#[derive(Debug)]
pub struct List<T> {
    pub first: Option<Id<T>>,
    pub last: Option<Id<T>>,
}

/// A member's neighbours in a list.
#[derive(Debug)]
pub struct Links<T> {
    pub previous: Option<Id<T>>,
    pub next: Option<Id<T>>,
}

/// Where the links of a list's members are kept.
pub trait Linked<T> {
    fn links(&mut self, id: Id<T>) -> Option<&mut Links<T>>;
}

impl<T> List<T> {
    /// Appends a slot that is in no list of this kind. Here and in [`List::remove`] nothing is called: where the stack
    /// ends, a list is changed as a whole or not at all.
    #[inline(always)]
    pub fn append(&mut self, id: Id<T>, members: &mut impl Linked<T>) {
        let previous = self.last.replace(id);
        match previous.and_then(|previous| members.links(previous)) {
            Some(links) => links.next = Some(id),
            None => self.first = Some(id),
        }
        if let Some(links) = members.links(id) {
            *links = Links { previous, next: None };
        }
    }

    /// Takes a member out.
    #[inline(always)]
    pub fn remove(&mut self, id: Id<T>, members: &mut impl Linked<T>) {
        let Some(links) = members.links(id) else {
            return;
        };
        let Links { previous, next } = core::mem::take(links);
        match previous.and_then(|previous| members.links(previous)) {
            Some(links) => links.next = next,
            None => self.first = next,
        }
        match next.and_then(|next| members.links(next)) {
            Some(links) => links.previous = previous,
            None => self.last = previous,
        }
    }
}

// Derived, these would ask the same of T.
impl<T> Default for List<T> {
    fn default() -> Self {
        List { first: None, last: None }
    }
}

impl<T> Default for Links<T> {
    fn default() -> Self {
        Links { previous: None, next: None }
    }
}
