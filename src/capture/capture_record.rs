//! What is known of one stream that captures an element.

use super::clock::Deadline;
use super::facts::{CaptureId, Owner};

/// Why a capture has to get tracks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    /// The element has no source yet, or another one.
    Load,
    /// The element has played to its end: [restarting playback](https://w3c.github.io/mediacapture-fromelement/#dom-htmlmediaelement-capturestream)
    /// makes a new set of tracks.
    Replay,
}

/// A stream that captures the element.
pub(super) struct Capture {
    pub(super) id: CaptureId,
    /// The host's stream that it follows: its own, which is 0, or the last one by which the element was captured anew.
    pub(super) followed: u32,
    /// How often the element was captured anew for it.
    pub(super) streams: u32,
    /// Whether the host has shown that it keeps that stream as it should be, when another source is loaded.
    pub(super) is_fed: bool,
    /// The same, when playback is restarted.
    pub(super) is_fed_at_replay: bool,
    /// Whether the element has played its source to the end.
    pub(super) has_played_out: bool,
    /// Whether that stream was made of the page's tracks: a host for which that is a capture doesn't change it any more.
    pub(super) is_stale: bool,
    /// Whether it has tracks of the page's since the element has its source.
    pub(super) mirrors: bool,
    /// While tracks are due it has none that stay.
    pub(super) due: Option<Due>,
    /// By when the host has to have announced the tracks that are due.
    pub(super) deadline: Deadline,
    pub(super) attempts: u8,
    /// How many tracks it has that stay, by kind, when they were counted last.
    pub(super) audio: u32,
    pub(super) video: u32,
    /// Whether the element is about to be captured anew for it.
    pub(super) is_asked: bool,
}

impl Capture {
    pub(super) fn new(id: CaptureId) -> Self {
        Capture {
            id,
            followed: 0,
            streams: 0,
            is_fed: false,
            is_fed_at_replay: false,
            has_played_out: false,
            is_stale: false,
            mirrors: false,
            due: Some(Due::Load),
            deadline: Deadline::NONE,
            attempts: 0,
            audio: 0,
            video: 0,
            is_asked: false,
        }
    }

    /// It has the tracks that were due.
    pub(super) fn is_satisfied(&mut self) {
        self.due = None;
        self.waits_no_longer();
    }

    /// What was begun for one load ends with it.
    pub(super) fn waits_no_longer(&mut self) {
        self.deadline = Deadline::NONE;
        self.attempts = 0;
        self.is_asked = false;
    }

    /// A track is in it.
    pub(super) fn holds(&mut self, owner: Owner) {
        self.is_satisfied();
        self.mirrors |= owner.source().is_some();
    }
}
