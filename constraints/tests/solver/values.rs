//! What is a value of a property, and what isn't.

use mediastream_constraints::property::Property;
use mediastream_constraints::{Constraints, Device, Settings, Value, candidates};
use serde_json::json;

use crate::json::{select, value};

#[test]
fn a_setting_that_its_property_can_t_have_is_left_out() {
    let none = Settings::default();
    assert_eq!(Settings::read(&value(&json!({ "facingMode": 5, "width": "wide" }))), none);
    for number in [f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
        let width = ("width".encode_utf16().collect(), Value::Number(number));
        assert_eq!(Settings::read(&Value::Dictionary(vec![width])), none, "{number}");
    }
    let width = value(&json!({ "width": 5 }));
    assert_eq!(Settings::read(&width).number(Property::Width), Some(5.0));
}

#[test]
fn what_is_not_a_number_is_no_setting() {
    assert_eq!(Value::Number(f64::NAN).setting(), None);
    assert_eq!(Value::Number(f64::NAN).number(), None);
    assert_eq!(Value::Number(f64::INFINITY).number(), Some(f64::INFINITY));
}

#[test]
fn only_aspect_ratios_are_rounded_to_the_tenth_decimal_place() {
    let microphone =
        json!([{ "kind": "audio", "capabilities": { "latency": { "min": 0, "max": 1 } } }]);
    let latency = json!({ "latency": 12e-12 });
    select(&microphone, &json!({ "latency": { "exact": 12e-12 } })).has(&latency, 0.0);
}

#[test]
fn an_ended_track_still_tells_by_what_it_was_made_and_where_that_looked() {
    let inherent = Property::ALL.into_iter().filter(|property| property.is_inherent());
    let expected = [Property::DeviceId, Property::GroupId, Property::FacingMode];
    assert!(inherent.eq(expected));
}

#[test]
fn there_are_512_candidates_at_most() {
    let devices = value(&json!(
        (0..600)
            .map(|id| json!({ "capabilities": { "deviceId": format!("{id}") } }))
            .collect::<Vec<_>>()
    ));
    let devices: Vec<Device<'_>> = devices.items().iter().map(Device::read).collect();
    let constraints = value(&json!({}));
    assert_eq!(candidates(&devices, &Constraints::read(&constraints)).len(), 512);
}
