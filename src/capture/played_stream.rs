//! A stream that a captured element plays, and of which script takes tracks away or adds others. A track that is no
//! longer [selected or enabled](https://w3c.github.io/mediacapture-fromelement/#dom-htmlmediaelement-capturestream)
//! ends, and leaves; one that comes to be so is captured.

use super::element::CapturedElement;
use super::facts::{CaptureId, Owner};
use super::polling::ask;
use super::track_record::Track;

impl CapturedElement {
    /// The stream that the element plays has this live track of the page's, by its number. [`Self::played_tracks`] is to
    /// be called when all are told.
    pub fn plays(&mut self, source: u32, is_video: bool) {
        if !self.played.contains(&(source, is_video)) {
            self.played.push((source, is_video));
        }
    }

    /// The stream that the element plays has the tracks that were [told](Self::plays) since, and no others.
    pub fn played_tracks(&mut self) {
        let played = core::mem::take(&mut self.played);
        let plays = |source| played.iter().any(|&(played, _)| played == source);
        self.end(|track| track.owner.source().is_some_and(|source| !plays(source)));
        // Of those that are left each is played, and no two of a capture's are the same.
        self.count();
        let videos = played.iter().filter(|&&(_, is_video)| is_video).count();
        let audios = played.len().saturating_sub(videos);
        for capture in self.captures.iter_mut().filter(|capture| capture.mirrors) {
            if (capture.audio as usize) < audios || (capture.video == 0 && videos > 0) {
                ask(capture, &mut self.asked);
            }
        }
        self.played = played;
        self.played.clear();
    }

    /// Whether a capture lacks a track. It has each of the page's once, and of one set the tracks that the host gives it; a
    /// video element shows [one of its videos](https://html.spec.whatwg.org/multipage/media.html#dom-videotracklist-selectedindex).
    pub(super) fn is_wanted(&self, capture: CaptureId, owner: Owner, is_video: bool) -> bool {
        let Some(known) = self.known(capture) else { return false };
        let stream = known.streams;
        let has = |track: &Track| track.capture == capture && track.stays();
        let Some(source) = owner.source() else {
            // Its own are a set, of which it has one.
            return !self.tracks.iter().any(|track| has(track) && track.stream != stream);
        };
        let rules_out = |track: &Track| {
            let is_same = track.owner.source() == Some(source);
            is_same || (is_video && track.is_video && track.stream != stream)
        };
        !self.tracks.iter().any(|track| has(track) && rules_out(track))
    }
}
