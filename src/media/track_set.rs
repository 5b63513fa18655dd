//! Track sets: which track is in which stream.
//! <https://www.w3.org/TR/mediacapture-streams/#track-set>
//!
//! A membership stands in two lists, its stream's and its track's, so that a set knows its tracks
//! and the end of a track is known to its sets.

use super::list::{Linked, Links};
use super::out_of_memory::OutOfMemory;
use super::pages::{Id, Pages};
use super::stream::{Stream, StreamState};
use super::track::{Track, TrackState};
use super::user_agent::UserAgent;

/// One track in one stream.
#[repr(C, align(32))]
pub struct Membership {
    stream: Id<Stream>,
    track: Id<Track>,
    in_stream: Links<Membership>,
    in_track: Links<Membership>,
}

/// All memberships. Those that ended are used again: they are a list, by `in_stream.next`.
pub(crate) struct Memberships {
    slots: Pages<Membership>,
    free: Option<Id<Membership>>,
    /// The stream that is being filled, if nothing was added to another since it was empty: a track that it has, has no
    /// newer membership.
    filling: Option<Id<Stream>>,
}

impl Memberships {
    pub(crate) const fn new() -> Self {
        Memberships { slots: Pages::new(), free: None, filling: None }
    }

    #[inline(always)]
    fn get(&self, id: Id<Membership>) -> Option<&Membership> {
        self.slots.get(id)
    }

    #[inline(always)]
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

    /// The track of a membership, and the next membership in its stream.
    pub(crate) fn after(&self, id: Id<Membership>) -> Option<(Id<Track>, Option<Id<Membership>>)> {
        let membership = self.get(id)?;
        Some((membership.track, membership.in_stream.next))
    }

    /// Sees to it that there is memory for one more.
    pub(crate) fn reserve(&mut self) -> Result<(), OutOfMemory> {
        if self.free.is_none() {
            self.slots.reserve()?;
        }
        Ok(())
    }

    #[inline(always)]
    fn take(&mut self, stream: Id<Stream>, track: Id<Track>) -> Option<Id<Membership>> {
        let membership =
            Membership { stream, track, in_stream: Links::default(), in_track: Links::default() };
        let Some(free) = self.free else { return self.slots.take(membership) };
        let slot = self.get_mut(free)?;
        let next = slot.in_stream.next;
        *slot = membership;
        self.free = next;
        Some(free)
    }

    #[inline(always)]
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
    #[inline(always)]
    fn links(&mut self, id: Id<Membership>) -> Option<&mut Links<Membership>> {
        self.0.get_mut(id).map(|membership| &mut membership.in_stream)
    }
}

/// The members of a track's list.
struct InTrack<'a>(&'a mut Memberships);

impl Linked<Membership> for InTrack<'_> {
    #[inline(always)]
    fn links(&mut self, id: Id<Membership>) -> Option<&mut Links<Membership>> {
        self.0.get_mut(id).map(|membership| &mut membership.in_track)
    }
}

impl UserAgent {
    /// Whether a track is in a stream's track set.
    #[inline(never)]
    pub fn has_track(&self, stream: Id<Stream>, track: Id<Track>) -> bool {
        self.membership(stream, track).is_some()
    }

    /// The tracks of a stream, in the order in which they were added.
    pub fn tracks(&self, stream: Id<Stream>) -> impl Iterator<Item = Id<Track>> + use<'_> {
        let first = self.first_membership(stream);
        self.memberships.tracks_from(first)
    }

    /// Begins a membership for which memory is reserved. As [`UserAgent::end_membership`], it calls nothing: where the
    /// stack ends, all of it happens or nothing.
    pub(crate) fn append_to_track_set(&mut self, stream: Id<Stream>, track: Id<Track>) -> bool {
        let (Some(stream_slot), Some(track_slot)) =
            (self.streams.get_mut(stream), self.tracks.get_mut(track))
        else {
            return false;
        };
        let Some(membership) = self.memberships.take(stream, track) else {
            return false;
        };
        let filling = self.memberships.filling.replace(stream);
        if filling != Some(stream) && stream_slot.memberships.first.is_some() {
            self.memberships.filling = None;
        }
        self.reconciliations.leave(track_slot.planned, stream);
        stream_slot.memberships.append(membership, &mut InStream(&mut self.memberships));
        track_slot.memberships.append(membership, &mut InTrack(&mut self.memberships));
        if !track_slot.state.contains(TrackState::ENDED) {
            count_live_track(stream_slot, 1);
        }
        true
    }

    pub(crate) fn first_membership(&self, stream: Id<Stream>) -> Option<Id<Membership>> {
        self.streams.get(stream)?.memberships.first
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
    #[inline(always)]
    pub(crate) fn uncount_live_track(&mut self, track: Id<Track>) {
        let mut next = self.tracks.get(track).and_then(|track| track.memberships.first);
        while let Some(membership) = next.and_then(|id| self.memberships.get(id)) {
            next = membership.in_track.next;
            if let Some(stream) = self.streams.get_mut(membership.stream) {
                count_live_track(stream, -1);
            }
        }
    }

    /// Looks through the stream's list and the track's in step: the shorter one decides, be it a
    /// stream of thousands of tracks or a track that has been in thousands of streams. For a stream that is being filled
    /// the track's newest membership decides.
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
            if self.memberships.filling == Some(stream) {
                return None;
            }
            in_stream = by_stream.in_stream.previous;
            in_track = by_track.in_track.previous;
        }
        None
    }

    #[inline(never)]
    fn end_membership(&mut self, id: Id<Membership>) {
        let Some(&Membership { stream, track, .. }) = self.memberships.get(id) else {
            return;
        };
        let (Some(stream_slot), Some(track_slot)) =
            (self.streams.get_mut(stream), self.tracks.get_mut(track))
        else {
            return;
        };
        stream_slot.memberships.remove(id, &mut InStream(&mut self.memberships));
        track_slot.memberships.remove(id, &mut InTrack(&mut self.memberships));
        self.memberships.give_back(id);
        self.reconciliations.leave(track_slot.planned, stream);
        if !track_slot.state.contains(TrackState::ENDED) {
            count_live_track(stream_slot, -1);
        }
    }
}

#[inline(always)]
fn count_live_track(stream: &mut Stream, change: i32) {
    stream.live_tracks = stream.live_tracks.saturating_add_signed(change);
    stream.state.set(StreamState::ACTIVE, stream.live_tracks > 0);
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;
    use crate::media::{PAGE_SIZE, SlotType, Source};

    /// As many tracks and as many streams as a page has slots.
    struct Scene {
        user_agent: UserAgent,
        source: Id<Source>,
        tracks: Vec<Id<Track>>,
        streams: Vec<Id<Stream>>,
    }

    impl Scene {
        fn new() -> Self {
            let mut user_agent = UserAgent::new();
            let source = user_agent.create_source().unwrap();
            let mut scene = Scene { user_agent, source, tracks: Vec::new(), streams: Vec::new() };
            scene.create_tracks();
            scene.create_streams();
            scene
        }

        fn create_tracks(&mut self) {
            let create = |_| self.user_agent.create_track(self.source, true).unwrap();
            self.tracks = (0..PAGE_SIZE).map(create).collect();
        }

        fn create_streams(&mut self) {
            let create = |_| self.user_agent.create_stream().unwrap();
            self.streams = (0..PAGE_SIZE).map(create).collect();
        }

        /// Adds each track to two streams.
        fn fill(&mut self) {
            for &stream in &self.streams[..2] {
                for &track in &self.tracks {
                    assert_eq!(self.user_agent.add_track(stream, track), Ok(true));
                }
            }
        }

        /// How many pages of memberships there are.
        fn pages(&self) -> usize {
            (1..).take_while(|&page| self.user_agent.memberships.slots.address(page) != 0).count()
        }
    }

    #[test]
    fn memberships_of_removed_tracks_are_used_again_all_of_them() {
        let mut scene = Scene::new();
        for _ in 0..10 {
            scene.fill();
            for &stream in &scene.streams[..2] {
                for &track in &scene.tracks {
                    assert!(scene.user_agent.remove_track(stream, track));
                }
            }
        }
        assert_eq!(scene.pages(), 2);
    }

    #[test]
    fn memberships_of_collected_tracks_and_streams_are_used_again_all_of_them() {
        let mut scene = Scene::new();
        for _ in 0..5 {
            scene.fill();
            scene.user_agent.free_page(SlotType::Track, scene.tracks[0].get() / PAGE_SIZE);
            scene.create_tracks();
            scene.fill();
            scene.user_agent.free_page(SlotType::Stream, scene.streams[0].get() / PAGE_SIZE);
            scene.create_streams();
        }
        assert_eq!(scene.pages(), 2);
    }
}
