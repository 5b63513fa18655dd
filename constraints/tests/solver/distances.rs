//! The fitness distance, step by step: <https://www.w3.org/TR/mediacapture-streams/#dfn-fitness-distance>

use mediastream_constraints::{Constraints, Kind, Settings, fitness_distance};
use serde_json::{Value as Json, json};

use crate::json::value;

/// The distance from a basic constraint set.
fn basic(settings: &Json, constraints: &Json) -> f64 {
    let (settings, constraints) = (value(settings), value(constraints));
    let constraints = Constraints::read(&constraints);
    fitness_distance(&Settings::read(&settings), &constraints.basic, Some(Kind::Video))
}

/// The distance from an advanced constraint set.
fn advanced(settings: &Json, constraints: &Json) -> f64 {
    let (settings, constraints) = (value(settings), value(&json!({ "advanced": [constraints] })));
    let constraints = Constraints::read(&constraints);
    fitness_distance(&Settings::read(&settings), &constraints.advanced[0], Some(Kind::Video))
}

#[track_caller]
fn assert_distance(actual: f64, expected: f64) {
    let equal = actual == expected || (actual - expected).abs() < 1e-12;
    assert!(equal, "the distance is {actual} and not {expected}");
}

#[test]
fn step_1_a_constraint_that_is_not_supported_adds_nothing() {
    assert_distance(basic(&json!({ "width": 640 }), &json!({ "zoom": { "exact": 3 } })), 0.0);
}

#[test]
fn step_2_a_required_constraint_that_is_not_satisfied_is_infinitely_far() {
    let settings = json!({ "width": 640, "facingMode": "user" });
    for constraints in [
        json!({ "width": { "min": 641 } }),
        json!({ "width": { "max": 639 } }),
        json!({ "width": { "exact": 641 } }),
        json!({ "width": { "min": 641, "ideal": 640 } }),
        json!({ "facingMode": { "exact": "left" } }),
        json!({ "facingMode": { "exact": ["left", "right"] } }),
        // The sum with whatever else is infinite as well.
        json!({ "width": { "min": 641 }, "facingMode": "user" }),
    ] {
        assert_distance(basic(&settings, &constraints), f64::INFINITY);
    }
    for constraints in [
        json!({ "width": { "min": 640, "max": 640, "exact": 640 } }),
        json!({ "facingMode": { "exact": ["left", "user"] } }),
    ] {
        assert_distance(basic(&settings, &constraints), 0.0);
    }
}

#[test]
fn step_2_a_required_constraint_is_infinitely_far_from_settings_without_the_property() {
    assert_distance(basic(&json!({}), &json!({ "width": { "min": 0 } })), f64::INFINITY);
    // Also where it doesn't apply for the type of object: step 2 comes before step 3.
    assert_distance(basic(&json!({}), &json!({ "sampleRate": { "min": 0 } })), f64::INFINITY);
}

#[test]
fn step_2_a_bare_value_is_required_in_an_advanced_set_only() {
    let settings = json!({ "width": 640 });
    assert_distance(advanced(&settings, &json!({ "width": 641 })), f64::INFINITY);
    assert_distance(advanced(&settings, &json!({ "width": 640 })), 0.0);
    // 1 / 641.
    assert_distance(basic(&settings, &json!({ "width": 641 })), 1.0 / 641.0);
    // An ideal value is never required.
    assert_distance(advanced(&settings, &json!({ "width": { "ideal": 641 } })), 1.0 / 641.0);
}

#[test]
fn step_3_a_constraint_that_does_not_apply_for_the_kind_of_track_adds_nothing() {
    assert_distance(basic(&json!({ "width": 640 }), &json!({ "sampleRate": 48000 })), 0.0);
}

#[test]
fn step_4_a_boolean_asks_whether_a_property_that_is_not_boolean_exists() {
    assert_distance(basic(&json!({ "width": 640 }), &json!({ "width": true })), 0.0);
    assert_distance(basic(&json!({ "width": 640 }), &json!({ "width": false })), 1.0);
    assert_distance(basic(&json!({}), &json!({ "width": true })), 1.0);
    assert_distance(basic(&json!({}), &json!({ "width": false })), 0.0);
}

#[test]
fn step_5_a_setting_that_does_not_exist_adds_one() {
    assert_distance(basic(&json!({}), &json!({ "width": 640 })), 1.0);
    assert_distance(basic(&json!({}), &json!({ "width": {} })), 1.0);
    assert_distance(basic(&json!({}), &json!({ "width": 640, "facingMode": "user" })), 2.0);
}

#[test]
fn step_6_without_an_ideal_value_nothing_is_added() {
    let constraints = json!({ "width": { "min": 1, "max": 1000 }, "height": {} });
    assert_distance(basic(&json!({ "width": 640, "height": 480 }), &constraints), 0.0);
}

#[test]
fn step_7_numbers_add_their_difference_in_relation_to_the_larger_one() {
    // |640 - 1280| / max(640, 1280) = 0.5
    assert_distance(basic(&json!({ "width": 640 }), &json!({ "width": 1280 })), 0.5);
    // |1280 - 640| / max(1280, 640) = 0.5
    assert_distance(basic(&json!({ "width": 1280 }), &json!({ "width": { "ideal": 640 } })), 0.5);
    // |30 - 24| / 30 = 0.2
    assert_distance(basic(&json!({ "frameRate": 30 }), &json!({ "frameRate": 24 })), 0.2);
    // |0.5 - 2| / 2 = 0.75
    assert_distance(basic(&json!({ "aspectRatio": 0.5 }), &json!({ "aspectRatio": 2 })), 0.75);
    // actual == ideal, and not 0 / 0
    assert_distance(basic(&json!({ "frameRate": 0 }), &json!({ "frameRate": 0 })), 0.0);
    // |0 - 30| / 30 = 1
    assert_distance(basic(&json!({ "frameRate": 0 }), &json!({ "frameRate": 30 })), 1.0);
}

#[test]
fn step_7_an_aspect_ratio_is_compared_to_the_tenth_decimal_place() {
    let settings = json!({ "aspectRatio": 1.777_777_777_8 });
    let constraints = json!({ "aspectRatio": { "exact": 16.0 / 9.0, "ideal": 16.0 / 9.0 } });
    assert_distance(basic(&settings, &constraints), 0.0);
    let constraints = json!({ "aspectRatio": { "max": 16.0 / 9.0, "min": 16.0 / 9.0 } });
    assert_distance(basic(&settings, &constraints), 0.0);
}

#[test]
fn step_8_strings_and_booleans_add_one_unless_they_are_equal() {
    let settings = json!({
        "facingMode": "user", "resizeMode": "none", "backgroundBlur": false, "echoCancellation": "all"
    });
    assert_distance(basic(&settings, &json!({ "facingMode": "user" })), 0.0);
    assert_distance(basic(&settings, &json!({ "facingMode": "left" })), 1.0);
    // "==" is true "if one of the values in the sequence is exactly the same".
    assert_distance(basic(&settings, &json!({ "facingMode": ["left", "user"] })), 0.0);
    assert_distance(basic(&settings, &json!({ "backgroundBlur": false })), 0.0);
    assert_distance(basic(&settings, &json!({ "backgroundBlur": { "ideal": true } })), 1.0);
    // 1 + 1 + 1
    let constraints = json!({ "facingMode": "left", "resizeMode": "x", "backgroundBlur": true });
    assert_distance(basic(&settings, &constraints), 3.0);
}

#[test]
fn echo_cancellation_is_a_boolean_or_a_string() {
    let distance = |setting: Json, constraint: Json| {
        let settings = value(&json!({ "echoCancellation": setting }));
        let constraints = value(&json!({ "echoCancellation": constraint }));
        let constraints = Constraints::read(&constraints).basic;
        fitness_distance(&Settings::read(&settings), &constraints, Some(Kind::Audio))
    };
    assert_distance(distance(json!("all"), json!("all")), 0.0);
    assert_distance(distance(json!("all"), json!(true)), 1.0);
    assert_distance(distance(json!(true), json!("true")), 1.0);
    assert_distance(distance(json!(true), json!({ "exact": "remote-only" })), f64::INFINITY);
    assert_distance(distance(json!("remote-only"), json!({ "exact": "remote-only" })), 0.0);
}

#[test]
fn the_distance_is_the_sum_over_all_constraints() {
    // |640 - 800| / 800 + |480 - 600| / 600 + |30 - 60| / 60 + 1 = 0.2 + 0.2 + 0.5 + 1
    let settings = json!({ "width": 640, "height": 480, "frameRate": 30, "facingMode": "user" });
    let constraints =
        json!({ "width": 800, "height": 600, "frameRate": 60, "facingMode": "environment" });
    assert_distance(basic(&settings, &constraints), 1.9);
}
