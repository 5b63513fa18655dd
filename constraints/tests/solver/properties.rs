//! What holds for all devices and constraints.

use mediastream_constraints::{
    Constraints, Device, Value, candidates, fitness_distance, select_settings,
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::{Map, Value as Json, json};

use crate::{json::value, model};

fn camera() -> impl Strategy<Value = model::Camera> {
    let range = |max: u8| (1..=max, 1..=max).prop_map(|(a, b)| (a.min(b), a.max(b)));
    (
        vec((1u8..=12, 1u8..=12, 0u8..=2), 0..=3),
        [range(12), range(12), range(2)],
        select(vec![vec!["user"], vec!["left"], vec!["user", "left"]]),
    )
        .prop_map(|(modes, ranges, facing_modes)| model::Camera {
            modes,
            ranges,
            facing_modes,
        })
}

/// A number, bare or as some members of a dictionary.
fn constraint_of(number: impl Strategy<Value = f64> + Clone + 'static) -> BoxedStrategy<Json> {
    let member = || option::weighted(0.3, number.clone());
    prop_oneof![
        number.clone().prop_map(Json::from),
        (member(), member(), member(), member()).prop_map(|(min, max, exact, ideal)| {
            let mut members = Map::new();
            for (name, number) in [("min", min), ("max", max), ("exact", exact), ("ideal", ideal)] {
                members.extend(number.map(|number| (name.to_owned(), number.into())));
            }
            members.into()
        }),
    ]
    .boxed()
}

fn constraint_set() -> impl Strategy<Value = Json> {
    let pixels = || (0u8..=14).prop_map(f64::from);
    let ratio = (1u8..=12, 1u8..=12, 0u8..=3).prop_map(|(width, height, more)| {
        f64::from(width) / f64::from(height) + f64::from(more / 2) * 0.03
    });
    let frame_rate = (0u8..=5).prop_map(|halves| f64::from(halves) / 2.0);
    let text = |texts: Vec<&'static str>| {
        (select(texts), select(vec!["bare", "exact", "ideal", "list"])).prop_map(|(text, form)| {
            match form {
                "bare" => json!(text),
                "list" => json!([text, "right"]),
                form => json!({ form: text }),
            }
        })
    };
    (
        option::weighted(0.5, constraint_of(pixels())),
        option::weighted(0.5, constraint_of(pixels())),
        option::weighted(0.5, constraint_of(ratio)),
        option::weighted(0.3, constraint_of(frame_rate)),
        option::weighted(0.3, text(vec!["user", "left"])),
        option::weighted(0.3, text(vec!["none", "crop-and-scale"])),
    )
        .prop_map(|(width, height, aspect_ratio, frame_rate, facing_mode, resize_mode)| {
            let mut members = Map::new();
            for (name, constraint) in [
                ("width", width),
                ("height", height),
                ("aspectRatio", aspect_ratio),
                ("frameRate", frame_rate),
                ("facingMode", facing_mode),
                ("resizeMode", resize_mode),
            ] {
                members.extend(constraint.map(|constraint| (name.to_owned(), constraint)));
            }
            members.into()
        })
}

fn constraints() -> impl Strategy<Value = Json> {
    (constraint_set(), vec(constraint_set(), 0..=3)).prop_map(|(mut basic, advanced)| {
        basic["advanced"] = advanced.into();
        basic
    })
}

/// Any value at all, of the names and types that matter more often than of others.
fn anything() -> impl Strategy<Value = Value> {
    let number = prop_oneof![
        any::<f64>(),
        select(vec![
            0.0,
            1.0,
            -1.0,
            0.5,
            640.0,
            4_294_967_295.0,
            f64::NAN,
            f64::INFINITY,
            f64::MAX
        ]),
    ];
    let name = select(vec![
        "",
        "kind",
        "capabilities",
        "modes",
        "settings",
        "width",
        "height",
        "aspectRatio",
        "frameRate",
        "deviceId",
        "resizeMode",
        "sampleRate",
        "latency",
        "echoCancellation",
        "advanced",
        "min",
        "max",
        "exact",
        "ideal",
    ]);
    let leaf = prop_oneof![
        Just(Value::Nothing),
        any::<bool>().prop_map(Value::Boolean),
        number.prop_map(Value::Number),
        select(vec!["", "none", "crop-and-scale", "video", "x"]).prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        let member = (name.clone(), inner.clone())
            .prop_map(|(name, value)| (name.encode_utf16().collect::<Vec<u16>>(), value));
        prop_oneof![
            vec(inner, 0..4).prop_map(Value::List),
            vec(member, 0..6).prop_map(Value::Dictionary),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_selected_is_what_the_specification_selects_from_a_list_of_all_settings(
        cameras in vec(camera(), 1..=2), constraints in constraints(),
    ) {
        let dictionaries = value(&cameras.iter().map(model::Camera::to_json).collect());
        let constraints = value(&constraints);
        let constraints = Constraints::read(&constraints);
        let devices: Vec<Device<'_>> = dictionaries.items().iter().map(Device::read).collect();
        let texts = model::Texts::new();
        let settings_of = |(index, camera): (usize, &model::Camera)| {
            let settings = camera.all_settings(&texts).into_iter();
            settings.map(move |settings| (index, settings)).collect::<Vec<_>>()
        };
        let all: Vec<_> = cameras.iter().enumerate().flat_map(settings_of).collect();
        let candidates = model::candidates(&all, &constraints);
        match select_settings(&devices, &constraints) {
            Ok(selection) => {
                // It is possible, and satisfies what is required and the advanced sets that are kept.
                let selected = (selection.device, selection.settings);
                prop_assert!(candidates.contains(&selected), "no candidate: {selected:?}");
                for (device, settings) in &candidates {
                    // No candidate has a smaller distance, and none of an earlier device the same.
                    let distance = fitness_distance(settings, &constraints.basic, None);
                    let margin = if *device < selection.device { 1e-12 } else { -1e-9 };
                    prop_assert!(
                        distance > selection.distance + margin,
                        "{distance} is less than {}: {settings:?}, {selected:?}", selection.distance
                    );
                }
            }
            Err(error) => {
                prop_assert!(candidates.is_empty(), "{:?} is a candidate", candidates[0]);
                let is_infinite = |constraint: &(_, _)| {
                    let alone = std::slice::from_ref(constraint);
                    all.iter().all(|(_, settings)| fitness_distance(settings, alone, None).is_infinite())
                };
                let failed = constraints.basic.iter().find(|constraint| is_infinite(constraint));
                prop_assert_eq!(error.constraint, failed.map(|(property, _)| *property));
            }
        }
    }

    #[test]
    fn what_is_selected_is_among_the_candidates_that_are_listed(
        camera in camera(), constraints in constraints(),
    ) {
        let dictionary = value(&camera.to_json());
        let constraints = value(&constraints);
        let constraints = Constraints::read(&constraints);
        let devices = [Device::read(&dictionary)];
        if let Ok(selection) = select_settings(&devices, &constraints) {
            let listed = candidates(&devices, &constraints);
            prop_assert!(listed.iter().any(|candidate| candidate.settings == selection.settings));
            for candidate in listed {
                let distances = candidate.distances.iter().map(|(_, distance)| distance);
                let sum: f64 = distances.sum();
                prop_assert!(candidate.distance == sum || (candidate.distance - sum).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn the_same_device_again_changes_nothing(camera in camera(), constraints in constraints()) {
        let dictionary = value(&camera.to_json());
        let constraints = value(&constraints);
        let constraints = Constraints::read(&constraints);
        let one = [Device::read(&dictionary)];
        let three = [one[0].clone(), one[0].clone(), one[0].clone()];
        prop_assert_eq!(select_settings(&one, &constraints), select_settings(&three, &constraints));
    }

    #[test]
    fn nothing_panics_or_runs_forever(devices in vec(anything(), 0..3), constraints in anything()) {
        let constraints = Constraints::read(&constraints);
        let devices: Vec<Device<'_>> = devices.iter().map(Device::read).collect();
        let listed = candidates(&devices, &constraints);
        match select_settings(&devices, &constraints) {
            Ok(selection) => prop_assert!(listed.iter().any(|one| one.device == selection.device)),
            Err(error) => {
                let is_required = constraints.basic.iter().any(|(property, constraint)| {
                    error.constraint == Some(*property) && constraint.is_required()
                });
                prop_assert!(is_required || error.constraint.is_none());
            }
        }
    }
}
