//! MediaStream: a set of tracks.
//! <https://www.w3.org/TR/mediacapture-streams/#mediastream>

use super::effect::Effect;
use super::event_handler::EventHandlers;
use super::list::List;
use super::pages::{Id, Slot};
use super::track::Track;
use super::track_set::Membership;
use super::user_agent::UserAgent;

bitflags::bitflags! {
    /// The state of a stream, as JavaScript reads it from memory.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct StreamState: u8 {
        /// Some track of the stream is live.
        const ACTIVE = 1 << 0;
        /// The stream has had a listener for `addtrack` or `removetrack`.
        const OBSERVED = 1 << 1;
    }
}

/// A stream and its track set, in the order in which the tracks were added.
#[derive(Clone, Copy, Default)]
pub struct Stream {
    pub(crate) memberships: List<Membership>,
    pub(crate) live_tracks: u32,
    pub(crate) handlers: EventHandlers,
}

impl Slot for Stream {
    type State = StreamState;
}

impl UserAgent {
    /// Makes a stream with an empty track set.
    pub fn create_stream(&mut self) -> Id<Stream> {
        self.streams.take(StreamState::empty(), Stream::default())
    }

    /// The state of a stream; empty for an id that names none.
    pub fn stream_state(&self, stream: Id<Stream>) -> StreamState {
        self.streams.state(stream).unwrap_or_default()
    }

    /// [`MediaStream.addTrack()`](https://www.w3.org/TR/mediacapture-streams/#dom-mediastream-addtrack):
    /// false if the track was in the set. Script's own changes fire nothing.
    pub fn add_track(&mut self, stream: Id<Stream>, track: Id<Track>) -> bool {
        !self.has_track(stream, track) && self.append_to_track_set(stream, track)
    }

    /// [`MediaStream.removeTrack()`](https://www.w3.org/TR/mediacapture-streams/#dom-mediastream-removetrack):
    /// false if the track was not in the set. Script's own changes fire nothing.
    pub fn remove_track(&mut self, stream: Id<Stream>, track: Id<Track>) -> bool {
        self.remove_from_track_set(stream, track)
    }

    /// The user agent [adds a track](https://www.w3.org/TR/mediacapture-streams/#mediastream-add-track).
    pub fn user_agent_adds_track(
        &mut self,
        stream: Id<Stream>,
        track: Id<Track>,
    ) -> Option<Effect> {
        self.add_track(stream, track).then_some(Effect::Added(track))
    }

    /// The user agent [removes a track](https://www.w3.org/TR/mediacapture-streams/#mediastream-remove-track).
    pub fn user_agent_removes_track(
        &mut self,
        stream: Id<Stream>,
        track: Id<Track>,
    ) -> Option<Effect> {
        self.remove_track(stream, track).then_some(Effect::Removed(track))
    }

    /// Where the [`StreamState`]s of a page begin in memory; 0 for a page that there is not.
    pub fn stream_states_address(&self, page: u32) -> usize {
        self.streams.states_address(page)
    }

    /// Forgets the streams of a page that nothing refers to any more.
    pub fn free_stream_page(&mut self, page: u32) {
        for stream in self.streams.full_page(page) {
            self.clear_track_set(stream);
        }
        self.streams.free_page(page);
    }
}
