//! Time, as it is told: in milliseconds since whenever.

/// How long a host may take to end and take out the tracks of an element that has lost its source. It does so before
/// `loadstart`, which comes only if there is another source.
pub(super) const SHORT_PATIENCE: u64 = 50;

/// How long it may take when an element has played to its end, or to announce the tracks of what is played next.
pub(super) const PATIENCE: u64 = 200;

/// How often a capture is asked for tracks, when the element plays something and there are none: some hosts know late
/// which there are.
pub(super) const ATTEMPTS: u8 = 6;

/// A moment by which the host has to have done something, if there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Deadline {
    pub(super) at: u64,
    extended: bool,
}

impl Deadline {
    /// There is none.
    pub(super) const NONE: Self = Deadline { at: u64::MAX, extended: false };

    pub(super) fn is_set(self) -> bool {
        self.at != u64::MAX
    }

    pub(super) fn after(now: u64, patience: u64) -> Self {
        Deadline { at: now.saturating_add(patience), extended: false }
    }

    /// The sooner one; of two at once this, which may have been put off already.
    pub(super) fn sooner(self, other: Self) -> Self {
        if other.at < self.at { other } else { self }
    }

    /// Whether the host's time is over. A clock that is late itself has given the host no time either: then there is
    /// some more, once.
    pub(super) fn is_over(&mut self, now: u64) -> bool {
        if now < self.at || !self.is_set() {
            return false;
        }
        let is_late = now >= self.at.saturating_add(SHORT_PATIENCE);
        if is_late && !self.extended {
            *self = Deadline { at: now.saturating_add(SHORT_PATIENCE), extended: true };
            return false;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_off_once_is_not_put_off_again_for_another_deadline_at_the_same_moment() {
        let mut deadline = Deadline::after(0, SHORT_PATIENCE);
        assert!(!deadline.is_over(1_000), "the clock was late itself");
        let mut deadline = deadline.sooner(Deadline::after(1_000, SHORT_PATIENCE));
        assert!(deadline.is_over(9_000));
    }

    #[test]
    fn the_sooner_deadline_counts() {
        let (soon, late) = (Deadline::after(0, 1), Deadline::after(0, 2));
        assert_eq!((soon.sooner(late), late.sooner(soon)), (soon, soon));
        assert_eq!(Deadline::NONE.sooner(late), late);
    }
}
