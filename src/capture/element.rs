//! A captured element: all that is known of it.

use alloc::vec::Vec;

use super::capture_record::Capture;
use super::clock::Deadline;
use super::facts::{CaptureId, Host, Owner, TrackId};
use super::queue::Queue;
use super::track_record::{Phase, Track};

/// A media element, with every stream that captures it.
///
/// After each fact, the [effects](Self::next_effect) are to be taken, and it wants to be told when a
/// [time](Self::wake_at) has come.
pub struct CapturedElement {
    pub(super) host: Host,
    /// How many sources it has had.
    pub(super) load: u32,
    last_id: u32,
    /// By their ids, both.
    pub(super) captures: Vec<Capture>,
    pub(super) tracks: Vec<Track>,
    /// The tracks of the stream that the element plays, as they are told.
    pub(super) played: Vec<(u32, bool)>,
    pub(super) ending: Queue<TrackId>,
    pub(super) leaving: Queue<TrackId>,
    pub(super) some_are_gone: bool,
    pub(super) coming: Queue<TrackId>,
    pub(super) asked: Queue<CaptureId>,
}

impl CapturedElement {
    /// An element that nothing captures yet.
    pub const fn new(host: Host) -> Self {
        CapturedElement {
            host,
            load: 0,
            last_id: 0,
            captures: Vec::new(),
            tracks: Vec::new(),
            played: Vec::new(),
            ending: Queue::new(),
            leaving: Queue::new(),
            some_are_gone: false,
            coming: Queue::new(),
            asked: Queue::new(),
        }
    }

    /// Script has captured the element. [`Self::captured`] is to tell which tracks it got. `None` when there have been so
    /// many that numbers have run out.
    pub fn capture(&mut self) -> Option<CaptureId> {
        let id = CaptureId::new(self.next_id()?)?;
        self.captures.push(Capture::new(id));
        Some(id)
    }

    /// Neither a capture nor any of its tracks can be seen by anybody any more.
    pub fn forget(&mut self, capture: CaptureId) {
        self.captures.retain(|known| known.id != capture);
        self.tracks.retain(|track| track.capture != capture);
    }

    /// Whose track it is. `None` if there is no such track any more.
    pub fn capture_of_track(&self, id: TrackId) -> Option<CaptureId> {
        let at = self.tracks.binary_search_by_key(&id, |track| track.id).ok()?;
        self.tracks.get(at).map(|track| track.capture)
    }

    pub(super) fn known(&self, id: CaptureId) -> Option<&Capture> {
        let at = self.captures.binary_search_by_key(&id, |capture| capture.id).ok()?;
        self.captures.get(at)
    }

    pub(super) fn capture_of(&mut self, id: CaptureId) -> Option<&mut Capture> {
        of_id(&mut self.captures, id)
    }

    pub(super) fn track_of(&mut self, id: TrackId) -> Option<&mut Track> {
        let at = self.tracks.binary_search_by_key(&id, |track| track.id).ok()?;
        self.tracks.get_mut(at)
    }

    pub(super) fn record(
        &mut self,
        capture: CaptureId,
        stream: u32,
        owner: Owner,
        is_video: bool,
        phase: Phase,
    ) -> Option<TrackId> {
        let id = TrackId::new(self.next_id()?)?;
        let load = self.load;
        self.tracks.push(Track {
            id,
            capture,
            stream,
            owner,
            is_video,
            load,
            is_early: false,
            phase,
            has_ended: false,
            deadline: Deadline::NONE,
        });
        Some(id)
    }

    pub(super) fn forget_track(&mut self, id: TrackId) {
        self.tracks.retain(|track| track.id != id);
    }

    /// Counts what each capture has, and keeps.
    pub(super) fn count(&mut self) {
        for capture in &mut self.captures {
            (capture.audio, capture.video) = (0, 0);
        }
        for track in self.tracks.iter().filter(|track| track.stays()) {
            let Some(capture) = of_id(&mut self.captures, track.capture) else { continue };
            let count = if track.is_video { &mut capture.video } else { &mut capture.audio };
            *count = count.saturating_add(1);
        }
    }

    /// Captures and tracks share the numbers, of which an effect has room for so many.
    pub(super) fn next_id(&mut self) -> Option<u32> {
        self.last_id = self.last_id.checked_add(1).filter(|&id| id < 1 << 28)?;
        Some(self.last_id)
    }
}

pub(super) fn of_id(captures: &mut [Capture], id: CaptureId) -> Option<&mut Capture> {
    let at = captures.binary_search_by_key(&id, |capture| capture.id).ok()?;
    captures.get_mut(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_run_out_where_an_effect_has_no_room_for_more() {
        let mut element = CapturedElement::new(Host::Captures);
        element.last_id = (1 << 28) - 2;
        assert_eq!(element.next_id(), Some((1 << 28) - 1));
        assert_eq!(element.next_id(), None);
        assert!(element.capture().is_none());
    }
}
