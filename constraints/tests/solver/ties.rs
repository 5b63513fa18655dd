//! Of settings dictionaries with the same distance, "the User Agent chooses one of them based on system default
//! property values and User Agent default property values".

use mediastream_constraints::{Constraints, Device, candidates};
use serde_json::json;

use crate::json::{select, to_json, value};

#[test]
fn without_defaults_of_its_own_a_camera_has_those_that_the_specification_recommends() {
    let camera = json!([{ "kind": "video", "capabilities": {
        "width": { "max": 4000 }, "height": { "max": 3000 }, "frameRate": { "max": 120 },
    } }]);
    select(&camera, &json!({})).has(&json!({ "width": 640, "height": 480, "frameRate": 30 }), 0.0);
}

#[test]
fn the_defaults_of_the_device_go_before_those() {
    let camera = json!([{
        "kind": "video",
        "capabilities": { "width": { "max": 4000 }, "height": { "max": 3000 }, "facingMode": ["user", "left"] },
        "settings": { "width": 800, "height": 600, "facingMode": "left" },
    }]);
    select(&camera, &json!({}))
        .has(&json!({ "width": 800, "height": 600, "facingMode": "left" }), 0.0);
    // And their aspect ratio.
    select(&camera, &json!({ "width": 400 })).has(&json!({ "width": 400, "height": 300 }), 0.0);
}

#[test]
fn of_values_that_are_as_good_the_closest_to_the_default_is_selected_and_then_the_first() {
    let microphone = json!([{
        "kind": "audio",
        "capabilities": { "sampleRate": { "min": 8000, "max": 96000 } },
        "settings": { "sampleRate": 44099.7 },
    }]);
    select(&microphone, &json!({})).has(&json!({ "sampleRate": 44100 }), 0.0);
    let camera =
        json!([{ "kind": "video", "capabilities": { "facingMode": ["user", "left", "right"] } }]);
    select(&camera, &json!({})).has(&json!({ "facingMode": "user" }), 0.0);
}

#[test]
fn of_native_modes_the_one_closest_to_the_defaults_is_selected() {
    let camera = json!([{ "modes": [
        { "width": 1920, "height": 1080, "frameRate": 30 },
        { "width": 800, "height": 600, "frameRate": 30 },
        { "width": 320, "height": 240, "frameRate": 30 },
    ] }]);
    select(&camera, &json!({}))
        .has(&json!({ "width": 800, "height": 600, "resizeMode": "none" }), 0.0);
}

#[test]
fn a_native_mode_goes_before_what_is_cropped_or_scaled() {
    let camera = json!([{ "modes": [{ "width": 1280, "height": 720, "frameRate": 60 }] }]);
    select(&camera, &json!({}))
        .has(&json!({ "width": 1280, "height": 720, "frameRate": 60, "resizeMode": "none" }), 0.0);
}

#[test]
fn what_is_scaled_is_cropped_as_little_as_can_be() {
    let camera = json!([{ "modes": [{ "width": 1280, "height": 720, "frameRate": 60 }] }]);
    select(&camera, &json!({ "width": 320 })).has(&json!({ "width": 320, "height": 180 }), 0.0);
    select(&camera, &json!({ "height": 360 })).has(&json!({ "width": 640, "height": 360 }), 0.0);
    // 1000 × 562.5
    select(&camera, &json!({ "width": 1000 })).has(&json!({ "width": 1000, "height": 563 }), 0.0);
}

#[test]
fn what_has_to_be_cropped_is_scaled_as_little_as_can_be() {
    let camera = json!([{ "modes": [{ "width": 1280, "height": 720, "frameRate": 60 }] }]);
    select(&camera, &json!({ "aspectRatio": 1 })).has(&json!({ "width": 720, "height": 720 }), 0.0);
    select(&camera, &json!({ "frameRate": 15 }))
        .has(&json!({ "width": 1280, "height": 720, "frameRate": 15 }), 0.0);
}

#[test]
fn the_candidates_are_native_and_derived_and_what_is_selected_is_among_them() {
    let devices = value(&json!([{ "modes": [
        { "width": 640, "height": 480, "frameRate": 30 },
        { "width": 1280, "height": 720, "frameRate": 30 },
    ] }]));
    let devices: Vec<Device<'_>> = devices.items().iter().map(Device::read).collect();
    let constraints = value(&json!({
        "width": { "min": 500, "ideal": 1000 }, "height": { "exact": 480 }, "advanced": [{ "width": 900 }]
    }));
    let candidates = candidates(&devices, &Constraints::read(&constraints));
    let summary: Vec<_> = candidates
        .iter()
        .map(|candidate| {
            let settings = to_json(&candidate.settings);
            (
                settings["resizeMode"].as_str().unwrap_or("").to_owned(),
                settings["width"].as_f64().unwrap_or(0.0),
                settings["height"].as_f64().unwrap_or(0.0),
                candidate.distance,
                candidate.advanced[0],
            )
        })
        .collect();
    let (native, derived) = ("none".to_owned(), "crop-and-scale".to_owned());
    assert_eq!(
        summary,
        [
            // |640 - 1000| / 1000
            (native.clone(), 640.0, 480.0, 0.36, false),
            // Its height is not 480.
            (native, 1280.0, 720.0, f64::INFINITY, false),
            (derived.clone(), 640.0, 480.0, 0.36, false),
            // |900 - 1000| / 1000
            (derived.clone(), 900.0, 480.0, 0.1, true),
            (derived, 1280.0, 720.0, f64::INFINITY, false),
        ]
    );
}

#[test]
fn a_resolution_whose_aspect_ratio_is_rounded_up_to_what_is_required_is_there() {
    let camera = json!([{ "kind": "video", "capabilities": {
        "width": { "min": 1, "max": 2 }, "height": { "min": 1, "max": 3 },
    } }]);
    // 2 / 3 is less.
    let constraints = json!({ "height": { "exact": 3 }, "aspectRatio": { "min": 0.6666666667 } });
    select(&camera, &constraints).has(&json!({ "width": 2, "height": 3 }), 0.0);
}

#[test]
fn of_more_heights_than_anybody_could_look_at_the_one_that_is_wished_is_found() {
    let camera = json!([{ "kind": "video", "capabilities": {
        "width": { "min": 1, "max": 4_000_000_000_u32 },
        "height": { "min": 1_000_000, "max": 4_000_000_000_u32 },
    } }]);
    let resolution = json!({ "width": 3_000_000, "height": 2_000_000 });
    select(&camera, &resolution).has(&resolution, 0.0);
}

#[test]
fn of_modes_with_the_same_resolution_the_one_closest_to_the_default_frame_rate_is_selected() {
    let camera = json!([{ "modes": [
        { "width": 640, "height": 480, "frameRate": 60 },
        { "width": 640, "height": 480, "frameRate": 30 },
    ] }]);
    select(&camera, &json!({})).has(&json!({ "frameRate": 30, "resizeMode": "none" }), 0.0);
}
