//! The constraint solver: any devices, any constraints.

#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use mediastream_constraints::{Constraints, Device, Property, Value, candidates, select_settings};

#[derive(Arbitrary, Debug)]
enum Simple {
    Whole(u16),
    Number(f64),
    Boolean(bool),
    Text(u8),
    Texts(Vec<u8>),
    Nothing,
}

/// What a property may be: as a capability, or as a constraint.
#[derive(Arbitrary, Debug)]
enum Member {
    Simple(Simple),
    Dictionary(Vec<(u8, Simple)>),
}

type Set = Vec<(u8, Member)>;

#[derive(Arbitrary, Debug)]
struct AnyDevice {
    kind: Option<bool>,
    capabilities: Set,
    modes: Vec<(u16, u16, Option<u8>)>,
    settings: Vec<(u8, Simple)>,
}

#[derive(Arbitrary, Debug)]
struct Input {
    devices: Vec<AnyDevice>,
    basic: Set,
    advanced: Vec<Set>,
}

/// What a range or a constraint has.
const MEMBERS: [&str; 4] = ["min", "max", "exact", "ideal"];

fn dictionary<'a>(members: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    let member = |(name, value): (&str, Value)| (name.encode_utf16().collect(), value);
    Value::Dictionary(members.into_iter().map(member).collect())
}

fn property(number: u8) -> &'static str {
    Property::ALL[usize::from(number) % Property::ALL.len()].name()
}

/// A few, so that they are equal now and then.
fn text(number: u8) -> Value {
    ["user", "environment", "none", "crop-and-scale", "all"][usize::from(number % 5)].into()
}

fn simple(value: &Simple) -> Value {
    match value {
        Simple::Whole(number) => Value::Number(f64::from(*number)),
        Simple::Number(number) => Value::Number(*number),
        Simple::Boolean(boolean) => Value::Boolean(*boolean),
        Simple::Text(number) => text(*number),
        Simple::Texts(numbers) => Value::List(numbers.iter().copied().map(text).collect()),
        Simple::Nothing => Value::Nothing,
    }
}

fn set(members: &Set) -> Vec<(&'static str, Value)> {
    let member = |(number, member): &(u8, Member)| {
        let value = match member {
            Member::Simple(value) => simple(value),
            Member::Dictionary(members) => dictionary(
                members.iter().map(|(name, value)| (MEMBERS[usize::from(name % 4)], simple(value))),
            ),
        };
        (property(*number), value)
    };
    members.iter().map(member).collect()
}

fn device(device: &AnyDevice) -> Value {
    let mode = |&(width, height, frame_rate): &(u16, u16, Option<u8>)| {
        let number = |number: f64| Value::Number(number);
        let rate = frame_rate.map_or(Value::Nothing, |rate| number(rate.into()));
        dictionary([
            ("width", number(width.into())),
            ("height", number(height.into())),
            ("frameRate", rate),
        ])
    };
    let kind = match device.kind {
        Some(true) => "video".into(),
        Some(false) => "audio".into(),
        None => Value::Nothing,
    };
    let settings = device.settings.iter().map(|(number, value)| (property(*number), simple(value)));
    dictionary([
        ("kind", kind),
        ("capabilities", dictionary(set(&device.capabilities))),
        ("modes", Value::List(device.modes.iter().map(mode).collect())),
        ("settings", dictionary(settings)),
    ])
}

fuzz_target!(|input: Input| {
    // No more than is solved at once.
    let devices: Vec<Value> = input.devices.iter().take(4).map(device).collect();
    let devices: Vec<Device<'_>> = devices.iter().map(Device::read).collect();
    let advanced = input.advanced.iter().take(4).map(|members| dictionary(set(members))).collect();
    let mut constraints = set(&input.basic);
    constraints.push(("advanced", Value::List(advanced)));
    let constraints = dictionary(constraints);
    let constraints = Constraints::read(&constraints);

    let best = select_settings(&devices, &constraints);
    let examined = candidates(&devices, &constraints);
    let Ok(best) = best else { return };
    assert!(best.device < devices.len());
    assert!(best.distance >= 0.0 && best.distance.is_finite(), "{} away", best.distance);
    let same = examined
        .iter()
        .find(|candidate| (candidate.device, &candidate.settings) == (best.device, &best.settings));
    let same = same.expect("what is selected is among the candidates");
    assert_eq!(same.distance, best.distance);
});
