//! Constraints and constraint sets.

use alloc::vec::Vec;

use crate::{
    number,
    property::Property,
    value::{Setting, Value},
};

/// How a bare value counts: it is ideal in the basic constraint set and exact in the advanced ones.
///
/// <https://www.w3.org/TR/mediacapture-streams/#dfn-selectsettings>
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BareValues {
    /// As the member `ideal` would.
    Ideal,
    /// As the member `exact` would.
    Exact,
}

/// What is wanted of one property. What isn't specified is `None`, or an empty list.
///
/// <https://www.w3.org/TR/mediacapture-streams/#constraint-types>
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraint<'a> {
    /// The smallest value that will do.
    pub min: Option<f64>,
    /// The largest value that will do.
    pub max: Option<f64>,
    /// The values that will do.
    pub exact: Vec<Setting<'a>>,
    /// The values that are wished for.
    pub ideal: Vec<Setting<'a>>,
    /// Whether a property that isn't boolean is wished to exist: a bare boolean.
    pub exists: Option<bool>,
}

impl<'a> Constraint<'a> {
    /// Reads a converted member of MediaTrackConstraintSet; `None` if nothing is specified.
    #[must_use]
    pub fn read(property: Property, value: &'a Value, bare_values: BareValues) -> Option<Self> {
        let mut constraint = Self::default();
        let mut read = |value: &'a Value, bare_values| {
            let values = value.settings().into_iter();
            let values = values.map(|value| comparable(property, value)).collect();
            match bare_values {
                BareValues::Ideal => constraint.ideal = values,
                BareValues::Exact => constraint.exact = values,
            }
        };
        if let Value::Dictionary(_) = value {
            read(value.member("ideal"), BareValues::Ideal);
            read(value.member("exact"), BareValues::Exact);
            let number = |name| comparable(property, value.member(name).setting()?).number();
            constraint.min = number("min");
            constraint.max = number("max");
        } else {
            match value.setting() {
                Some(Setting::Boolean(exists)) if property.is_numeric() => {
                    constraint.exists = Some(exists);
                }
                _ => {
                    read(value, bare_values);
                    // SelectSettings, step 1: an empty list is no constraint.
                    if constraint == Self::default() {
                        return None;
                    }
                }
            }
        }
        // "If a string of length 0 is used as a deviceId value constraint with getUserMedia(), it MAY be
        // interpreted as if the constraint is not specified": that is what enumerateDevices() tells before a grant.
        let is_unspecified = property == Property::DeviceId
            && constraint.exact.iter().chain(&constraint.ideal).any(|id| id.is(""));
        (!is_unspecified).then_some(constraint)
    }

    /// Whether settings that don't satisfy it are no candidates.
    ///
    /// <https://www.w3.org/TR/mediacapture-streams/#dfn-required-constraints>
    #[must_use]
    #[inline(always)]
    pub fn is_required(&self) -> bool {
        self.min.is_some() || self.max.is_some() || !self.exact.is_empty()
    }

    /// Whether a setting is among what is required.
    #[must_use]
    pub fn is_satisfied_by(&self, setting: Setting<'_>) -> bool {
        if let Setting::Number(actual) = setting
            && (self.min.is_some_and(|min| actual < min)
                || self.max.is_some_and(|max| actual > max))
        {
            return false;
        }
        self.exact.is_empty() || self.exact.contains(&setting)
    }

    /// The wished number.
    #[must_use]
    #[inline(always)]
    pub fn ideal_number(&self) -> Option<f64> {
        self.ideal.first()?.number().filter(|ideal| ideal.is_finite())
    }
}

/// Aspect ratios are compared as settings have them.
fn comparable(property: Property, setting: Setting<'_>) -> Setting<'_> {
    match setting {
        Setting::Number(ratio) if property == Property::AspectRatio => {
            Setting::Number(rounded_aspect_ratio(ratio))
        }
        other => other,
    }
}

/// An aspect ratio "represented as a double rounded to the tenth decimal place".
///
/// <https://www.w3.org/TR/mediacapture-streams/#def-constraint-aspect>
#[must_use]
#[inline(always)]
pub fn rounded_aspect_ratio(ratio: f64) -> f64 {
    number::round(ratio * 1e10) / 1e10
}

/// The constraints of a set, by property and in the properties' order.
///
/// <https://www.w3.org/TR/mediacapture-streams/#media-track-constraint-set>
pub type ConstraintSet<'a> = [(Property, Constraint<'a>)];

/// The basic constraint set and the advanced ones.
///
/// <https://www.w3.org/TR/mediacapture-streams/#media-track-constraints>
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints<'a> {
    /// Required and ideal values.
    pub basic: Vec<(Property, Constraint<'a>)>,
    /// What is wished for, one set after the other, each all or nothing.
    pub advanced: Vec<Vec<(Property, Constraint<'a>)>>,
}

impl<'a> Constraints<'a> {
    /// Reads converted MediaTrackConstraints.
    #[must_use]
    pub fn read(value: &'a Value) -> Self {
        let mut advanced = Vec::new();
        for set in value.member("advanced").items() {
            advanced.push(read_set(set, BareValues::Exact));
        }
        Self { basic: read_set(value, BareValues::Ideal), advanced }
    }
}

fn read_set(value: &Value, bare_values: BareValues) -> Vec<(Property, Constraint<'_>)> {
    let mut constraints = Vec::new();
    for property in Property::ALL {
        let constraint = Constraint::read(property, value.member(property.name()), bare_values);
        constraints.extend(constraint.map(|constraint| (property, constraint)));
    }
    constraints
}

/// The constraint of a property in a set.
#[must_use]
pub fn constraint_of<'c, 'a>(
    constraints: &'c ConstraintSet<'a>,
    property: Property,
) -> Option<&'c Constraint<'a>> {
    constraints.iter().find(|(of, _)| *of == property).map(|(_, constraint)| constraint)
}
