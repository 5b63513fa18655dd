//! Dictionaries as they are written in JavaScript.

use mediastream_constraints::{
    Constraints, Device, Overconstrained, Property, Settings, Value, select_settings,
};

/// A dictionary, as Web IDL has converted it.
pub(crate) fn value(json: &serde_json::Value) -> Value {
    use serde_json::Value as Json;
    match json {
        Json::Null => Value::Nothing,
        Json::Bool(boolean) => Value::Boolean(*boolean),
        Json::Number(number) => Value::Number(number.as_f64().expect("a double")),
        Json::String(text) => text.as_str().into(),
        Json::Array(items) => Value::List(items.iter().map(value).collect()),
        Json::Object(members) => Value::Dictionary(
            members
                .iter()
                .map(|(name, member)| (name.encode_utf16().collect(), value(member)))
                .collect(),
        ),
    }
}

/// What is selected: `device`, and of the settings those that are asked for, in JSON; or what failed.
#[derive(Debug, PartialEq)]
pub(crate) enum Outcome {
    Selected {
        device: usize,
        distance: f64,
        settings: serde_json::Value,
    },
    /// The name of the constraint, or ''.
    Failed(&'static str),
}

/// Runs SelectSettings over a list of devices.
pub(crate) fn select(devices: &serde_json::Value, constraints: &serde_json::Value) -> Outcome {
    let (devices, constraints) = (value(devices), value(constraints));
    let devices: Vec<Device<'_>> = devices.items().iter().map(Device::read).collect();
    match select_settings(&devices, &Constraints::read(&constraints)) {
        Ok(selection) => Outcome::Selected {
            device: selection.device,
            distance: selection.distance,
            settings: to_json(&selection.settings),
        },
        Err(Overconstrained { constraint }) => {
            Outcome::Failed(constraint.map_or("", Property::name))
        }
    }
}

/// A settings dictionary in JSON.
pub(crate) fn to_json(settings: &Settings<'_>) -> serde_json::Value {
    let mut json = serde_json::Map::new();
    for property in Property::ALL {
        let setting = match settings.get(property).map(Value::from) {
            Some(Value::Number(number)) => number.into(),
            Some(Value::Boolean(boolean)) => boolean.into(),
            Some(Value::Text(units)) => String::from_utf16_lossy(&units).into(),
            _ => continue,
        };
        json.insert(property.name().to_owned(), setting);
    }
    json.into()
}

impl Outcome {
    /// That these are among the settings, and the fitness distance is this, to twelve decimal places.
    #[track_caller]
    pub(crate) fn has(&self, expected: &serde_json::Value, expected_distance: f64) {
        let Self::Selected { settings, distance, .. } = self else { panic!("selected: {self:?}") };
        for (name, setting) in expected.as_object().expect("a dictionary") {
            let actual = &settings[name];
            let equal = actual == setting
                || actual.as_f64().is_some() && actual.as_f64() == setting.as_f64();
            assert!(equal, "{name} is {actual} and not {setting}: {settings}");
        }
        assert!(
            (distance - expected_distance).abs() < 1e-12,
            "the distance is {distance} and not {expected_distance}: {settings}"
        );
    }

    /// The index of the device.
    #[track_caller]
    pub(crate) fn device(&self) -> usize {
        let Self::Selected { device, .. } = self else { panic!("selected: {self:?}") };
        *device
    }
}
