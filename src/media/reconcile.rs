//! Reconciling a stream with what the user agent says its track set is now.

use alloc::vec::Vec;

use super::out_of_memory::OutOfMemory;
use super::pages::{Id, push_reserved};
use super::stream::Stream;
use super::track::Track;
use super::user_agent::UserAgent;

/// A change of a track set that is to be made now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// [Remove the track](UserAgent::remove_track), and fire `removetrack`.
    Removal(Id<Track>),
    /// [Add the track](UserAgent::add_track), and fire `addtrack`.
    Addition(Id<Track>),
}

/// The reconciliations under way, one within the other: a listener may begin another. Nothing is
/// given back to the allocator, all of it is used again.
pub(crate) struct Reconciliations {
    planned: Vec<Planned>,
    under_way: Vec<Reconciliation>,
}

/// What is left to do of one: its part of the plan from `next` on.
#[derive(Clone, Copy)]
struct Reconciliation {
    stream: Id<Stream>,
    begin: usize,
    next: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Plan {
    Remove,
    Add,
    /// Nothing is to be done any more.
    Leave,
}

struct Planned {
    stream: Id<Stream>,
    track: Id<Track>,
    plan: Plan,
    /// What else is planned for the track, by the reconciliations around this one.
    around: PlannedAt,
}

/// A place in the plan, counted from 1; 0 for none.
pub(crate) type PlannedAt = usize;

impl Reconciliations {
    pub(crate) const fn new() -> Self {
        Reconciliations { planned: Vec::new(), under_way: Vec::new() }
    }

    /// What was planned for a track in a stream is not to be done any more: it has been added or
    /// removed meanwhile.
    #[inline(always)]
    pub(crate) fn leave(&mut self, mut at: PlannedAt, stream: Id<Stream>) {
        while let Some(planned) = at.checked_sub(1).and_then(|at| self.planned.get_mut(at)) {
            if planned.stream == stream {
                planned.plan = Plan::Leave;
            }
            at = planned.around;
        }
    }
}

impl UserAgent {
    /// Begins to reconcile a stream with the tracks that are then [wanted](UserAgent::want). Nothing
    /// changes yet. Takes the number of the reconciliation whose listener does that, 0 if none does,
    /// and returns the number by which this one is known. All that was begun within that other one
    /// is over: it is finished, or was abandoned with an exception.
    pub fn reconcile(&mut self, around: usize, stream: Id<Stream>) -> Result<usize, OutOfMemory> {
        self.end_reconciliations(around);
        let begin = self.reconciliations.planned.len();
        let kept = self.reconciliations.under_way.len();
        self.reconciliations.under_way.try_reserve(1)?;
        push_reserved(
            &mut self.reconciliations.under_way,
            Reconciliation { stream, begin, next: begin },
        );
        let mut next = self.first_membership(stream);
        while let Some((track, following)) = next.and_then(|id| self.memberships.after(id)) {
            if let Err(error) = self.plan(stream, track, Plan::Remove) {
                self.end_reconciliations(kept);
                return Err(error);
            }
            next = following;
        }
        Ok(kept + 1)
    }

    /// Says that a track is to be in the track set that the reconciliation begun last brings about:
    /// first come the removals, in the set's order, then the additions, in the order in which they
    /// are wanted.
    pub fn want(&mut self, track: Id<Track>) -> Result<(), OutOfMemory> {
        let (Some(last), Some(slot)) =
            (self.reconciliations.under_way.last().copied(), self.tracks.get(track))
        else {
            return Ok(());
        };
        let at = slot.planned.checked_sub(1).filter(|&at| at >= last.begin);
        match at.and_then(|at| self.reconciliations.planned.get_mut(at)) {
            None => self.plan(last.stream, track, Plan::Add),
            Some(planned) => {
                if planned.plan == Plan::Remove {
                    planned.plan = Plan::Leave;
                }
                Ok(())
            }
        }
    }

    /// The next change to make; `None` when all are made. What has been removed or added meanwhile,
    /// by a listener for one, is left as it is.
    pub fn next_change(&mut self, reconciliation: usize) -> Option<Change> {
        self.end_reconciliations(reconciliation);
        let kept = reconciliation.checked_sub(1)?;
        let Reconciliations { planned, under_way } = &mut self.reconciliations;
        let last = under_way.get_mut(kept)?;
        while let Some(&Planned { track, plan, .. }) = planned.get(last.next) {
            last.next += 1;
            match plan {
                Plan::Remove => return Some(Change::Removal(track)),
                Plan::Add => return Some(Change::Addition(track)),
                Plan::Leave => {}
            }
        }
        self.end_reconciliations(kept);
        None
    }

    fn plan(
        &mut self,
        stream: Id<Stream>,
        track: Id<Track>,
        plan: Plan,
    ) -> Result<(), OutOfMemory> {
        let planned = &mut self.reconciliations.planned;
        planned.try_reserve(1)?;
        if let Some(slot) = self.tracks.get_mut(track) {
            push_reserved(planned, Planned { stream, track, plan, around: slot.planned });
            slot.planned = planned.len();
        }
        Ok(())
    }

    /// Forgets all but the first so many.
    #[inline(never)]
    fn end_reconciliations(&mut self, kept: usize) {
        let Reconciliations { planned, under_way } = &mut self.reconciliations;
        let Some(&Reconciliation { begin, .. }) = under_way.get(kept) else {
            return;
        };
        while planned.len() > begin {
            let at = planned.len();
            // A slot that was freed meanwhile is another track's now.
            if let Some(last) = planned.pop()
                && let Some(slot) = self.tracks.get_mut(last.track)
                && slot.planned == at
            {
                slot.planned = last.around;
            }
        }
        under_way.truncate(kept);
    }
}
