//! Observation: what the `addEventListener` shim and the `on…` setters report.
//!
//! It decides how long a track lives
//! (<https://www.w3.org/TR/mediacapture-streams/#garbage-collection-0>), never whether an event is
//! dispatched. That of a track ends when its last listener is removed, and so does what keeps it alive; a source and a
//! stream remember for good that somebody has listened.

use super::event_type::EventTypes;
use super::pages::Id;
use super::source::SourceState;
use super::stream::{Stream, StreamState};
use super::track::{Track, TrackState};
use super::user_agent::UserAgent;

impl UserAgent {
    /// A listener for one of these types was added to a track. Returns whether the source of the track must keep it alive
    /// from now on: it is live, and observed.
    pub fn track_listener_added(&mut self, track: Id<Track>, types: EventTypes) -> bool {
        let Some(track) =
            self.tracks.get_mut(track).filter(|_| types.intersects(EventTypes::OF_TRACK))
        else {
            return false;
        };
        track.state.insert(TrackState::OBSERVED);
        // Only a live track has its source.
        let Some(source) = track.source.and_then(|source| self.sources.get_mut(source)) else {
            return false;
        };
        source.state.insert(SourceState::OBSERVED);
        true
    }

    /// The last listener for one of these types was removed from a track: nothing keeps it alive for them.
    pub fn track_listeners_removed(&mut self, track: Id<Track>) {
        if let Some(track) = self.tracks.get_mut(track) {
            track.state.remove(TrackState::OBSERVED);
        }
    }

    /// A listener for one of these types was added to a stream.
    pub fn stream_listener_added(&mut self, stream: Id<Stream>, types: EventTypes) {
        if types.intersects(EventTypes::OF_STREAM)
            && let Some(stream) = self.streams.get_mut(stream)
        {
            stream.state.insert(StreamState::OBSERVED);
        }
    }
}
