//! The streams of a connection. It has one for each id, whatever object the host has for it now.

use alloc::vec::Vec;

use super::names::Names;

/// Whether there is an object for a stream, which script may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Object {
    /// Only an id.
    Unknown,
    /// There was: without tracks, it lives as long as script has it.
    Released,
    /// There is.
    Known,
}

#[derive(Debug)]
pub(crate) struct Stream {
    pub(crate) object: Object,
    /// How many receivers have it among their streams.
    pub(crate) receivers: u32,
    /// How many have it among those to which a rollback leads back.
    remembered: u32,
    /// Whether any had when the step began.
    had_receivers: bool,
    /// The step in which that was noted.
    noted: u32,
    /// Tells which streams are in a list.
    pub(crate) mark: u32,
    /// Additions that wait for the object, by their places.
    pub(crate) waiting: Vec<usize>,
}

impl Stream {
    fn new() -> Self {
        Stream {
            object: Object::Unknown,
            receivers: 0,
            remembered: 0,
            had_receivers: false,
            noted: 0,
            mark: 0,
            waiting: Vec::new(),
        }
    }

    fn note(&mut self, step: u32) {
        if self.noted != step {
            self.noted = step;
            self.had_receivers = self.receivers > 0;
        }
    }
}

/// By their numbers.
#[derive(Debug, Default)]
pub(crate) struct Streams {
    names: Names,
    list: Vec<Stream>,
    mark: u32,
    pub(crate) step: u32,
    /// Those that may have lost their last receiver.
    pub(crate) emptied: Vec<u32>,
    /// Those whose object has to be kept again.
    pub(crate) revived: Vec<u32>,
}

impl Streams {
    pub(crate) fn get(&self, stream: u32) -> Option<&Stream> {
        self.list.get(stream as usize)
    }

    pub(crate) fn get_mut(&mut self, stream: u32) -> Option<&mut Stream> {
        self.list.get_mut(stream as usize)
    }

    pub(crate) fn is_known(&self, stream: u32) -> bool {
        self.get(stream).is_some_and(|stream| stream.object == Object::Known)
    }

    pub(crate) fn id(&self, stream: u32) -> Option<&[u8]> {
        self.names.name(stream)
    }

    pub(crate) fn find(&self, id: &[u8]) -> Option<u32> {
        self.names.get(id)
    }

    pub(crate) fn named(&mut self, id: &[u8]) -> u32 {
        let number = self.names.insert(id);
        if number as usize >= self.list.len() {
            self.list.push(Stream::new());
        }
        // Until it is associated, nothing but this knows of it.
        if self.get(number).is_some_and(|stream| stream.receivers == 0) {
            self.emptied.push(number);
        }
        number
    }

    /// A rollback leads back to these.
    pub(crate) fn remember(&mut self, streams: &[u32]) {
        for &stream in streams {
            if let Some(stream) = self.get_mut(stream) {
                stream.remembered = stream.remembered.saturating_add(1);
            }
        }
    }

    /// No rollback does.
    pub(crate) fn give_up(&mut self, streams: &[u32]) {
        for &number in streams {
            if let Some(stream) = self.list.get_mut(number as usize) {
                stream.remembered = stream.remembered.saturating_sub(1);
                if stream.receivers == 0 {
                    self.emptied.push(number);
                }
            }
        }
    }

    /// Forgets a stream that has no object, and to which no receiver can come back.
    pub(crate) fn forget(&mut self, stream: u32) {
        if let Some(forgotten) = self.get_mut(stream)
            && forgotten.receivers == 0
            && forgotten.remembered == 0
        {
            *forgotten = Stream::new();
            self.names.remove(stream);
        }
    }

    /// Marks those in a list, and gives the mark.
    pub(crate) fn mark(&mut self, streams: &[u32]) -> u32 {
        let mark = self.new_mark();
        for &stream in streams {
            self.is_new(stream, mark);
        }
        mark
    }

    pub(crate) fn new_mark(&mut self) -> u32 {
        self.mark = self.mark.wrapping_add(1);
        self.mark
    }

    /// Marks a stream. Whether it was not before.
    pub(crate) fn is_new(&mut self, stream: u32, mark: u32) -> bool {
        self.get_mut(stream)
            .is_some_and(|stream| core::mem::replace(&mut stream.mark, mark) != mark)
    }

    pub(crate) fn has_mark(&self, stream: u32, mark: u32) -> bool {
        self.get(stream).is_some_and(|stream| stream.mark == mark)
    }

    /// A receiver has it among its streams.
    pub(crate) fn gains(&mut self, number: u32) {
        let step = self.step;
        if let Some(stream) = self.get_mut(number) {
            stream.note(step);
            stream.receivers = stream.receivers.saturating_add(1);
            if stream.object == Object::Released {
                self.revived.push(number);
            }
        }
    }

    /// A receiver has it no more.
    pub(crate) fn loses(&mut self, number: u32) {
        let step = self.step;
        if let Some(stream) = self.get_mut(number) {
            stream.note(step);
            stream.receivers = stream.receivers.saturating_sub(1);
            if stream.receivers == 0 {
                self.emptied.push(number);
            }
        }
    }

    /// Whether it has gained or lost a receiver in this step.
    pub(crate) fn was_noted(&self, stream: u32) -> bool {
        self.get(stream).is_some_and(|stream| stream.noted == self.step)
    }

    /// Whether it has receivers, and had some when this step began.
    pub(crate) fn kept_receivers(&self, stream: u32) -> bool {
        self.get(stream).is_some_and(|stream| {
            stream.receivers > 0 && (stream.noted != self.step || stream.had_receivers)
        })
    }
}
