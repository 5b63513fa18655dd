//! Track sets: which track is in which stream.
//! <https://www.w3.org/TR/mediacapture-streams/#track-set>
//!
//! A membership stands in two lists, its stream's and its track's, so that a set knows its tracks
//! and the end of a track is known to its sets.

use super::list::{Linked, Links};
use super::pages::{Id, Pages, Slot};
use super::stream::{Stream, StreamState};
use super::track::{Track, TrackState};
use super::user_agent::UserAgent;

/// One track in one stream.
pub struct Membership {
    stream: Id<Stream>,
    track: Id<Track>,
    in_stream: Links<Membership>,
    in_track: Links<Membership>,
}

impl Slot for Membership {
    type State = ();
}

/// All memberships. Those that ended are used again: they are a list, by `in_stream.next`.
pub(crate) struct Memberships {
    slots: Pages<Membership>,
    free: Option<Id<Membership>>,
}

impl Memberships {
    pub(crate) const fn new() -> Self {
        Memberships { slots: Pages::new(), free: None }
    }

    fn get(&self, id: Id<Membership>) -> Option<&Membership> {
        self.slots.get(id)
    }

    fn get_mut(&mut self, id: Id<Membership>) -> Option<&mut Membership> {
        self.slots.get_mut(id)
    }

    /// The tracks of a stream from a membership on.
    pub(crate) fn tracks_from(
        &self,
        first: Option<Id<Membership>>,
    ) -> impl Iterator<Item = Id<Track>> + use<'_> {
        let membership = |id: Option<Id<Membership>>| self.get(id?);
        core::iter::successors(membership(first), move |last| membership(last.in_stream.next))
            .map(|membership| membership.track)
    }

    fn take(&mut self, stream: Id<Stream>, track: Id<Track>) -> Id<Membership> {
        let membership =
            Membership { stream, track, in_stream: Links::default(), in_track: Links::default() };
        let Some(free) = self.free else { return self.slots.take((), membership) };
        if let Some(slot) = self.get_mut(free) {
            let next = core::mem::replace(slot, membership).in_stream.next;
            self.free = next;
        }
        free
    }

    fn give_back(&mut self, id: Id<Membership>) {
        let free = self.free.replace(id);
        if let Some(slot) = self.get_mut(id) {
            slot.in_stream.next = free;
        }
    }
}

/// The members of a stream's list.
struct InStream<'a>(&'a mut Memberships);

impl Linked<Membership> for InStream<'_> {
    fn links(&mut self, id: Id<Membership>) -> Option<&mut Links<Membership>> {
        self.0.get_mut(id).map(|membership| &mut membership.in_stream)
    }
}

/// The members of a track's list.
struct InTrack<'a>(&'a mut Memberships);

impl Linked<Membership> for InTrack<'_> {
    fn links(&mut self, id: Id<Membership>) -> Option<&mut Links<Membership>> {
        self.0.get_mut(id).map(|membership| &mut membership.in_track)
    }
}

impl UserAgent {
    /// Whether a track is in a stream's track set.
    pub fn has_track(&self, stream: Id<Stream>, track: Id<Track>) -> bool {
        self.membership(stream, track).is_some()
    }

    /// The tracks of a stream, in the order in which they were added.
    pub fn tracks(&self, stream: Id<Stream>) -> impl Iterator<Item = Id<Track>> + use<'_> {
        let first = self.streams.get(stream).and_then(|stream| stream.memberships.first);
        self.memberships.tracks_from(first)
    }

    pub(crate) fn append_to_track_set(&mut self, stream: Id<Stream>, track: Id<Track>) -> bool {
        let (Some(stream_slot), Some(track_slot)) =
            (self.streams.get_mut(stream), self.tracks.get_mut(track))
        else {
            return false;
        };
        let membership = self.memberships.take(stream, track);
        stream_slot.memberships.append(membership, &mut InStream(&mut self.memberships));
        track_slot.memberships.append(membership, &mut InTrack(&mut self.memberships));
        if !self.track_state(track).contains(TrackState::ENDED) {
            self.count_live_track(stream, 1);
        }
        true
    }

    pub(crate) fn remove_from_track_set(&mut self, stream: Id<Stream>, track: Id<Track>) -> bool {
        let membership = self.membership(stream, track);
        if let Some(membership) = membership {
            self.end_membership(membership);
        }
        membership.is_some()
    }

    pub(crate) fn clear_track_set(&mut self, stream: Id<Stream>) {
        while let Some(membership) =
            self.streams.get(stream).and_then(|stream| stream.memberships.first)
        {
            self.end_membership(membership);
        }
    }

    pub(crate) fn leave_track_sets(&mut self, track: Id<Track>) {
        while let Some(membership) =
            self.tracks.get(track).and_then(|track| track.memberships.first)
        {
            self.end_membership(membership);
        }
    }

    /// A live track ended: its streams have one live track less.
    pub(crate) fn uncount_live_track(&mut self, track: Id<Track>) {
        let mut next = self.tracks.get(track).and_then(|track| track.memberships.first);
        while let Some(membership) = next.and_then(|id| self.memberships.get(id)) {
            next = membership.in_track.next;
            self.count_live_track(membership.stream, -1);
        }
    }

    /// Looks through the stream's list and the track's in step: the shorter one decides, be it a
    /// stream of thousands of tracks or a track that has been in thousands of streams.
    fn membership(&self, stream: Id<Stream>, track: Id<Track>) -> Option<Id<Membership>> {
        let mut in_stream = self.streams.get(stream)?.memberships.last;
        let mut in_track = self.tracks.get(track)?.memberships.last;
        while let (Some(of_stream), Some(of_track)) = (in_stream, in_track) {
            let (by_stream, by_track) =
                (self.memberships.get(of_stream)?, self.memberships.get(of_track)?);
            if by_stream.track == track {
                return in_stream;
            }
            if by_track.stream == stream {
                return in_track;
            }
            in_stream = by_stream.in_stream.previous;
            in_track = by_track.in_track.previous;
        }
        None
    }

    fn end_membership(&mut self, id: Id<Membership>) {
        let Some(&Membership { stream, track, .. }) = self.memberships.get(id) else {
            return;
        };
        if let Some(slot) = self.streams.get_mut(stream) {
            slot.memberships.remove(id, &mut InStream(&mut self.memberships));
        }
        if let Some(slot) = self.tracks.get_mut(track) {
            slot.memberships.remove(id, &mut InTrack(&mut self.memberships));
        }
        self.memberships.give_back(id);
        if !self.track_state(track).contains(TrackState::ENDED) {
            self.count_live_track(stream, -1);
        }
    }

    fn count_live_track(&mut self, stream: Id<Stream>, change: i32) {
        let Some(slot) = self.streams.get_mut(stream) else {
            return;
        };
        slot.live_tracks = slot.live_tracks.saturating_add_signed(change);
        let active = slot.live_tracks > 0;
        if let Some(state) = self.streams.state_mut(stream) {
            state.set(StreamState::ACTIVE, active);
        }
    }
}
