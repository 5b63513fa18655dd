//! MediaStream: a set of tracks.
//! <https://www.w3.org/TR/mediacapture-streams/#mediastream>

use super::list::List;
use super::out_of_memory::OutOfMemory;
use super::pages::Id;
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
        /// `onremovetrack` has a value.
        const ONREMOVETRACK = 1 << 2;
    }
}

/// A stream and its track set, in the order in which the tracks were added.
#[derive(Default)]
#[repr(C, align(32))]
pub struct Stream {
    pub(crate) state: StreamState,
    pub(crate) memberships: List<Membership>,
    pub(crate) live_tracks: u32,
}

impl UserAgent {
    /// Makes a stream with an empty track set. `None` without memory.
    pub fn create_stream(&mut self) -> Option<Id<Stream>> {
        self.streams.reserve().ok()?;
        self.streams.take(Stream::default())
    }

    /// The state of a stream; empty for an id that names none.
    pub fn stream_state(&self, stream: Id<Stream>) -> StreamState {
        self.streams.get(stream).map_or(StreamState::empty(), |stream| stream.state)
    }

    /// [`MediaStream.addTrack()`](https://www.w3.org/TR/mediacapture-streams/#dom-mediastream-addtrack):
    /// false if the track was in the set. Script's own changes fire nothing. The user agent
    /// [adds a track](https://www.w3.org/TR/mediacapture-streams/#mediastream-add-track) by the same, and fires
    /// `addtrack` if that was news.
    pub fn add_track(&mut self, stream: Id<Stream>, track: Id<Track>) -> Result<bool, OutOfMemory> {
        if self.has_track(stream, track) {
            return Ok(false);
        }
        self.memberships.reserve()?;
        Ok(self.append_to_track_set(stream, track))
    }

    /// [`MediaStream.removeTrack()`](https://www.w3.org/TR/mediacapture-streams/#dom-mediastream-removetrack):
    /// false if the track was not in the set. Script's own changes fire nothing. The user agent
    /// [removes a track](https://www.w3.org/TR/mediacapture-streams/#mediastream-remove-track) by the same, and fires
    /// `removetrack` if it was in the set.
    pub fn remove_track(&mut self, stream: Id<Stream>, track: Id<Track>) -> bool {
        self.remove_from_track_set(stream, track)
    }
}
