//! What JavaScript calls of the constraint solver: `src/js/solver/solver.js`.
//!
//! Dictionaries go in and out as numbers, one at a time. wasm-bindgen's strings and lists need TextDecoder, which
//! not every host has, and serde-wasm-bindgen would make the module more than twice as large.

#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]

extern crate alloc;
extern crate mediastream_wasm_runtime as _;

use alloc::{vec, vec::Vec};
use core::mem;

use mediastream_constraints::{
    Candidate, Constraints, Device, Kind, Property, Value, candidates,
    constraints_for_device_selection, select_settings,
};
use singlyton::Singleton;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(all(not(feature = "std"), target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

// How a value begins; what follows is in the comments.
/// Nothing.
const NOTHING: u32 = 0;
/// Then 0 or 1.
const BOOLEAN: u32 = 1;
/// Then the number.
const NUMBER: u32 = 2;
/// Then its length, and its code units.
const TEXT: u32 = 3;
/// Then its length, and its items.
const LIST: u32 = 4;
/// Then how many members, and for each its name, without that it is a text, and its value.
const DICTIONARY: u32 = 5;

/// The numbers that are on their way, in or out; those that go out in reverse.
static NUMBERS: Singleton<Vec<f64>> = Singleton::new(Vec::new());

/// Takes the next number of the list of devices and constraints that the next call is about.
#[wasm_bindgen]
pub fn give(number: f64) {
    NUMBERS.get_mut().push(number);
}

/// The next number of what the last call returned.
#[must_use]
#[wasm_bindgen]
pub fn take() -> f64 {
    NUMBERS.get_mut().pop().unwrap_or(f64::NAN)
}

/// Runs SelectSettings: `{ device, settings, distance }`, or `{ failedConstraint }`.
#[wasm_bindgen]
pub fn run_select_settings() {
    call(|devices, constraints| match select_settings(devices, constraints) {
        Ok(selection) => dictionary([
            ("device", index(selection.device)),
            ("settings", selection.settings.to_value()),
            ("distance", Value::Number(selection.distance)),
        ]),
        Err(error) => {
            dictionary([("failedConstraint", error.constraint.map_or("", Property::name).into())])
        }
    });
}

/// The candidates worth looking at: a list of `{ device, settings, distance, distances, advanced }`.
#[wasm_bindgen]
pub fn list_candidates() {
    call(|devices, constraints| {
        let mut list = Vec::new();
        for candidate in candidates(devices, constraints) {
            list.push(candidate_dictionary(candidate));
        }
        Value::List(list)
    });
}

/// Takes the constraints of a kind of track that choose a device: `{ constraints }`, or `{ notAllowed }`, the name of a
/// required constraint that is not allowed there.
#[wasm_bindgen]
pub fn select_constraints(video: bool) {
    let kind = if video { Kind::Video } else { Kind::Audio };
    give_back(&dictionary([match constraints_for_device_selection(taken(), kind) {
        Ok(constraints) => ("constraints", constraints),
        Err(error) => ("notAllowed", error.property.name().into()),
    }]));
}

fn call(function: fn(&[Device<'_>], &Constraints<'_>) -> Value) {
    let arguments = taken();
    let result = match arguments.items() {
        [devices, constraints] => {
            let devices: Vec<Device<'_>> = devices.items().iter().map(Device::read).collect();
            function(&devices, &Constraints::read(constraints))
        }
        _ => Value::Nothing,
    };
    give_back(&result);
}

/// What JavaScript gave.
fn taken() -> Value {
    let mut numbers = mem::take(&mut *NUMBERS.get_mut()).into_iter();
    read(&mut numbers).unwrap_or(Value::Nothing)
}

/// What JavaScript takes next.
fn give_back(value: &Value) {
    let mut numbers = Vec::new();
    write(value, &mut numbers);
    numbers.reverse();
    NUMBERS.replace(numbers);
}

fn candidate_dictionary(candidate: Candidate<'_>) -> Value {
    let mut distances = Vec::new();
    for (property, distance) in candidate.distances {
        distances.push((property.name().encode_utf16().collect(), Value::Number(distance)));
    }
    dictionary([
        ("device", index(candidate.device)),
        ("settings", candidate.settings.to_value()),
        ("distance", Value::Number(candidate.distance)),
        ("distances", Value::Dictionary(distances)),
        ("advanced", Value::List(candidate.advanced.into_iter().map(Value::Boolean).collect())),
    ])
}

fn dictionary<const MEMBERS: usize>(members: [(&str, Value); MEMBERS]) -> Value {
    Value::Dictionary(members.map(|(name, value)| (name.encode_utf16().collect(), value)).into())
}

fn index(device: usize) -> Value {
    Value::Number(device as f64)
}

/// Reads a value; nothing if the list ends before that.
fn read(numbers: &mut vec::IntoIter<f64>) -> Option<Value> {
    Some(match numbers.next()? as u32 {
        BOOLEAN => Value::Boolean(numbers.next()? != 0.0),
        NUMBER => Value::Number(numbers.next()?),
        TEXT => Value::Text(read_text(numbers)?),
        LIST => {
            let mut items = Vec::new();
            for _ in 0..numbers.next()? as u32 {
                items.push(read(numbers)?);
            }
            Value::List(items)
        }
        DICTIONARY => {
            let mut members = Vec::new();
            for _ in 0..numbers.next()? as u32 {
                members.push((read_text(numbers)?, read(numbers)?));
            }
            Value::Dictionary(members)
        }
        _ => Value::Nothing,
    })
}

fn read_text(numbers: &mut vec::IntoIter<f64>) -> Option<Vec<u16>> {
    let mut units = Vec::new();
    for _ in 0..numbers.next()? as u32 {
        units.push(numbers.next()? as u16);
    }
    Some(units)
}

fn write(value: &Value, numbers: &mut Vec<f64>) {
    match value {
        Value::Nothing => numbers.push(f64::from(NOTHING)),
        Value::Boolean(boolean) => numbers.extend([BOOLEAN, u32::from(*boolean)].map(f64::from)),
        Value::Number(number) => numbers.extend([f64::from(NUMBER), *number]),
        Value::Text(units) => {
            numbers.push(f64::from(TEXT));
            write_text(units, numbers);
        }
        Value::List(items) => {
            numbers.extend([f64::from(LIST), items.len() as f64]);
            for item in items {
                write(item, numbers);
            }
        }
        Value::Dictionary(members) => {
            numbers.extend([f64::from(DICTIONARY), members.len() as f64]);
            for (name, value) in members {
                write_text(name, numbers);
                write(value, numbers);
            }
        }
    }
}

fn write_text(units: &[u16], numbers: &mut Vec<f64>) {
    numbers.push(units.len() as f64);
    for unit in units {
        numbers.push(f64::from(*unit));
    }
}
