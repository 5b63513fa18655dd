//! A source: what provides the media of its tracks.
//! <https://www.w3.org/TR/mediacapture-streams/#track-source>

use super::effect::Effect;
use super::list::{Linked, Links, List};
use super::pages::{Id, Pages, Slot};
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
#[derive(Clone, Copy, Default)]
pub struct Source {
    live_tracks: List<Track>,
}

impl Slot for Source {
    type State = SourceState;
}

impl UserAgent {
    /// Makes a source that is neither muted nor ended and has no tracks.
    pub fn create_source(&mut self) -> Id<Source> {
        self.sources.take(SourceState::empty(), Source::default())
    }

    /// The state of a source; empty for an id that names none.
    pub fn source_state(&self, source: Id<Source>) -> SourceState {
        self.sources.state(source).unwrap_or_default()
    }

    /// The source ends: poll [`UserAgent::next_source_effect`] for what follows.
    pub fn end_source(&mut self, source: Id<Source>) {
        if let Some(state) = self.sources.state_mut(source) {
            state.insert(SourceState::ENDED);
        }
    }

    /// The source is muted or unmuted: poll [`UserAgent::next_source_effect`] for what follows. An
    /// ended source stays as it is.
    pub fn set_source_muted(&mut self, source: Id<Source>, muted: bool) {
        if let Some(state) = self.sources.state_mut(source)
            && !state.contains(SourceState::ENDED)
        {
            state.set(SourceState::MUTED, muted);
        }
    }

    /// Brings the source's next live track into accordance with the source, in the order of the
    /// tracks' creation, and says what happened to it. It looks anew each time, so that what
    /// listeners do between two effects counts: a track that they stopped is passed over, one that
    /// they cloned has its turn, and a source that they unmuted mutes no more.
    ///
    /// Implements [the end of a track](https://www.w3.org/TR/mediacapture-streams/#track-ended) and
    /// [set a track's muted state](https://www.w3.org/TR/mediacapture-streams/#set-track-muted).
    pub fn next_source_effect(&mut self, source: Id<Source>) -> Option<Effect> {
        let state = self.sources.state(source)?;
        if state.contains(SourceState::ENDED) {
            let track = self.sources.get(source)?.live_tracks.first?;
            self.set_ended(track);
            return Some(Effect::Ended(track));
        }
        let muted = state.contains(SourceState::MUTED);
        let mut next = self.sources.get(source)?.live_tracks.first;
        while let Some(track) = next {
            let state = self.tracks.state_mut(track)?;
            if state.contains(TrackState::MUTED) != muted {
                state.set(TrackState::MUTED, muted);
                return Some(if muted { Effect::Muted(track) } else { Effect::Unmuted(track) });
            }
            next = self.tracks.get(track)?.live.next;
        }
        None
    }

    /// Where the [`SourceState`]s of a page begin in memory; 0 for a page that there is not.
    pub fn source_states_address(&self, page: u32) -> usize {
        self.sources.states_address(page)
    }

    /// Forgets the sources of a page that nothing refers to any more.
    pub fn free_source_page(&mut self, page: u32) {
        for source in self.sources.full_page(page) {
            while let Some(track) =
                self.sources.get(source).and_then(|source| source.live_tracks.first)
            {
                self.leave_source(track);
            }
        }
        self.sources.free_page(page);
    }

    /// Appends a live track to its source's list.
    pub(crate) fn join_source(&mut self, track: Id<Track>, source: Id<Source>) {
        let Some(slot) = self.sources.get_mut(source) else {
            return;
        };
        slot.live_tracks.append(track, &mut self.tracks);
        if let Some(slot) = self.tracks.get_mut(track) {
            slot.source = Some(source);
        }
        if let Some(state) = self.sources.state_mut(source) {
            state.insert(SourceState::IN_USE);
        }
    }

    /// Takes a track off its source's list; with the last one, the source is released.
    pub(crate) fn leave_source(&mut self, track: Id<Track>) {
        let Some(source) = self.tracks.get_mut(track).and_then(|track| track.source.take()) else {
            return;
        };
        let Some(slot) = self.sources.get_mut(source) else {
            return;
        };
        slot.live_tracks.remove(track, &mut self.tracks);
        let in_use = slot.live_tracks.first.is_some();
        if let Some(state) = self.sources.state_mut(source) {
            state.set(SourceState::IN_USE, in_use);
        }
    }
}

impl Linked<Track> for Pages<Track> {
    fn links(&mut self, id: Id<Track>) -> Option<&mut Links<Track>> {
        self.get_mut(id).map(|track| &mut track.live)
    }
}
