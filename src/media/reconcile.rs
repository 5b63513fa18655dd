//! Reconciling a stream with what the user agent says its track set is now.

use alloc::vec::Vec;

use super::effect::Effect;
use super::pages::Id;
use super::stream::Stream;
use super::track::Track;
use super::user_agent::UserAgent;

/// The reconciliations under way, one within the other: a listener may begin another. Nothing is
/// given back to the allocator, all of it is used again.
pub(crate) struct Reconciliations {
    wanted: Vec<Id<Track>>,
    planned: Vec<Effect>,
    under_way: Vec<Reconciliation>,
}

/// What is left to do of one: `planned[next..end]`.
struct Reconciliation {
    stream: Id<Stream>,
    next: usize,
    end: usize,
}

impl Reconciliations {
    pub(crate) const fn new() -> Self {
        Reconciliations { wanted: Vec::new(), planned: Vec::new(), under_way: Vec::new() }
    }

    /// Forgets all but the first `depth`.
    fn truncate(&mut self, depth: usize) {
        self.under_way.truncate(depth);
        self.planned.truncate(self.under_way.last().map_or(0, |last| last.end));
    }

    /// The next effect that is planned for the last of the reconciliations.
    fn next(&mut self) -> Option<(Id<Stream>, Effect)> {
        let last = self.under_way.last_mut().filter(|last| last.next < last.end)?;
        let effect = *self.planned.get(last.next)?;
        last.next += 1;
        Some((last.stream, effect))
    }
}

impl UserAgent {
    /// Says that a track is to be in the track set which the next [`UserAgent::reconcile`] brings
    /// about.
    pub fn want(&mut self, track: Id<Track>) {
        self.reconciliations.wanted.push(track);
    }

    /// Plans what brings a stream's track set to the tracks that are [wanted](UserAgent::want):
    /// first the removals, in the set's order, then the additions, in the order given. Nothing
    /// changes yet. Returns the number by which [`UserAgent::next_track_set_effect`] knows the plan.
    pub fn reconcile(&mut self, stream: Id<Stream>) -> usize {
        let Reconciliations { wanted, planned, under_way } = &mut self.reconciliations;
        let next = planned.len();
        let first = self.streams.get(stream).and_then(|stream| stream.memberships.first);
        for track in self.memberships.tracks_from(first) {
            if !wanted.contains(&track) {
                planned.push(Effect::Removed(track));
            }
        }
        for &track in &*wanted {
            planned.push(Effect::Added(track));
        }
        wanted.clear();
        under_way.push(Reconciliation { stream, next, end: planned.len() });
        under_way.len()
    }

    /// Makes the next planned change and says which; `None` when all are made. What listeners
    /// removed or added themselves in the meantime is left as it is and fires nothing. What was
    /// begun later than this reconciliation is over: a listener's own were finished, or abandoned
    /// with an exception.
    pub fn next_track_set_effect(&mut self, reconciliation: usize) -> Option<Effect> {
        self.reconciliations.truncate(reconciliation);
        if self.reconciliations.under_way.len() != reconciliation {
            return None;
        }
        while let Some((stream, effect)) = self.reconciliations.next() {
            let happens = match effect {
                Effect::Removed(track) => self.remove_track(stream, track),
                Effect::Added(track) => self.add_track(stream, track),
                _ => false,
            };
            if happens {
                return Some(effect);
            }
        }
        self.reconciliations.truncate(reconciliation.saturating_sub(1));
        None
    }
}
