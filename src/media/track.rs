//! MediaStreamTrack: one medium of one source.
//! <https://www.w3.org/TR/mediacapture-streams/#mediastreamtrack>

use super::content_hint::ContentHint;
use super::list::{Links, List};
use super::pages::Id;
use super::reconcile::PlannedAt;
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
        /// The track has a listener for `mute`, `unmute` or `ended`.
        const OBSERVED = 1 << 3;
        /// `[[Kind]]` is "video", not "audio".
        const VIDEO = 1 << 4;
    }
}

/// A track, and its links: to its source while it is live, and to the streams that it is in.
#[derive(Default)]
#[repr(C, align(32))]
pub struct Track {
    pub(crate) state: TrackState,
    pub(crate) content_hint: ContentHint,
    pub(crate) source: Option<Id<Source>>,
    pub(crate) live: Links<Track>,
    pub(crate) memberships: List<Membership>,
    /// What the innermost reconciliation that is about it has planned.
    pub(crate) planned: PlannedAt,
}

impl UserAgent {
    /// [Creates a MediaStreamTrack](https://www.w3.org/TR/mediacapture-streams/#create-mediastreamtrack)
    /// from a source: live, enabled, and muted if the source is. `None` if the source has ended,
    /// and without memory.
    pub fn create_track(&mut self, source: Id<Source>, video: bool) -> Option<Id<Track>> {
        let source_state = self.sources.get(source)?.state;
        if source_state.contains(SourceState::ENDED) {
            return None;
        }
        self.tracks.reserve().ok()?;
        let mut state = TrackState::empty();
        state.set(TrackState::VIDEO, video);
        state.set(TrackState::MUTED, source_state.contains(SourceState::MUTED));
        self.begin_track(Track { state, source: Some(source), ..Track::default() })
    }

    /// [Clones a track](https://www.w3.org/TR/mediacapture-streams/#track-clone): the clone has the
    /// state of the original, nobody's listeners, and shares the source. `None` without memory.
    pub fn clone_track(&mut self, track: Id<Track>) -> Option<Id<Track>> {
        let &Track { state, source, content_hint, .. } = self.tracks.get(track)?;
        self.tracks.reserve().ok()?;
        let state = state - TrackState::OBSERVED;
        self.begin_track(Track { state, source, content_hint, ..Track::default() })
    }

    /// Makes a track for which memory is reserved. As [`UserAgent::set_ended`], it calls nothing: where the stack ends,
    /// all of it happens or nothing.
    #[inline(never)]
    fn begin_track(&mut self, slot: Track) -> Option<Id<Track>> {
        let source = slot.source;
        let track = self.tracks.take(slot)?;
        if let Some(source) = source {
            self.join_source(track, source);
        }
        Some(track)
    }

    /// The state of a track; empty for an id that names none.
    pub fn track_state(&self, track: Id<Track>) -> TrackState {
        self.tracks.get(track).map_or(TrackState::empty(), |track| track.state)
    }

    /// [`MediaStreamTrack.stop()`](https://www.w3.org/TR/mediacapture-streams/#dom-mediastreamtrack-stop).
    /// False if the track had ended before. Nothing is fired.
    pub fn stop(&mut self, track: Id<Track>) -> bool {
        self.set_ended(track)
    }

    /// Sets [`MediaStreamTrack.enabled`](https://www.w3.org/TR/mediacapture-streams/#dom-mediastreamtrack-enabled).
    pub fn set_enabled(&mut self, track: Id<Track>, enabled: bool) {
        if let Some(track) = self.tracks.get_mut(track) {
            track.state.set(TrackState::DISABLED, !enabled);
        }
    }

    /// [`MediaStreamTrack.contentHint`](https://www.w3.org/TR/mst-content-hint/#dom-mediastreamtrack-contenthint).
    pub fn content_hint(&self, track: Id<Track>) -> ContentHint {
        self.tracks.get(track).map_or(ContentHint::None, |track| track.content_hint)
    }

    /// Sets `contentHint`. A hint for the other kind of track is ignored: then it is false.
    pub fn set_content_hint(&mut self, track: Id<Track>, hint: ContentHint) -> bool {
        let suited = self
            .tracks
            .get_mut(track)
            .filter(|track| hint.suits(track.state.contains(TrackState::VIDEO)));
        if let Some(track) = suited {
            track.content_hint = hint;
            return true;
        }
        false
    }

    /// Sets `[[ReadyState]]` to "ended" and notifies the source and the streams of it. False if it was so before. It calls
    /// nothing, and nothing is done after it: so where the stack ends, a track ends as a whole or not at all.
    #[inline(never)]
    pub(crate) fn set_ended(&mut self, track: Id<Track>) -> bool {
        let Some(slot) =
            self.tracks.get_mut(track).filter(|slot| !slot.state.contains(TrackState::ENDED))
        else {
            return false;
        };
        slot.state.insert(TrackState::ENDED);
        self.leave_source(track);
        self.uncount_live_track(track);
        true
    }
}
