//! Constraints as getUserMedia() chooses devices by them.

use alloc::vec::Vec;

use crate::{
    constraint::{BareValues, Constraint},
    property::{Kind, Property},
    value::{Setting, Value},
};

/// A required constraint whose name isn't in the list of allowed required constraints for device selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAllowed {
    /// Whose constraint it is.
    pub property: Property,
}

/// The constraints of one kind that take part in choosing a device: of what isn't defined for tracks of that kind
/// nothing is left, also in the advanced constraint sets. `true` is the empty constraint set.
///
/// <https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia>, steps 11.3.2 to 11.3.4
///
/// # Errors
///
/// If what is left has a required constraint that isn't allowed for device selection.
pub fn constraints_for_device_selection(
    mut constraints: Value,
    kind: Kind,
) -> Result<Value, NotAllowed> {
    let Value::Dictionary(members) = &mut constraints else {
        return Ok(Value::Dictionary(Vec::new()));
    };
    remove_undefined(members, kind);
    for (_, value) in members {
        // No constraint is a list of dictionaries: these are the advanced sets.
        let Value::List(sets) = value else { continue };
        for set in sets {
            if let Value::Dictionary(members) = set {
                remove_undefined(members, kind);
            }
        }
    }
    for property in Property::ALL {
        if !property.is_allowed_for_device_selection()
            && Constraint::read(property, constraints.member(property.name()), BareValues::Ideal)
                .is_some_and(|constraint| constraint.is_required())
        {
            return Err(NotAllowed { property });
        }
    }
    Ok(constraints)
}

/// Leaves nothing of the constraints in a set that aren't defined for a kind.
fn remove_undefined(members: &mut [(Vec<u16>, Value)], kind: Kind) {
    for (name, value) in members {
        for property in Property::ALL {
            if !property.applies_to(kind) && Setting::Text(name).is(property.name()) {
                *value = Value::Nothing;
            }
        }
    }
}
