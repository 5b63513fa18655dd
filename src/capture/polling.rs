//! What is to be done, and in which order.

use super::capture_record::Capture;
use super::clock::Deadline;
use super::effect::Effect;
use super::element::CapturedElement;
use super::facts::{CaptureId, Owner};
use super::queue::Queue;
use super::track_record::{Phase, Track};

impl CapturedElement {
    /// It is now as late as this.
    pub fn wake(&mut self, now: u64) {
        self.end(|track| track.deadline.is_over(now));
        for capture in &mut self.captures {
            if capture.deadline.is_over(now) {
                capture.deadline = Deadline::NONE;
                ask(capture, &mut self.asked);
            }
        }
    }

    /// When it wants to be told the time, if it does.
    pub fn wake_at(&self) -> Option<u64> {
        let tracks = self.tracks.iter().map(|track| track.deadline.at);
        let captures = self.captures.iter().map(|capture| capture.deadline.at);
        let first = captures.fold(tracks.fold(u64::MAX, u64::min), u64::min);
        (first != u64::MAX).then_some(first)
    }

    /// Has tracks end that are in their captures.
    pub(super) fn end(&mut self, mut ends: impl FnMut(&mut Track) -> bool) {
        for track in &mut self.tracks {
            if track.is_in() && ends(track) {
                track.end(&mut self.ending);
            }
        }
    }

    /// The next thing to do. What ends together ends before anything leaves, and leaves before anything comes.
    pub fn next_effect(&mut self) -> Option<Effect> {
        while let Some(id) = self.ending.pop() {
            let Some(track) = self.track_of(id).filter(|track| track.phase == Phase::Ending) else {
                continue;
            };
            track.phase = Phase::Leaving;
            let (has_ended, owner) = (track.has_ended, track.owner);
            self.leaving.push(id);
            if !has_ended {
                let is_pages = matches!(owner, Owner::Page(_));
                return Some(if is_pages { Effect::EndForScript(id) } else { Effect::End(id) });
            }
        }
        while let Some(id) = self.leaving.pop() {
            if let Some(track) = self.track_of(id).filter(|track| track.phase == Phase::Leaving) {
                track.phase = Phase::Gone;
                self.some_are_gone = true;
                return Some(Effect::Remove(id));
            }
        }
        if core::mem::take(&mut self.some_are_gone) {
            self.tracks.retain(|track| track.phase != Phase::Gone);
        }
        while let Some(id) = self.coming.pop() {
            if let Some(track) = self.track_of(id).filter(|track| track.phase == Phase::Coming) {
                track.phase = Phase::Captured;
                return Some(Effect::Add(id));
            }
        }
        self.next_to_capture_anew().map(Effect::CaptureAnew)
    }

    fn next_to_capture_anew(&mut self) -> Option<CaptureId> {
        while let Some(id) = self.asked.pop() {
            let Some(capture) = self.capture_of(id).filter(|capture| capture.is_asked) else {
                continue;
            };
            capture.attempts = capture.attempts.saturating_add(1);
            capture.streams = capture.streams.saturating_add(1);
            // A stream that the host feeds is still the one to follow.
            if !capture.is_fed {
                capture.followed = capture.streams;
            }
            return Some(id);
        }
        None
    }
}

/// The element is to be captured anew for this capture.
pub(super) fn ask(capture: &mut Capture, asked: &mut Queue<CaptureId>) {
    if !capture.is_asked {
        capture.is_asked = true;
        asked.push(capture.id);
    }
}
