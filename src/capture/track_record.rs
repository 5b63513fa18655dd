//! What is known of one track of a capture.

use super::clock::Deadline;
use super::facts::{CaptureId, Owner, TrackId};
use super::queue::Queue;

/// Where a track is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// It is in the host's stream, and nobody knows yet who put it there.
    Met,
    /// It came with a new capture of the element, and is to be added to the one that script has.
    Coming,
    /// It renders what the element plays.
    Captured,
    /// It is to be ended, and then removed.
    Ending,
    /// It has ended, and is to be removed.
    Leaving,
    /// It is removed.
    Gone,
}

/// A track of a capture.
pub(super) struct Track {
    pub(super) id: TrackId,
    pub(super) capture: CaptureId,
    /// The host's stream in which it came, counted as [`Capture::streams`].
    pub(super) stream: u32,
    pub(super) owner: Owner,
    pub(super) is_video: bool,
    /// Which load of the element it belongs to.
    pub(super) load: u32,
    /// Whether that load may have begun without having told so: then the `emptied` that comes is no reason to leave.
    pub(super) is_early: bool,
    pub(super) phase: Phase,
    /// Whether the host has told that it ended.
    pub(super) has_ended: bool,
    /// When it has to have left.
    pub(super) deadline: Deadline,
}

impl Track {
    /// It is to end, and then to leave.
    pub(super) fn end(&mut self, ending: &mut Queue<TrackId>) {
        self.phase = Phase::Ending;
        self.deadline = Deadline::NONE;
        ending.push(self.id);
    }

    /// Whether it is in its capture, or about to be.
    pub(super) fn is_in(&self) -> bool {
        matches!(self.phase, Phase::Captured | Phase::Coming)
    }

    /// The same, and it is not about to leave.
    pub(super) fn stays(&self) -> bool {
        self.is_in() && !self.deadline.is_set()
    }

    /// It has to have left by then, if not before.
    pub(super) fn leaves_by(&mut self, deadline: Deadline) {
        self.deadline = self.deadline.sooner(deadline);
    }
}
