//! A source: what provides the media of its tracks.
//! <https://www.w3.org/TR/mediacapture-streams/#track-source>

use super::effect::Effect;
use super::list::{Linked, Links, List};
use super::pages::{Id, Pages};
use super::track::{Track, TrackState};
use super::user_agent::UserAgent;

bitflags::bitflags! {
    /// The state of a source, as JavaScript reads it from memory.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct SourceState: u8 {
        /// The source has permanently stopped providing media.
        const ENDED = 1 << 0;
        /// The source can't provide media for now.
        const MUTED = 1 << 1;
        /// Some track of the source has had a listener for an event that the source causes.
        const OBSERVED = 1 << 2;
        /// Some track of the source is live.
        const IN_USE = 1 << 3;
    }
}

/// A source and its live tracks, in the order of their creation.
#[derive(Default)]
#[repr(C, align(32))]
pub struct Source {
    pub(crate) state: SourceState,
    live_tracks: List<Track>,
    /// The first that may be muted where the source isn't, or the other way round: those before it are as the source is.
    unlike: Option<Id<Track>>,
}

impl UserAgent {
    /// Makes a source that is neither muted nor ended and has no tracks. `None` without memory.
    pub fn create_source(&mut self) -> Option<Id<Source>> {
        self.sources.reserve().ok()?;
        self.sources.take(Source::default())
    }

    /// The state of a source; empty for an id that names none.
    pub fn source_state(&self, source: Id<Source>) -> SourceState {
        self.sources.get(source).map_or(SourceState::empty(), |source| source.state)
    }

    /// The source ends: poll [`UserAgent::next_source_effect`] for what follows.
    pub fn end_source(&mut self, source: Id<Source>) {
        if let Some(source) = self.sources.get_mut(source) {
            source.state.insert(SourceState::ENDED);
        }
    }

    /// The source is muted or unmuted: poll [`UserAgent::next_source_effect`] for what follows. An
    /// ended source stays as it is.
    pub fn set_source_muted(&mut self, source: Id<Source>, muted: bool) {
        if let Some(source) = self.sources.get_mut(source)
            && !source.state.contains(SourceState::ENDED)
            && source.state.contains(SourceState::MUTED) != muted
        {
            source.state.set(SourceState::MUTED, muted);
            source.unlike = source.live_tracks.first;
        }
    }

    /// Brings the source's next live track into accordance with the source, in the order of the
    /// tracks' creation, and says what happened to it. What listeners do between two effects
    /// counts: a track that they stopped is passed over, one that they cloned has its turn, and a
    /// source that they unmuted mutes no more.
    ///
    /// Implements [the end of a track](https://www.w3.org/TR/mediacapture-streams/#track-ended) and
    /// [set a track's muted state](https://www.w3.org/TR/mediacapture-streams/#set-track-muted).
    pub fn next_source_effect(&mut self, source: Id<Source>) -> Option<Effect> {
        let source = self.sources.get_mut(source)?;
        if source.state.contains(SourceState::ENDED) {
            let track = source.live_tracks.first?;
            self.set_ended(track);
            return Some(Effect::Ended(track));
        }
        let muted = source.state.contains(SourceState::MUTED);
        while let Some(id) = source.unlike {
            let track = self.tracks.get_mut(id)?;
            source.unlike = track.live.next;
            if track.state.contains(TrackState::MUTED) != muted {
                track.state.set(TrackState::MUTED, muted);
                return Some(if muted { Effect::Muted(id) } else { Effect::Unmuted(id) });
            }
        }
        None
    }

    pub(crate) fn first_live_track(&self, source: Id<Source>) -> Option<Id<Track>> {
        self.sources.get(source)?.live_tracks.first
    }

    /// Appends a live track to its source's list.
    #[inline(always)]
    pub(crate) fn join_source(&mut self, track: Id<Track>, source: Id<Source>) {
        let Some(slot) = self.sources.get_mut(source) else {
            return;
        };
        slot.live_tracks.append(track, &mut self.tracks);
        slot.unlike = slot.unlike.or(Some(track));
        slot.state.insert(SourceState::IN_USE);
    }

    /// Takes a track off its source's list; with the last one, the source is released.
    #[inline(always)]
    pub(crate) fn leave_source(&mut self, track: Id<Track>) {
        let Some((source, next)) = self
            .tracks
            .get_mut(track)
            .and_then(|track| track.source.take().map(|source| (source, track.live.next)))
        else {
            return;
        };
        let Some(slot) = self.sources.get_mut(source) else {
            return;
        };
        if slot.unlike == Some(track) {
            slot.unlike = next;
        }
        slot.live_tracks.remove(track, &mut self.tracks);
        slot.state.set(SourceState::IN_USE, slot.live_tracks.first.is_some());
    }
}

impl Linked<Track> for Pages<Track> {
    #[inline(always)]
    fn links(&mut self, id: Id<Track>) -> Option<&mut Links<Track>> {
        self.get_mut(id).map(|track| &mut track.live)
    }
}
