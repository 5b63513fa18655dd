//! What the host does to its own streams, of which a capture follows one.

use super::clock::{Deadline, SHORT_PATIENCE};
use super::element::CapturedElement;
use super::facts::{CaptureId, Owner, TrackId};
use super::track_record::Phase;

impl CapturedElement {
    /// One of the host's streams for a capture, counted as by [`Self::stream`], has a track that nobody has announced: the
    /// host's, or script's own. Of script's stream and of the one that is followed it is to be told before
    /// [`MediaEvent::Emptied`](super::MediaEvent::Emptied), and of any when the host announces the track.
    pub fn met(
        &mut self,
        capture: CaptureId,
        stream: u32,
        owner: Owner,
        is_video: bool,
    ) -> Option<TrackId> {
        self.capture_of(capture)?;
        self.record(capture, stream, owner, is_video, Phase::Met)
    }

    /// The host has fired `addtrack` for a track that was [met](Self::met), and that script has not taken out since.
    pub fn host_added(&mut self, id: TrackId, now: u64) {
        let load = self.load;
        let Some(track) = self.track_of(id).filter(|track| track.phase == Phase::Met) else {
            return;
        };
        let (capture_id, stream, owner, is_old) =
            (track.capture, track.stream, track.owner, track.load != load);
        let Some(capture) = self.capture_of(capture_id) else { return };
        if stream == 0 && !is_old {
            // It sees to what script has, perhaps after all.
            capture.followed = 0;
            capture.is_fed_at_replay |= capture.has_played_out;
            self.replaced_by_host(capture_id, now);
        }
        let Some(capture) = self.capture_of(capture_id) else { return };
        let is_followed = capture.followed == stream;
        if is_followed {
            capture.is_fed = true;
            if !is_old {
                capture.holds(owner);
            }
        }
        let Some(track) = self.track_of(id) else { return };
        track.phase = Phase::Captured;
        if stream != 0 && is_followed && !is_old {
            track.phase = Phase::Coming;
            self.coming.push(id);
        } else if stream != 0 || (is_old && matches!(owner, Owner::Page(_))) {
            // What stays in a stream of the host's when the element loads something else, the host stops.
            self.end(|track| track.id == id);
        } else if is_old {
            track.leaves_by(Deadline::after(now, SHORT_PATIENCE));
        }
    }

    /// The host has fired `removetrack` for a track.
    pub fn host_removed(&mut self, id: TrackId) {
        let Some(track) = self.track_of(id) else { return };
        let (capture, stream, phase) = (track.capture, track.stream, track.phase);
        if stream == 0 {
            self.forget_track(id);
        } else if matches!(phase, Phase::Captured | Phase::Coming) {
            self.end(|track| track.id == id);
        }
        if let Some(capture) = self.capture_of(capture).filter(|capture| capture.followed == stream)
        {
            capture.is_fed = true;
        }
    }

    /// The host has ended a track. It is in its capture no longer than the others that end with it.
    pub fn host_ended(&mut self, id: TrackId, now: u64) {
        if let Some(track) = self.track_of(id).filter(|track| track.phase != Phase::Met) {
            track.has_ended = true;
            track.leaves_by(Deadline::after(now, SHORT_PATIENCE));
        }
    }

    /// The host has announced tracks for a capture that was given others meanwhile: one set is enough.
    fn replaced_by_host(&mut self, capture: CaptureId, now: u64) {
        for track in &mut self.tracks {
            if track.is_in() && track.capture == capture && track.stream != 0 {
                track.leaves_by(Deadline::after(now, 0));
            }
        }
    }
}
