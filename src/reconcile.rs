//! Reconciling a stream with what the user agent says its track set is now.

use alloc::vec::{IntoIter, Vec};

use crate::effect::Effect;
use crate::pages::Id;
use crate::stream::Stream;
use crate::track::Track;
use crate::user_agent::UserAgent;

/// The removals and additions that bring a stream to a given track set: first the removals, in the
/// set's order, then the additions, in the order given.
pub struct Reconciliation {
    stream: Id<Stream>,
    removals: IntoIter<Id<Track>>,
    additions: IntoIter<Id<Track>>,
}

impl UserAgent {
    /// Decides what has to be removed from a stream and what added, so that its track set is
    /// `tracks`. Nothing changes yet: take the effects with [`UserAgent::next_track_set_effect`].
    pub fn reconcile(&self, stream: Id<Stream>, tracks: Vec<Id<Track>>) -> Reconciliation {
        let mut removals = Vec::new();
        for track in self.tracks(stream) {
            if !tracks.contains(&track) {
                removals.push(track);
            }
        }
        Reconciliation {
            stream,
            removals: removals.into_iter(),
            additions: tracks.into_iter(),
        }
    }

    /// Makes the next change and says which; `None` when all are made. What listeners removed or
    /// added themselves in the meantime is left as it is and fires nothing.
    pub fn next_track_set_effect(&mut self, changes: &mut Reconciliation) -> Option<Effect> {
        for track in &mut changes.removals {
            if self.remove_track(changes.stream, track) {
                return Some(Effect::Removed(track));
            }
        }
        for track in &mut changes.additions {
            if self.add_track(changes.stream, track) {
                return Some(Effect::Added(track));
            }
        }
        None
    }
}
