//! The constraints that choose a device: <https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia>

use mediastream_constraints::{
    Kind, NotAllowed, Property, Value, constraints_for_device_selection,
};
use serde_json::{Value as Json, json};

use crate::json::value;

/// Which constraints of a kind choose a device.
fn chosen_by(constraints: Json, kind: Kind) -> Result<Value, NotAllowed> {
    constraints_for_device_selection(value(&constraints), kind).map(without_nothing)
}

/// A dictionary as it gets to JavaScript, where a member of which nothing is left doesn't exist.
fn without_nothing(value: Value) -> Value {
    match value {
        Value::List(items) => Value::List(items.into_iter().map(without_nothing).collect()),
        Value::Dictionary(mut members) => {
            members.retain(|(_, value)| *value != Value::Nothing);
            let members = members.into_iter().map(|(name, value)| (name, without_nothing(value)));
            Value::Dictionary(members.collect())
        }
        other => other,
    }
}

#[test]
fn properties_that_are_not_defined_for_tracks_of_a_kind_are_removed_also_from_the_advanced_sets() {
    let constraints = json!({
        "advanced": [{ "groupId": "g", "height": 1, "latency": 1 }, { "width": 5 }],
        "deviceId": "d",
        "sampleRate": { "exact": 8000 },
        "width": { "min": 1 },
    });
    let audio = json!({
        "advanced": [{ "groupId": "g", "latency": 1 }, {}],
        "deviceId": "d",
        "sampleRate": { "exact": 8000 },
    });
    assert_eq!(chosen_by(constraints.clone(), Kind::Audio), Ok(value(&audio)));
    let video = json!({
        "advanced": [{ "groupId": "g", "height": 1 }, { "width": 5 }],
        "deviceId": "d",
        "width": { "min": 1 },
    });
    assert_eq!(chosen_by(constraints, Kind::Video), Ok(value(&video)));
}

#[test]
fn true_is_the_empty_constraint_set() {
    assert_eq!(chosen_by(json!(true), Kind::Audio), Ok(value(&json!({}))));
}

#[test]
fn a_required_constraint_that_is_not_allowed_for_device_selection_fails() {
    let not_allowed = Err(NotAllowed { property: Property::BackgroundBlur });
    let required = json!({ "backgroundBlur": { "exact": false }, "width": { "exact": 5 } });
    assert_eq!(chosen_by(required.clone(), Kind::Video), not_allowed);
    // It isn't defined for audio.
    assert_eq!(chosen_by(required, Kind::Audio), Ok(value(&json!({}))));
    for wished in [
        json!({ "backgroundBlur": true }),
        json!({ "backgroundBlur": { "ideal": true } }),
        json!({ "backgroundBlur": {} }),
        // An empty list is no constraint, and an advanced set requires nothing of a device.
        json!({ "backgroundBlur": { "exact": [] } }),
        json!({ "advanced": [{ "backgroundBlur": { "exact": true } }] }),
    ] {
        assert_eq!(chosen_by(wished.clone(), Kind::Video), Ok(value(&wished)));
    }
}

#[test]
fn all_properties_but_background_blur_are_allowed() {
    for property in Property::ALL {
        let constraints = json!({ property.name(): { "exact": 1 } });
        let kind = if property.applies_to(Kind::Video) { Kind::Video } else { Kind::Audio };
        let is_allowed = chosen_by(constraints, kind).is_ok();
        assert_eq!(is_allowed, property != Property::BackgroundBlur, "{property:?}");
    }
}
