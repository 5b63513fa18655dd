//! Several devices, for getUserMedia(): <https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia>

use serde_json::{Value as Json, json};

use crate::json::{Outcome, select};

fn phone() -> Json {
    let camera = |id: &str, facing_mode: &str, width: u32, height: u32| {
        json!({
            "kind": "video",
            "capabilities": { "deviceId": id, "groupId": "phone", "facingMode": [facing_mode] },
            "modes": [{ "width": width, "height": height, "frameRate": 30 }],
        })
    };
    json!([camera("front", "user", 1280, 720), camera("back", "environment", 1920, 1080)])
}

#[test]
fn a_device_that_satisfies_the_required_constraints_is_selected() {
    let back = json!({ "facingMode": { "exact": "environment" } });
    assert_eq!(select(&phone(), &back).device(), 1);
    assert_eq!(select(&phone(), &json!({ "deviceId": { "exact": "front" } })).device(), 0);
    assert_eq!(select(&phone(), &json!({ "width": { "min": 1281 } })).device(), 1);
}

#[test]
fn the_smaller_distance_selects_a_device() {
    assert_eq!(select(&phone(), &json!({ "facingMode": "environment" })).device(), 1);
    assert_eq!(select(&phone(), &json!({ "deviceId": ["other", "back"] })).device(), 1);
    // 1 - 1280 / 1920 against 0.
    assert_eq!(select(&phone(), &json!({ "width": 1920 })).device(), 1);
}

#[test]
fn an_advanced_set_selects_a_device() {
    let constraints =
        json!({ "facingMode": "user", "advanced": [{ "facingMode": "environment" }] });
    let selected = select(&phone(), &constraints);
    selected.has(&json!({ "facingMode": "environment" }), 1.0);
    assert_eq!(selected.device(), 1);
}

#[test]
fn the_first_of_equals_is_selected_whatever_their_defaults() {
    assert_eq!(select(&phone(), &json!({})).device(), 0);
    assert_eq!(select(&phone(), &json!({ "groupId": { "exact": "phone" } })).device(), 0);
    // Both scale down to it; the second has it natively, which is no constraint.
    let pair = json!([
        { "modes": [{ "width": 1280, "height": 720 }] },
        { "modes": [{ "width": 640, "height": 360 }] },
    ]);
    assert_eq!(select(&pair, &json!({ "width": 640 })).device(), 0);
}

#[test]
fn a_constraint_that_one_device_satisfies_is_not_the_one_that_failed() {
    let constraints = json!({ "deviceId": { "exact": "front" }, "width": { "min": 1281 } });
    assert_eq!(select(&phone(), &constraints), Outcome::Failed(""));
    let constraints = json!({ "deviceId": { "exact": "front" }, "width": { "min": 1921 } });
    assert_eq!(select(&phone(), &constraints), Outcome::Failed("width"));
}

#[test]
fn what_is_wished_of_a_property_that_is_not_defined_for_a_kind_is_no_distance() {
    let microphone =
        json!([{ "kind": "audio", "capabilities": { "sampleRate": { "max": 8000 } } }]);
    select(&microphone, &json!({ "width": 640 })).has(&json!({ "sampleRate": 8000 }), 0.0);
}

#[test]
fn widths_and_heights_are_1_at_least() {
    for property in ["width", "height"] {
        let camera = json!([{ "kind": "video", "capabilities": { property: { "max": 100 } } }]);
        assert_eq!(select(&camera, &json!({ property: { "max": 0 } })), Outcome::Failed(property));
        select(&camera, &json!({ property: { "max": 1 } })).has(&json!({ property: 1 }), 0.0);
    }
}

#[test]
fn a_device_that_is_far_from_everything_that_is_wished_wins_over_one_that_is_farther() {
    let camera = |size: u32| {
        json!({ "kind": "video", "capabilities": {
            "width": size, "height": size, "frameRate": 1, "facingMode": ["user"], "backgroundBlur": [false],
        } })
    };
    let constraints = json!({
        "width": 1000, "height": 1000, "aspectRatio": 10,
        "frameRate": 10, "facingMode": "left", "backgroundBlur": true,
        "deviceId": "d", "groupId": "g", "resizeMode": "none",
    });
    let selected = select(&json!([camera(50), camera(100)]), &constraints);
    selected.has(&json!({ "width": 100 }), 8.6);
}
