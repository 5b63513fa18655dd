//! The user agent's state: every source, track and stream.

use super::pages::Pages;
use super::reconcile::Reconciliations;
use super::source::Source;
use super::stream::Stream;
use super::track::Track;
use super::track_set::Memberships;

/// Everything that the polyfill knows. Commands are methods, one file a subject; what they make
/// happen is polled as [`Effect`](super::Effect)s. Nothing here calls out, so no listener ever runs
/// while it is borrowed.
pub struct UserAgent {
    pub(crate) sources: Pages<Source>,
    pub(crate) tracks: Pages<Track>,
    pub(crate) streams: Pages<Stream>,
    pub(crate) memberships: Memberships,
    pub(crate) reconciliations: Reconciliations,
}

impl UserAgent {
    /// No source, no track, no stream.
    pub const fn new() -> Self {
        UserAgent {
            sources: Pages::new(),
            tracks: Pages::new(),
            streams: Pages::new(),
            memberships: Memberships::new(),
            reconciliations: Reconciliations::new(),
        }
    }
}

impl Default for UserAgent {
    fn default() -> Self {
        Self::new()
    }
}
