//! A captured element: what is told of it, and what follows.

use alloc::vec::Vec;

use super::clock::{ATTEMPTS, Deadline, PATIENCE, SHORT_PATIENCE};
use super::effect::Effect;
use super::facts::{CaptureId, Fired, Host, MediaEvent, Owner, TrackId};
use super::queue::Queue;
use super::record::{Capture, Due, Phase, Track};

/// A media element, with every stream that captures it.
///
/// After each fact, the [effects](Self::next_effect) are to be taken, and it wants to be told when a
/// [time](Self::wake_at) has come.
pub struct CapturedElement {
    pub(super) host: Host,
    /// How many sources it has had.
    load: u32,
    last_id: u32,
    /// By their ids, both.
    pub(super) captures: Vec<Capture>,
    pub(super) tracks: Vec<Track>,
    /// The tracks of the stream that the element plays, as they are told.
    pub(super) played: Vec<(u32, bool)>,
    pub(super) ending: Queue<TrackId>,
    leaving: Queue<TrackId>,
    some_are_gone: bool,
    coming: Queue<TrackId>,
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

    /// A stream that script has just got for a capture, or the one by which the element was
    /// [captured anew](Effect::CaptureAnew) for it, has this track. `has_nothing`: the element's `readyState` is
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
        if stream > 0 && !self.is_wanted(capture, owner, is_video) {
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

    /// All tracks are told of the stream by which the element was [captured anew](Effect::CaptureAnew).
    pub fn captured_anew(&mut self, capture: CaptureId, now: u64) {
        self.count();
        let Some(capture) = self.capture_of(capture) else { return };
        capture.is_asked = false;
        if capture.due.is_some() && capture.is_empty() && capture.attempts < ATTEMPTS {
            capture.deadline = Some(Deadline::after(now, PATIENCE));
        }
    }

    /// The host's stream that a capture follows, counted as by [`Self::stream`], has a track that nobody has announced: the
    /// host's, or script's own.
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

    /// Which of the host's streams a capture follows: its own, which is 0, or the last by which the element was captured
    /// anew for it.
    pub fn stream(&self, capture: CaptureId) -> u32 {
        self.captures.iter().find(|known| known.id == capture).map_or(0, |capture| capture.followed)
    }

    /// How many streams the element was captured anew by, for a capture.
    pub fn streams(&self, capture: CaptureId) -> u32 {
        self.captures.iter().find(|known| known.id == capture).map_or(0, |capture| capture.streams)
    }

    /// The host has fired `addtrack` for a track that was [met](Self::met).
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
                self.end(|track| track.deadline.is_some() && !track.has_ended);
                self.has_media(Due::Replay, now);
            }
            MediaEvent::Ended => self.played_to_the_end(now),
        }
    }

    /// It is now as late as this.
    pub fn wake(&mut self, now: u64) {
        self.end(|track| track.deadline.as_mut().is_some_and(|deadline| deadline.is_over(now)));
        for capture in &mut self.captures {
            if capture.deadline.as_mut().is_some_and(|deadline| deadline.is_over(now)) {
                capture.deadline = None;
                ask(capture, &mut self.asked);
            }
        }
    }

    /// When it wants to be told the time, if it does.
    pub fn wake_at(&self) -> Option<u64> {
        let tracks = self.tracks.iter().filter_map(|track| track.deadline);
        let captures = self.captures.iter().filter_map(|capture| capture.deadline);
        tracks.chain(captures).map(|deadline| deadline.at).min()
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
        self.end(|track| track.load != load && track.deadline.is_some());
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
        self.count();
        for capture in self.captures.iter_mut().filter(|capture| capture.is_empty()) {
            // Nobody else would.
            let is_ours = self.host == Host::Lacks || (capture.is_stale && !capture.is_fed);
            match capture.due {
                Some(due) if is_ours && (due == Due::Load || due == most) => {
                    capture.deadline = None;
                    ask(capture, &mut self.asked);
                }
                Some(Due::Replay)
                    if most == Due::Replay
                        && !is_ours
                        && !capture.is_fed_at_replay
                        && capture.deadline.is_none()
                        && capture.attempts == 0 =>
                {
                    capture.deadline = Some(Deadline::after(now, PATIENCE));
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
            self.end(|track| track.deadline.is_some());
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

    /// Has tracks end that are in their captures.
    pub(super) fn end(&mut self, mut ends: impl FnMut(&mut Track) -> bool) {
        for track in &mut self.tracks {
            if track.is_in() && ends(track) {
                track.phase = Phase::Ending;
                track.deadline = None;
                self.ending.push(track.id);
            }
        }
    }

    /// Counts what each capture has, and keeps.
    pub(super) fn count(&mut self) {
        for capture in &mut self.captures {
            (capture.audio, capture.video) = (0, 0);
        }
        for track in self.tracks.iter().filter(|track| track.is_in() && track.deadline.is_none()) {
            let Some(capture) = of_id(&mut self.captures, track.capture) else { continue };
            let count = if track.is_video { &mut capture.video } else { &mut capture.audio };
            *count = count.saturating_add(1);
        }
    }

    fn forget_track(&mut self, id: TrackId) {
        self.tracks.retain(|track| track.id != id);
    }

    fn record(
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
            deadline: None,
        });
        Some(id)
    }

    /// Captures and tracks share the numbers, of which an effect has room for so many.
    fn next_id(&mut self) -> Option<u32> {
        self.last_id = self.last_id.checked_add(1).filter(|&id| id < 1 << 28)?;
        Some(self.last_id)
    }

    pub(super) fn capture_of(&mut self, id: CaptureId) -> Option<&mut Capture> {
        of_id(&mut self.captures, id)
    }

    fn track_of(&mut self, id: TrackId) -> Option<&mut Track> {
        let at = self.tracks.binary_search_by_key(&id, |track| track.id).ok()?;
        self.tracks.get_mut(at)
    }
}

fn of_id(captures: &mut [Capture], id: CaptureId) -> Option<&mut Capture> {
    let at = captures.binary_search_by_key(&id, |capture| capture.id).ok()?;
    captures.get_mut(at)
}

/// The element is to be captured anew for this capture.
pub(super) fn ask(capture: &mut Capture, asked: &mut Queue<CaptureId>) {
    if !capture.is_asked {
        capture.is_asked = true;
        asked.push(capture.id);
    }
}
