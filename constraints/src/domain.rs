//! The values that one property can have.

use alloc::vec::Vec;

use crate::{
    constraint::Constraint,
    fitness_distance::{fitness_distance_of_member, relative_difference},
    number::{self, larger, smaller},
    property::PropertyType,
    value::Setting,
};

/// The values that a property can have, in a set of candidates.
#[derive(Clone, Debug, PartialEq)]
pub enum Domain<'a> {
    /// None: the object doesn't have the property.
    Absent,
    /// Any in a range.
    Range(Range),
    /// One of these.
    Values(Vec<Setting<'a>>),
}

/// All numbers, or all whole numbers, from `min` to `max`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The smallest.
    pub min: f64,
    /// The largest.
    pub max: f64,
    /// Whether only whole numbers are in it.
    pub whole: bool,
}

impl Range {
    /// A range of the values of such a property, between two numbers.
    #[must_use]
    pub fn new(min: f64, max: f64, property_type: PropertyType) -> Self {
        let whole = property_type == PropertyType::WholeNumber;
        let largest = if whole { f64::from(u32::MAX) } else { f64::MAX };
        Self { min: 0.0, max: largest, whole }.intersection(min, max)
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.min > self.max
    }

    /// What of it lies between two numbers.
    #[must_use]
    pub fn intersection(&self, min: f64, max: f64) -> Self {
        let (min, max) = (larger(self.min, min), smaller(self.max, max));
        if self.whole {
            Self { min: number::ceil(min), max: number::floor(max), whole: true }
        } else {
            Self { min, max, whole: false }
        }
    }

    /// What of it satisfies a constraint.
    #[must_use]
    pub fn satisfying(&self, constraint: &Constraint<'_>) -> Self {
        let range = self.intersection(
            constraint.min.unwrap_or(f64::NEG_INFINITY),
            constraint.max.unwrap_or(f64::INFINITY),
        );
        match constraint.exact.first() {
            None => range,
            Some(exact) => {
                // What is no number can't be satisfied by one.
                let exact = exact.number().unwrap_or(f64::NEG_INFINITY);
                range.intersection(exact, exact)
            }
        }
    }

    /// The values among which the one closest to some number is. The range must not be empty.
    #[must_use]
    #[inline(always)]
    pub fn closest(&self, number: f64) -> [f64; 2] {
        let (below, above) = if self.whole {
            (number::floor(number), number::ceil(number))
        } else {
            (number, number)
        };
        [self.within(below), self.within(above)]
    }

    #[inline(always)]
    fn within(&self, number: f64) -> f64 {
        larger(self.min, smaller(self.max, number))
    }
}

/// The best value of a domain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Best<'a> {
    /// `None` if the property doesn't exist.
    pub value: Option<Setting<'a>>,
    /// Its fitness distance.
    pub distance: f64,
    /// How far it is from the default.
    pub to_default: f64,
}

impl<'a> Domain<'a> {
    /// Whether there is no value left.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Absent => false,
            Self::Range(range) => range.is_empty(),
            Self::Values(values) => values.is_empty(),
        }
    }

    /// The range, if it is one.
    #[must_use]
    pub fn range(&self) -> Option<Range> {
        match self {
            Self::Range(range) => Some(*range),
            _ => None,
        }
    }

    /// Leaves the values that satisfy a constraint; nothing, if it is required and the property doesn't exist.
    pub fn narrow(&mut self, constraint: &Constraint<'_>) {
        if !constraint.is_required() {
            return;
        }
        match self {
            // Fitness distance, step 2: what doesn't exist satisfies nothing.
            Self::Absent => *self = Self::Values(Vec::new()),
            Self::Range(range) => *range = range.satisfying(constraint),
            Self::Values(values) => values.retain(|value| constraint.is_satisfied_by(*value)),
        }
    }

    /// The value with the smallest fitness distance, of those the one closest to the default, of those the first.
    #[must_use]
    pub fn best(
        &self,
        constraint: Option<&Constraint<'_>>,
        default: Option<Setting<'a>>,
        applies: bool,
    ) -> Best<'a> {
        let rate = |value: Option<Setting<'a>>| Best {
            value,
            distance: constraint
                .map_or(0.0, |constraint| fitness_distance_of_member(value, constraint, applies)),
            to_default: match (value, default) {
                (Some(Setting::Number(value)), Some(Setting::Number(default))) => {
                    relative_difference(value, default)
                }
                (Some(_), Some(_)) if value != default => 1.0,
                _ => 0.0,
            },
        };
        let mut values = Vec::new();
        match self {
            Self::Absent => return rate(None),
            Self::Values(those) => values.extend(those),
            // The distance grows on both sides of the ideal value, so it is smallest there or at an end.
            Self::Range(range) => {
                let ideal = constraint.and_then(Constraint::ideal_number);
                let wished = ideal.or(default.and_then(Setting::number)).unwrap_or(range.min);
                let [below, above] = range.closest(wished);
                values.extend([below, above, range.min, range.max].map(Setting::Number));
            }
        }
        let mut best = rate(values.first().copied());
        for value in values {
            let other = rate(Some(value));
            if (other.distance, other.to_default) < (best.distance, best.to_default) {
                best = other;
            }
        }
        best
    }
}
