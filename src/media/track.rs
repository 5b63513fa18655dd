//! MediaStreamTrack: one medium of one source.
//! <https://www.w3.org/TR/mediacapture-streams/#mediastreamtrack>

use super::content_hint::ContentHint;
use super::event_handler::EventHandlers;
use super::list::{Links, List};
use super::pages::{Id, Slot};
use super::source::{Source, SourceState};
use super::track_set::Membership;
use super::user_agent::UserAgent;

bitflags::bitflags! {
    /// The state of a track, as JavaScript reads it from memory.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct TrackState: u8 {
        /// `[[ReadyState]]` is "ended", not "live".
        const ENDED = 1 << 0;
        /// `[[Enabled]]` is false.
        const DISABLED = 1 << 1;
        /// `[[Muted]]` is true.
        const MUTED = 1 << 2;
        /// The track has had a listener for `mute`, `unmute` or `ended`.
        const OBSERVED = 1 << 3;
        /// `[[Kind]]` is "video", not "audio".
        const VIDEO = 1 << 4;
    }
}

/// A track's links: to its source while it is live, and to the streams that it is in.
#[derive(Clone, Copy, Default)]
pub struct Track {
    pub(crate) source: Option<Id<Source>>,
    pub(crate) live: Links<Track>,
    pub(crate) memberships: List<Membership>,
    pub(crate) handlers: EventHandlers,
    pub(crate) content_hint: ContentHint,
}

impl Slot for Track {
    type State = TrackState;
}

impl UserAgent {
    /// [Creates a MediaStreamTrack](https://www.w3.org/TR/mediacapture-streams/#create-mediastreamtrack)
    /// from a source: live, enabled, and muted if the source is. `None` if the source has ended.
    pub fn create_track(&mut self, source: Id<Source>, video: bool) -> Option<Id<Track>> {
        let source_state = self.sources.state(source)?;
        if source_state.contains(SourceState::ENDED) {
            return None;
        }
        let mut state = TrackState::empty();
        state.set(TrackState::VIDEO, video);
        state.set(TrackState::MUTED, source_state.contains(SourceState::MUTED));
        let track = self.tracks.take(state, Track::default());
        self.join_source(track, source);
        Some(track)
    }

    /// [Clones a track](https://www.w3.org/TR/mediacapture-streams/#track-clone): the clone has the
    /// state of the original, nobody's listeners, and shares the source.
    pub fn clone_track(&mut self, track: Id<Track>) -> Option<Id<Track>> {
        let state = self.tracks.state(track)?;
        let Track { source, content_hint, .. } = *self.tracks.get(track)?;
        let slot = Track { content_hint, ..Track::default() };
        let clone = self.tracks.take(state - TrackState::OBSERVED, slot);
        if let Some(source) = source {
            self.join_source(clone, source);
        }
        Some(clone)
    }

    /// The state of a track; empty for an id that names none.
    pub fn track_state(&self, track: Id<Track>) -> TrackState {
        self.tracks.state(track).unwrap_or_default()
    }

    /// [`MediaStreamTrack.stop()`](https://www.w3.org/TR/mediacapture-streams/#dom-mediastreamtrack-stop).
    /// False if the track had ended before. Nothing is fired.
    pub fn stop(&mut self, track: Id<Track>) -> bool {
        let live = self.tracks.state(track).is_some_and(|state| !state.contains(TrackState::ENDED));
        if live {
            self.set_ended(track);
        }
        live
    }

    /// Sets [`MediaStreamTrack.enabled`](https://www.w3.org/TR/mediacapture-streams/#dom-mediastreamtrack-enabled).
    pub fn set_enabled(&mut self, track: Id<Track>, enabled: bool) {
        if let Some(state) = self.tracks.state_mut(track) {
            state.set(TrackState::DISABLED, !enabled);
        }
    }

    /// [`MediaStreamTrack.contentHint`](https://www.w3.org/TR/mst-content-hint/#dom-mediastreamtrack-contenthint).
    pub fn content_hint(&self, track: Id<Track>) -> ContentHint {
        self.tracks.get(track).map_or(ContentHint::None, |track| track.content_hint)
    }

    /// Sets `contentHint`; a hint for the other kind of track is ignored.
    pub fn set_content_hint(&mut self, track: Id<Track>, hint: ContentHint) {
        let video = self.track_state(track).contains(TrackState::VIDEO);
        if hint.suits(video)
            && let Some(track) = self.tracks.get_mut(track)
        {
            track.content_hint = hint;
        }
    }

    /// Where the [`TrackState`]s of a page begin in memory; 0 for a page that there is not.
    pub fn track_states_address(&self, page: u32) -> usize {
        self.tracks.states_address(page)
    }

    /// Forgets the tracks of a page that nothing refers to any more.
    pub fn free_track_page(&mut self, page: u32) {
        for track in self.tracks.full_page(page) {
            self.leave_source(track);
            self.leave_track_sets(track);
        }
        self.tracks.free_page(page);
    }

    /// Sets `[[ReadyState]]` to "ended" and notifies the source and the streams of it.
    pub(crate) fn set_ended(&mut self, track: Id<Track>) {
        if let Some(state) = self.tracks.state_mut(track) {
            state.insert(TrackState::ENDED);
        }
        self.leave_source(track);
        self.uncount_live_track(track);
    }
}
