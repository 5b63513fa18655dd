//! SelectSettings, step by step: <https://www.w3.org/TR/mediacapture-streams/#dfn-selectsettings>
//! The distances are worked by hand.

use serde_json::{Value as Json, json};

use crate::json::{Outcome, select};

/// A camera with two native modes.
fn camera() -> Json {
    json!({
        "kind": "video",
        "capabilities": { "deviceId": "camera", "groupId": "laptop", "facingMode": ["user"] },
        "modes": [
            { "width": 640, "height": 480, "frameRate": 30 },
            { "width": 1280, "height": 720, "frameRate": 30 },
        ],
    })
}

fn of_camera(constraints: Json) -> Outcome {
    select(&json!([camera()]), &constraints)
}

#[test]
fn step_1_an_empty_list_is_no_constraint() {
    of_camera(json!({ "facingMode": [] })).has(&json!({ "facingMode": "user" }), 0.0);
    of_camera(json!({ "facingMode": { "exact": [] } })).has(&json!({ "facingMode": "user" }), 0.0);
    of_camera(json!({ "advanced": [] })).has(&json!({ "width": 640 }), 0.0);
}

#[test]
fn step_3_a_bare_value_is_ideal() {
    // Nothing is as wide as 1920: |1280 - 1920| / 1920 = 1/3. Height is free, so nothing is cropped.
    of_camera(json!({ "width": 1920 })).has(&json!({ "width": 1280, "height": 720 }), 1.0 / 3.0);
}

#[test]
fn step_3_required_constraints_leave_what_satisfies_all_of_them() {
    of_camera(json!({ "width": { "min": 641 }, "height": { "min": 481 }, "resizeMode": { "exact": "none" } }))
        .has(&json!({ "width": 1280, "height": 720, "resizeMode": "none" }), 0.0);
}

#[test]
fn step_4_if_no_settings_satisfy_a_constraint_it_is_named() {
    assert_eq!(of_camera(json!({ "width": { "min": 1281 } })), Outcome::Failed("width"));
    assert_eq!(of_camera(json!({ "height": { "exact": 0 } })), Outcome::Failed("height"));
    assert_eq!(of_camera(json!({ "frameRate": { "min": 31 } })), Outcome::Failed("frameRate"));
    assert_eq!(
        of_camera(json!({ "facingMode": { "exact": "left" } })),
        Outcome::Failed("facingMode")
    );
    assert_eq!(of_camera(json!({ "deviceId": { "exact": "other" } })), Outcome::Failed("deviceId"));
    assert_eq!(
        of_camera(json!({ "groupId": { "exact": ["a", "b"] } })),
        Outcome::Failed("groupId")
    );
    assert_eq!(
        of_camera(json!({ "resizeMode": { "exact": "stretch" } })),
        Outcome::Failed("resizeMode")
    );
    assert_eq!(
        of_camera(json!({ "aspectRatio": { "min": 1281 } })),
        Outcome::Failed("aspectRatio")
    );
    // The camera doesn't have it.
    assert_eq!(
        of_camera(json!({ "backgroundBlur": { "exact": false } })),
        Outcome::Failed("backgroundBlur")
    );
    // No whole width and height have it: it takes a height of 100000.
    let impossible = json!({ "aspectRatio": { "exact": 1.51111 } });
    assert_eq!(of_camera(impossible), Outcome::Failed("aspectRatio"));
}

#[test]
fn step_4_a_range_without_numbers_fails() {
    assert_eq!(of_camera(json!({ "width": { "min": 2, "max": 1 } })), Outcome::Failed("width"));
}

#[test]
fn step_4_of_several_the_one_that_identifies_a_device_is_named() {
    let constraints = json!({ "width": { "min": 2000 }, "deviceId": { "exact": "other" } });
    assert_eq!(of_camera(constraints), Outcome::Failed("deviceId"));
}

#[test]
fn step_4_if_each_constraint_is_satisfied_by_some_settings_none_is_named() {
    let apart = json!({ "width": { "exact": 640 }, "height": { "exact": 720 }, "resizeMode": { "exact": "none" } });
    assert_eq!(of_camera(apart), Outcome::Failed(""));
    let ratio = json!({
        "width": { "exact": 640 }, "height": { "exact": 480 }, "aspectRatio": { "exact": 16.0 / 9.0 }
    });
    assert_eq!(of_camera(ratio), Outcome::Failed(""));
}

#[test]
fn step_5_an_advanced_set_is_kept_if_some_candidate_satisfies_all_of_it() {
    of_camera(json!({ "advanced": [{ "width": 1280, "height": 720 }] }))
        .has(&json!({ "width": 1280, "height": 720, "resizeMode": "none" }), 0.0);
    // It goes before ideal values: |1280 - 640| / 1280 = 0.5
    of_camera(json!({ "width": 640, "advanced": [{ "width": { "min": 1280 } }] }))
        .has(&json!({ "width": 1280 }), 0.5);
}

#[test]
fn step_5_an_advanced_set_that_no_candidate_satisfies_is_ignored_entirely() {
    // 1280 would be possible, 1280 × 721 is not.
    of_camera(json!({ "advanced": [{ "width": 1280, "height": 721 }] }))
        .has(&json!({ "width": 640, "height": 480 }), 0.0);
    // Nor are candidates that required constraints excluded.
    of_camera(json!({ "width": { "max": 640 }, "advanced": [{ "width": 1280 }] }))
        .has(&json!({ "width": 640 }), 0.0);
    of_camera(json!({ "advanced": [{ "sampleRate": 48000 }] })).has(&json!({ "width": 640 }), 0.0);
}

#[test]
fn step_5_advanced_sets_are_applied_in_their_order() {
    let sets = |first: Json, second: Json| of_camera(json!({ "advanced": [first, second] }));
    let (wide, narrow) = (json!({ "width": 1000 }), json!({ "width": 500 }));
    sets(wide.clone(), narrow.clone()).has(&json!({ "width": 1000 }), 0.0);
    sets(narrow, wide).has(&json!({ "width": 500 }), 0.0);
    // Those that go together both hold.
    sets(json!({ "width": { "min": 1000 } }), json!({ "width": { "max": 1100 }, "height": 500 }))
        .has(&json!({ "height": 500, "width": 1000 }), 0.0);
}

#[test]
fn step_5_the_example_of_the_constrainable_pattern() {
    // "I need my video to be at least 640 pixels wide and at least 480 pixels high. My preference is for precisely
    // 1920x1280, but if you can't give me that, give me an aspectRatio of 4x3 if at all possible. If even that is
    // not possible, give me a resolution as close to 1280x720 as possible."
    let constraints = |minimum: f64| {
        json!({
            "width": { "min": 640, "ideal": 1280 },
            "height": { "min": 480, "ideal": 720 },
            "frameRate": { "min": minimum },
            "advanced": [
                { "width": 1920, "height": 1280 },
                { "aspectRatio": 4.0 / 3.0 },
                { "frameRate": { "min": 50 } },
                { "frameRate": { "min": 40 } },
            ],
        })
    };
    // 4 by 3 and as close as possible: 960 × 720, |960 - 1280| / 1280 = 0.25.
    of_camera(constraints(30.0)).has(
        &json!({ "width": 960, "height": 720, "frameRate": 30, "resizeMode": "crop-and-scale" }),
        0.25,
    );
    assert_eq!(of_camera(constraints(31.0)), Outcome::Failed("frameRate"));

    let better = json!([{ "kind": "video", "modes": [
        { "width": 1920, "height": 1280, "frameRate": 45 },
        { "width": 1280, "height": 720, "frameRate": 60 },
    ] }]);
    // |1920 - 1280| / 1920 + |1280 - 720| / 1280 = 1/3 + 7/16; then 50 fails and 40 holds.
    select(&better, &constraints(30.0))
        .has(&json!({ "width": 1920, "height": 1280, "frameRate": 45 }), 1.0 / 3.0 + 0.4375);
}

#[test]
fn step_5_an_ideal_value_in_an_advanced_set_excludes_nothing() {
    of_camera(json!({ "advanced": [{ "width": { "ideal": 1280 } }] }))
        .has(&json!({ "width": 640 }), 0.0);
}

#[test]
fn step_6_the_smallest_distance_wins() {
    // 640 × 480:  |640 - 800| / 800 + |480 - 600| / 600 = 0.4
    // 1280 × 720: |1280 - 800| / 1280 + |720 - 600| / 720 = 0.375 + 0.1667 = 0.5417
    let native = json!({ "width": 800, "height": 600, "resizeMode": { "exact": "none" } });
    of_camera(native).has(&json!({ "width": 640, "height": 480 }), 0.4);
    // Cropped and scaled from 1280 × 720.
    of_camera(json!({ "width": 800, "height": 600 }))
        .has(&json!({ "width": 800, "height": 600, "resizeMode": "crop-and-scale" }), 0.0);
    // Rather native, if that is asked for: 0.4 is less than 1.
    of_camera(json!({ "width": 800, "height": 600, "resizeMode": "none" }))
        .has(&json!({ "width": 640, "height": 480, "resizeMode": "none" }), 0.4);
}

#[test]
fn step_6_an_aspect_ratio_is_weighed_against_width_and_height() {
    // 1080 × 720: |1080 - 1280| / 1280 = 0.15625. 1280 × 720: (1.7777777778 - 1.5) / 1.7777777778, which the
    // rounding to the tenth decimal place makes a little more than 0.15625. Between them it is more:
    // 1180 × 720 has 100 / 1280 + (1.6389 - 1.5) / 1.6389 = 0.0781 + 0.0847.
    of_camera(json!({ "width": 1280, "height": 720, "aspectRatio": 1.5 }))
        .has(&json!({ "width": 1080, "height": 720, "aspectRatio": 1.5 }), 0.156_25);
    // With a height in the way: 540 × 720 is nearest to 3/4 and 720, and costs nothing.
    of_camera(json!({ "height": 720, "aspectRatio": 0.75 }))
        .has(&json!({ "width": 540, "height": 720, "aspectRatio": 0.75 }), 0.0);
}

#[test]
fn step_6_a_ratio_that_no_width_has_at_that_height_comes_as_close_as_it_can() {
    // At a height of 480, 16:9 would be 853.33 wide: 853 / 480 = 1.7770833333.
    // (1.7777777778 - 1.7770833333) / 1.7777777778
    let distance = (1.777_777_777_8 - 1.777_083_333_3) / 1.777_777_777_8;
    of_camera(json!({ "height": { "exact": 480 }, "aspectRatio": 16.0 / 9.0 }))
        .has(&json!({ "width": 853, "height": 480 }), distance);
    // Without that, the nearest height that has one is 9 × 53 = 477.
    of_camera(
        json!({ "height": { "max": 480 }, "aspectRatio": { "exact": 16.0 / 9.0 }, "width": 853 }),
    )
    // 848 × 477: |848 - 853| / 853
    .has(&json!({ "width": 848, "height": 477 }), 5.0 / 853.0);
}

#[test]
fn crop_and_scale_never_scales_up() {
    of_camera(json!({ "width": 10_000, "height": 10_000 }))
        // 1 - 1280 / 10000 + 1 - 720 / 10000
        .has(&json!({ "width": 1280, "height": 720 }), 0.872 + 0.928);
    // Wider than 640 is possible only in what comes from 1280 × 720.
    let faster = json!([{ "modes": [
        { "width": 640, "height": 480, "frameRate": 60 },
        { "width": 1280, "height": 720, "frameRate": 30 },
    ] }]);
    assert_eq!(
        select(&faster, &json!({ "width": { "min": 641 }, "frameRate": { "min": 31 } })),
        Outcome::Failed("")
    );
}

#[test]
fn a_frame_rate_is_decimated() {
    of_camera(json!({ "frameRate": { "max": 15 } })).has(
        &json!({ "frameRate": 15, "width": 640, "height": 480, "resizeMode": "crop-and-scale" }),
        0.0,
    );
    let native = json!({ "frameRate": { "max": 15 }, "resizeMode": { "exact": "none" } });
    assert_eq!(of_camera(native), Outcome::Failed(""));
}

#[test]
fn every_native_mode_is_a_crop_and_scale_mode_too() {
    of_camera(json!({ "resizeMode": { "exact": "crop-and-scale" } }))
        .has(&json!({ "width": 640, "height": 480, "frameRate": 30 }), 0.0);
}

#[test]
fn a_device_id_of_length_0_is_no_constraint() {
    for constraint in [json!(""), json!({ "exact": "" }), json!({ "ideal": "" }), json!([""])] {
        of_camera(json!({ "deviceId": constraint })).has(&json!({ "deviceId": "camera" }), 0.0);
    }
}

#[test]
fn a_microphone_is_constrained_property_by_property() {
    let microphone = json!([{
        "kind": "audio",
        "capabilities": {
            "autoGainControl": [true, false],
            "channelCount": { "min": 1, "max": 2 },
            "echoCancellation": [true, false, "all", "remote-only"],
            "latency": { "min": 0.01, "max": 1 },
            "noiseSuppression": [true],
            "sampleRate": { "min": 8000, "max": 48000 },
            "sampleSize": { "min": 16, "max": 16 },
        },
    }]);
    select(&microphone, &json!({})).has(
        &json!({
            "autoGainControl": true, "channelCount": 1, "echoCancellation": true, "latency": 0.01,
            "noiseSuppression": true, "sampleRate": 48000, "sampleSize": 16,
        }),
        0.0,
    );
    // 0 + 0 + |16 - 24| / 24 + 1 + 0
    let constraints = json!({
        "echoCancellation": "remote-only", "sampleRate": 44100, "sampleSize": 24,
        "noiseSuppression": false, "channelCount": { "min": 2 },
    });
    select(&microphone, &constraints).has(
        &json!({
            "echoCancellation": "remote-only", "sampleRate": 44100, "sampleSize": 16,
            "noiseSuppression": true, "channelCount": 2,
        }),
        1.0 / 3.0 + 1.0,
    );
    let failing = json!({ "noiseSuppression": { "exact": false } });
    assert_eq!(select(&microphone, &failing), Outcome::Failed("noiseSuppression"));
}

#[test]
fn an_object_without_capabilities_has_its_settings_and_no_others() {
    let source = json!([{ "kind": "video", "settings": { "width": 640, "height": 480, "facingMode": "user" } }]);
    select(&source, &json!({ "width": 1280 }))
        .has(&json!({ "width": 640, "height": 480, "facingMode": "user" }), 0.5);
    select(&source, &json!({ "width": { "exact": 640 }, "aspectRatio": { "exact": 4.0 / 3.0 } }))
        .has(&json!({ "width": 640 }), 0.0);
    assert_eq!(select(&source, &json!({ "width": { "min": 641 } })), Outcome::Failed("width"));
    assert_eq!(
        select(&source, &json!({ "frameRate": { "min": 1 } })),
        Outcome::Failed("frameRate")
    );
}

#[test]
fn a_capability_is_a_limit_also_for_native_modes() {
    let camera = json!([{
        "capabilities": { "width": { "min": 600, "max": 700 } },
        "modes": [{ "width": 1280, "height": 720 }, { "width": 640, "height": 480 }],
    }]);
    select(&camera, &json!({ "width": 1280 })).has(&json!({ "width": 700 }), 580.0 / 1280.0);
    select(&camera, &json!({ "width": 1280, "resizeMode": { "exact": "none" } }))
        .has(&json!({ "width": 640 }), 0.5);
    let fixed = json!([{ "capabilities": {
        "width": { "min": 1, "max": 800 }, "height": { "min": 1, "max": 600 },
        "aspectRatio": { "min": 4.0 / 3.0, "max": 4.0 / 3.0 },
    } }]);
    // Of 4 by 3, the nearest to 500 × 600: w = 4k, h = 3k. At k = 125: 0 + |375 - 600| / 600 = 0.375;
    // at k = 200: |800 - 500| / 800 + 0 = 0.375; in between it is more.
    select(&fixed, &json!({ "width": 500, "height": 600 }))
        .has(&json!({ "aspectRatio": 1.333_333_333_3 }), 0.375);
}

#[test]
fn more_heights_than_can_be_tried_are_tried_near_what_is_wished_for() {
    let huge = json!([{ "capabilities": {
        "width": { "min": 1, "max": 4_294_967_295_u32 }, "height": { "min": 1, "max": 4_294_967_295_u32 },
    } }]);
    select(&huge, &json!({})).has(&json!({ "width": 640, "height": 480 }), 0.0);
    // Of the multiples of 9, 50004 is nearest: 4 / 50004.
    select(&huge, &json!({ "aspectRatio": { "exact": 16.0 / 9.0 }, "height": 50_000 }))
        .has(&json!({ "width": 88_896, "height": 50_004 }), 4.0 / 50_004.0);
    // Of the multiples of 16, 90000: 1 / 90001.
    select(&huge, &json!({ "aspectRatio": { "exact": 16.0 / 9.0 }, "width": 90_001 }))
        .has(&json!({ "width": 90_000, "height": 50_625 }), 1.0 / 90_001.0);
}
