//! The fitness distance: how far settings are from what is wished for.
//!
//! <https://www.w3.org/TR/mediacapture-streams/#dfn-fitness-distance>

use crate::{
    constraint::{Constraint, ConstraintSet},
    number::larger,
    property::Kind,
    settings::Settings,
    value::Setting,
};

/// The fitness distance between a settings dictionary and a constraint set. Infinite if a required constraint
/// isn't satisfied.
///
/// The kind is that of the object that is constrained; unless it is said, all properties apply to it.
#[must_use]
pub fn fitness_distance(
    settings: &Settings<'_>,
    constraints: &ConstraintSet<'_>,
    kind: Option<Kind>,
) -> f64 {
    let mut distance = 0.0;
    for (property, constraint) in constraints {
        let applies = kind.is_none_or(|kind| property.applies_to(kind));
        distance += fitness_distance_of_member(settings.get(*property), constraint, applies);
    }
    distance
}

/// The term of one constraint in the fitness distance. `applies` says whether the property is defined for the
/// kind of object that is constrained.
///
/// Step 1 is about constraints that aren't supported: those are not in a [`ConstraintSet`].
#[must_use]
#[inline(always)]
pub fn fitness_distance_of_member(
    setting: Option<Setting<'_>>,
    constraint: &Constraint<'_>,
    applies: bool,
) -> f64 {
    // Step 2: a required constraint that isn't satisfied, or whose setting doesn't exist.
    if constraint.is_required() && !setting.is_some_and(|actual| constraint.is_satisfied_by(actual))
    {
        return f64::INFINITY;
    }
    // Step 3: a constraint that does not apply for this type of object.
    if !applies {
        return 0.0;
    }
    // Step 4: a boolean for a property that isn't one.
    if let Some(exists) = constraint.exists {
        return one_unless(exists == setting.is_some());
    }
    // Step 5: the setting doesn't exist.
    let Some(actual) = setting else { return 1.0 };
    // Step 6: no ideal value is specified.
    if constraint.ideal.is_empty() {
        return 0.0;
    }
    match (actual, constraint.ideal_number()) {
        // Step 7: numbers.
        (Setting::Number(actual), Some(ideal)) => relative_difference(actual, ideal),
        // Step 8: strings and booleans. "==" is true if one of the values in the sequence is the same.
        _ => one_unless(constraint.ideal.contains(&actual)),
    }
}

/// The formula for numbers, from 0 to 1 where both are positive.
#[must_use]
#[inline(always)]
pub fn relative_difference(actual: f64, ideal: f64) -> f64 {
    if actual == ideal {
        return 0.0;
    }
    (actual - ideal).abs() / larger(actual.abs(), ideal.abs())
}

#[inline(always)]
fn one_unless(equal: bool) -> f64 {
    if equal { 0.0 } else { 1.0 }
}
