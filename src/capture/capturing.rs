//! With which tracks an element is captured: at first, and [anew](super::Effect::CaptureAnew).

use super::clock::{ATTEMPTS, Deadline, PATIENCE};
use super::element::CapturedElement;
use super::facts::{CaptureId, Owner, TrackId};
use super::track_record::Phase;

impl CapturedElement {
    /// A stream that script has just got for a capture, or the one by which the element was
    /// [captured anew](super::Effect::CaptureAnew) for it, has this track. `has_nothing`: the element's `readyState` is
    /// HAVE_NOTHING. `None` if the track is not wanted.
    pub fn captured(
        &mut self,
        capture: CaptureId,
        owner: Owner,
        is_video: bool,
        has_nothing: bool,
    ) -> Option<TrackId> {
        let stream = self.capture_of(capture)?.streams;
        let phase = if stream == 0 { Phase::Captured } else { Phase::Coming };
        if !self.is_wanted(capture, owner, is_video) {
            return None;
        }
        let id = self.record(capture, stream, owner, is_video, phase)?;
        if let Some(track) = self.track_of(id) {
            track.is_early = has_nothing;
        }
        if phase == Phase::Coming {
            self.coming.push(id);
        }
        let capture = self.capture_of(capture)?;
        if capture.followed == stream {
            capture.is_stale = owner.source().is_some();
        }
        capture.holds(owner);
        Some(id)
    }

    /// The stream of which [`Self::captured`] tells is made of copies of the tracks that the element plays, even if there
    /// are none yet.
    pub fn captured_copies(&mut self, capture: CaptureId) {
        if let Some(capture) = self.capture_of(capture) {
            capture.is_stale |= capture.followed == capture.streams;
            capture.mirrors = true;
        }
    }

    /// All tracks are told of the stream by which the element was [captured anew](super::Effect::CaptureAnew).
    pub fn captured_anew(&mut self, capture: CaptureId, now: u64) {
        let Some(capture) = self.capture_of(capture) else { return };
        capture.is_asked = false;
        if capture.due.is_some() && capture.attempts < ATTEMPTS {
            capture.deadline = Deadline::after(now, PATIENCE);
        }
    }

    /// Which of the host's streams a capture follows: its own, which is 0, or the last by which the element was captured
    /// anew for it.
    pub fn stream(&self, capture: CaptureId) -> u32 {
        self.known(capture).map_or(0, |capture| capture.followed)
    }

    /// How many streams the element was captured anew by, for a capture.
    pub fn streams(&self, capture: CaptureId) -> u32 {
        self.known(capture).map_or(0, |capture| capture.streams)
    }
}
