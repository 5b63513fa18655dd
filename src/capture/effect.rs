//! What is to be done for captures, one thing at a time.

use super::facts::{CaptureId, TrackId};

/// A change that script has to see, done before the next one is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End this track, if it is live still: stop it, and fire `ended` at it.
    End(TrackId),
    /// The track is the page's own in another object, which goes on: let script see that this object has ended, if it is
    /// live still, and fire `ended` at it.
    EndForScript(TrackId),
    /// [Remove this track](https://www.w3.org/TR/mediacapture-streams/#mediastream-remove-track) from its capture, if it
    /// is there still.
    Remove(TrackId),
    /// [Add this track](https://www.w3.org/TR/mediacapture-streams/#mediastream-add-track) to its capture.
    Add(TrackId),
    /// Capture the element anew, in the place of what this capture has: tell of each track, and when all are told.
    CaptureAnew(CaptureId),
}
