//! What the host fires itself: rightly, too early, too late, or with another object than the one that script has.

use alloc::vec::Vec;

use super::machine::Negotiation;

/// What becomes of an event of the host's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Script hears it.
    Pass,
    /// Script doesn't.
    Hold,
    /// Script doesn't, and what the host did with it is taken back, without an event.
    Undo,
    /// Script hears another in its place, with the objects that it knows.
    Replace,
}

impl Negotiation {
    /// The number of a stream that a `track` event of the host's names at a place of its list, by the stream's id. Where
    /// the receiver is to be in a stream that has no object yet, this is the one, whatever its id.
    pub fn given(&mut self, receiver: u32, place: usize, id: &[u8]) -> u32 {
        let expected = self.streams_of(receiver).get(place).copied();
        let known = self.streams.find(id);
        match expected {
            Some(expected) if known.is_none() && !self.streams.is_known(expected) => expected,
            _ => known.unwrap_or_else(|| self.streams.named(id)),
        }
    }

    /// A stream that a `track` event of the host's names, and whether it is the object that script has.
    pub fn push_given(&mut self, stream: u32, is_the_object: bool) {
        self.given.push((stream, is_the_object));
    }

    /// The host fires `track`, with the streams [given](Negotiation::push_given).
    pub fn track_fired(&mut self, number: u32) -> Verdict {
        let given = core::mem::take(&mut self.given);
        let are_objects = given.iter().all(|&(_, is_the_object)| is_the_object);
        let Some(receiver) = self.receivers.get_mut(number as usize) else { return Verdict::Pass };
        if !core::mem::replace(&mut receiver.is_heard, true) {
            self.progress.ready.extend(self.additions.places(receiver.additions));
        }
        if receiver.follows_host || !receiver.is_learned {
            (receiver.receives, receiver.is_learned, receiver.is_owed) = (true, true, false);
            let mark = self.streams.new_mark();
            let mut streams = Vec::with_capacity(given.len());
            for &(stream, _) in &given {
                if self.streams.is_new(stream, mark) {
                    streams.push(stream);
                }
            }
            self.set_streams(number, streams);
            return if are_objects { Verdict::Pass } else { Verdict::Replace };
        }
        if !core::mem::take(&mut receiver.is_owed) {
            return Verdict::Hold;
        }
        let are_same = are_objects && given.iter().map(|(stream, _)| stream).eq(&receiver.streams);
        if are_same { Verdict::Pass } else { Verdict::Replace }
    }

    /// Somebody else fires `track`, with the streams [given](Negotiation::push_given): if it is what is owed, it is not
    /// any more.
    pub fn track_heard(&mut self, number: u32) {
        let given = core::mem::take(&mut self.given);
        if let Some(receiver) = self.receiver_mut(number)
            && given.iter().map(|(stream, _)| stream).eq(&receiver.streams)
        {
            receiver.is_owed = false;
        }
    }

    /// The host removed a track from a stream: from the object that script has, or from another of its own.
    pub fn track_removed(&mut self, stream: u32, number: u32, is_the_object: bool) -> Verdict {
        let Some(receiver) = self.receivers.get_mut(number as usize) else { return Verdict::Pass };
        if !is_the_object {
            return Verdict::Hold;
        }
        if !receiver.is_learned || self.removals.take(stream, receiver.removals) {
            return Verdict::Pass;
        }
        if !receiver.streams.contains(&stream) {
            return Verdict::Hold;
        }
        if !receiver.follows_host {
            return Verdict::Undo;
        }
        receiver.streams.retain(|&associated| associated != stream);
        self.streams.loses(stream);
        Verdict::Pass
    }

    /// The host added a track to a stream: to the object that script has, or to another of its own.
    pub fn track_added(&mut self, stream: u32, number: u32, is_the_object: bool) -> Verdict {
        let Some(receiver) = self.receivers.get_mut(number as usize) else { return Verdict::Pass };
        if !is_the_object {
            return Verdict::Hold;
        }
        if !receiver.is_learned || self.additions.take(stream, receiver.additions) {
            return Verdict::Pass;
        }
        if receiver.streams.contains(&stream) {
            // A host may fire this for a track that is in it. Nothing but script has taken one out that isn't.
            let was_in = !self.has_looked || !receiver.left.contains(&stream);
            return if was_in { Verdict::Hold } else { Verdict::Undo };
        }
        if !receiver.follows_host {
            return Verdict::Undo;
        }
        receiver.streams.push(stream);
        self.streams.gains(stream);
        Verdict::Pass
    }

    /// The host fires `addstream`. Script hears of a stream when it comes to have tracks.
    pub fn stream_added(&mut self, stream: u32, is_the_object: bool) -> Verdict {
        legacy(self.streams.kept_receivers(stream), is_the_object)
    }

    /// The host fires `removestream`. Script hears of a stream that has no tracks left.
    pub fn stream_removed(&mut self, stream: u32, is_the_object: bool) -> Verdict {
        legacy(self.streams.get(stream).is_some_and(|stream| stream.receivers > 0), is_the_object)
    }
}

fn legacy(is_held: bool, is_the_object: bool) -> Verdict {
    match (is_held, is_the_object) {
        (true, _) => Verdict::Hold,
        (false, true) => Verdict::Pass,
        (false, false) => Verdict::Replace,
    }
}
