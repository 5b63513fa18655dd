//! What a source makes happen, one at a time.

use super::pages::Id;
use super::track::Track;

/// A change that has just been made, and whose event is to be dispatched before the next effect is
/// taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The track ended: fire `ended` at it.
    Ended(Id<Track>),
    /// The track was muted: fire `mute` at it.
    Muted(Id<Track>),
    /// The track was unmuted: fire `unmute` at it.
    Unmuted(Id<Track>),
}
