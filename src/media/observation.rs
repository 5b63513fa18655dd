//! Observation: what the `addEventListener` shim and the `on…` setters report.
//!
//! It decides how long a track lives
//! (<https://www.w3.org/TR/mediacapture-streams/#garbage-collection-0>), never whether an event is
//! dispatched. It is sticky: removing a listener does not undo it.

use super::event_type::EventTypes;
use super::pages::Id;
use super::source::SourceState;
use super::stream::{Stream, StreamState};
use super::track::{Track, TrackState};
use super::user_agent::UserAgent;

impl UserAgent {
    /// A listener for one of these types was added to a track.
    pub fn track_listener_added(&mut self, track: Id<Track>, types: EventTypes) {
        if !types.intersects(EventTypes::OF_TRACK) {
            return;
        }
        if let Some(state) = self.tracks.state_mut(track) {
            state.insert(TrackState::OBSERVED);
        }
        if let Some(source) = self.tracks.get(track).and_then(|track| track.source)
            && let Some(state) = self.sources.state_mut(source)
        {
            state.insert(SourceState::OBSERVED);
        }
    }

    /// A listener for one of these types was added to a stream.
    pub fn stream_listener_added(&mut self, stream: Id<Stream>, types: EventTypes) {
        if types.intersects(EventTypes::OF_STREAM)
            && let Some(state) = self.streams.state_mut(stream)
        {
            state.insert(StreamState::OBSERVED);
        }
    }

    /// Whether the source of the track must keep it alive: it is live, and observed.
    pub fn is_held_by_source(&self, track: Id<Track>) -> bool {
        let state = self.track_state(track);
        state.contains(TrackState::OBSERVED) && !state.contains(TrackState::ENDED)
    }
}
