//! What a step removes from streams, or adds to them: the lists `removeList` and `addList` of
//! [set a session description](https://w3c.github.io/webrtc-pc/#set-description).

use alloc::vec::Vec;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Nobody has made it.
    Owed,
    /// It was to be made and was found made, by the host or by script: an event of the host's may come.
    Found,
    /// It was made, and script was told.
    Told,
}

#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) stream: u32,
    pub(crate) receiver: u32,
    pub(crate) state: State,
    /// The next of the same receiver, plus one; 0 for none.
    next: usize,
}

/// In their order, and linked for each receiver, so that one is found among the receiver's own.
#[derive(Debug, Default)]
pub(crate) struct Changes(Vec<Change>);

impl Changes {
    /// Appends a change. `first` is the receiver's link. Returns its place.
    pub(crate) fn push(&mut self, stream: u32, receiver: u32, first: &mut usize) -> usize {
        self.0.push(Change { stream, receiver, state: State::Owed, next: *first });
        *first = self.0.len();
        self.0.len().saturating_sub(1)
    }

    pub(crate) fn get_mut(&mut self, place: usize) -> Option<&mut Change> {
        self.0.get_mut(place)
    }

    /// A receiver's change of a stream of which script was not told.
    pub(crate) fn find(&mut self, stream: u32, mut link: usize) -> Option<&mut Change> {
        loop {
            let place = link.checked_sub(1)?;
            let change = self.0.get(place)?;
            if change.stream == stream && change.state != State::Told {
                return self.0.get_mut(place);
            }
            link = change.next;
        }
    }

    /// The places of a receiver's changes, the last first.
    pub(crate) fn places(&self, link: usize) -> impl Iterator<Item = usize> {
        core::iter::successors(link.checked_sub(1), |&place| self.0.get(place)?.next.checked_sub(1))
    }

    /// Whether script is told of it, or it is called off. `false` if there was none to be.
    pub(crate) fn take(&mut self, stream: u32, link: usize) -> bool {
        self.find(stream, link).map(|change| change.state = State::Told).is_some()
    }

    pub(crate) fn receivers(&self) -> impl Iterator<Item = u32> {
        self.0.iter().map(|change| change.receiver)
    }

    pub(crate) fn streams(&self) -> impl Iterator<Item = u32> {
        self.0.iter().map(|change| change.stream)
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}
