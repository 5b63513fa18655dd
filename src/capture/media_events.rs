//! What follows from the events of an element: when its tracks are to leave, and when others are due.

use super::capture_record::Due;
use super::clock::{Deadline, PATIENCE, SHORT_PATIENCE};
use super::element::{CapturedElement, of_id};
use super::facts::{Fired, Host, MediaEvent, Owner};
use super::polling::ask;
use super::track_record::Phase;

impl CapturedElement {
    /// An event of the element. With [`MediaEvent::Emptied`], it is to be [told](Self::plays) before which tracks of the
    /// page's it has as a source now.
    pub fn hears(&mut self, event: MediaEvent, fired: Fired, now: u64) {
        if !fired.by_host || !fired.at_element {
            return;
        }
        match event {
            MediaEvent::Emptied => self.emptied(now),
            MediaEvent::LoadStart => self.end_those_of_other_loads(),
            MediaEvent::LoadedMetadata => self.began_to_load(),
            MediaEvent::LoadedData => self.has_media(Due::Load, now),
            // A host's own captures get their tracks with `loadedmetadata`, which may come later: they would have two sets.
            MediaEvent::Resize if self.host == Host::Captures => {}
            MediaEvent::Resize => self.has_media(Due::Load, now),
            MediaEvent::Playing => {
                // What has played to its end was another set of tracks.
                self.end(|track| track.deadline.is_set() && !track.has_ended);
                self.has_media(Due::Replay, now);
            }
            MediaEvent::Ended => self.played_to_the_end(now),
        }
    }

    /// Script set another source, or took it away.
    fn emptied(&mut self, now: u64) {
        let lost = self.load;
        self.load = lost.wrapping_add(1);
        let load = self.load;
        for capture in &mut self.captures {
            capture.due = Some(Due::Load);
            capture.mirrors = false;
            capture.has_played_out = false;
            capture.waits_no_longer();
        }
        // What nobody has announced since an earlier load was script's own.
        self.tracks.retain(|track| track.phase != Phase::Met || track.load == lost);
        let played = core::mem::take(&mut self.played);
        let plays = |owner: Owner| played.iter().any(|&(source, _)| owner.source() == Some(source));
        for track in &mut self.tracks {
            if core::mem::take(&mut track.is_early) && plays(track.owner) {
                track.load = load;
                if let Some(capture) = of_id(&mut self.captures, track.capture) {
                    capture.holds(track.owner);
                }
            } else if track.phase == Phase::Captured {
                track.leaves_by(Deadline::after(now, SHORT_PATIENCE));
            }
        }
        self.end(|track| track.phase == Phase::Coming);
        if self.host == Host::Lacks {
            self.end_those_of_other_loads();
        }
    }

    fn end_those_of_other_loads(&mut self) {
        let load = self.load;
        self.end(|track| track.load != load);
    }

    /// What was captured early belongs to what is loaded now.
    fn began_to_load(&mut self) {
        for track in &mut self.tracks {
            track.is_early = false;
        }
    }

    /// The element has something to capture.
    fn has_media(&mut self, most: Due, now: u64) {
        self.began_to_load();
        for capture in &mut self.captures {
            // Nobody else would.
            let is_ours = self.host == Host::Lacks || (capture.is_stale && !capture.is_fed);
            match capture.due {
                Some(due) if is_ours && (due == Due::Load || due == most) => {
                    capture.deadline = Deadline::NONE;
                    ask(capture, &mut self.asked);
                }
                Some(Due::Replay)
                    if most == Due::Replay
                        && !capture.is_fed_at_replay
                        && !capture.deadline.is_set()
                        && capture.attempts == 0 =>
                {
                    capture.deadline = Deadline::after(now, PATIENCE);
                }
                _ => {}
            }
        }
    }

    fn played_to_the_end(&mut self, now: u64) {
        for track in &mut self.tracks {
            if track.phase == Phase::Captured {
                track.leaves_by(Deadline::after(now, PATIENCE));
            }
        }
        for capture in &mut self.captures {
            if capture.due.is_none() {
                capture.due = Some(Due::Replay);
            }
            capture.has_played_out = true;
            capture.waits_no_longer();
        }
        if self.host == Host::Lacks {
            self.end(|track| track.deadline.is_set());
        }
    }
}
