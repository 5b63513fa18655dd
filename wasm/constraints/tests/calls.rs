//! The solver's exports, called natively as `src/js/solver/solver.js` calls them: a number at a time.

#![cfg(not(target_arch = "wasm32"))]

use std::sync::{Mutex, PoisonError};

use mediastream_constraints::Value;
use mediastream_solver::{give, list_candidates, run_select_settings, select_constraints, take};

/// The exports are one page's: calls of two tests must not be mixed.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// What a call answers that is given these numbers, up to the first that is none.
fn answer_to(numbers: &[f64], call: impl FnOnce()) -> Vec<f64> {
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    numbers.iter().copied().for_each(give);
    call();
    std::iter::repeat_with(take).take_while(|number| !number.is_nan()).collect()
}

/// A value as numbers.
fn numbers(value: &Value) -> Vec<f64> {
    fn units(units: &[u16]) -> impl Iterator<Item = f64> {
        std::iter::once(units.len() as f64).chain(units.iter().copied().map(f64::from))
    }
    let mut all = Vec::new();
    match value {
        Value::Nothing => all.push(0.0),
        Value::Boolean(boolean) => all.extend([1.0, f64::from(u8::from(*boolean))]),
        Value::Number(number) => all.extend([2.0, *number]),
        Value::Text(text) => {
            all.push(3.0);
            all.extend(units(text));
        }
        Value::List(items) => {
            all.extend([4.0, items.len() as f64]);
            items.iter().for_each(|item| all.extend(numbers(item)));
        }
        Value::Dictionary(members) => {
            all.extend([5.0, members.len() as f64]);
            for (name, member) in members {
                all.extend(units(name));
                all.extend(numbers(member));
            }
        }
    }
    all
}

fn dictionary(members: &[(&str, Value)]) -> Value {
    let member = |(name, value): &(&str, Value)| (name.encode_utf16().collect(), value.clone());
    Value::Dictionary(members.iter().map(member).collect())
}

fn number(number: u32) -> Value {
    Value::Number(number.into())
}

/// A camera that blurs, if asked to, and a microphone; and constraints.
fn arguments(constraints: Value) -> Vec<f64> {
    let range = |max| dictionary(&[("max", number(max)), ("min", number(1))]);
    let blur = Value::List(vec![Value::Boolean(false), Value::Boolean(true)]);
    let capabilities = [
        ("width", range(1280)),
        ("height", range(720)),
        ("facingMode", Value::List(vec!["user".into()])),
        ("backgroundBlur", blur),
    ];
    let camera =
        dictionary(&[("kind", "video".into()), ("capabilities", dictionary(&capabilities))]);
    let capabilities = dictionary(&[("sampleRate", range(48_000))]);
    let microphone = dictionary(&[("kind", "audio".into()), ("capabilities", capabilities)]);
    numbers(&Value::List(vec![Value::List(vec![microphone, camera]), constraints]))
}

/// Whether some numbers stand one after the other among others.
fn has(all: &[f64], part: &[f64]) -> bool {
    all.windows(part.len()).any(|window| window == part)
}

/// A member of a dictionary, as it stands in it.
fn member(name: &str, value: &Value) -> Vec<f64> {
    numbers(&dictionary(&[(name, value.clone())])).split_off(2)
}

#[test]
fn what_is_selected_comes_back_as_the_numbers_of_a_dictionary() {
    let exact = |value| dictionary(&[("exact", value)]);
    let constraints = dictionary(&[
        ("width", exact(number(640))),
        ("height", dictionary(&[("exact", number(480)), ("ideal", number(480))])),
        ("backgroundBlur", Value::Boolean(true)),
        ("facingMode", exact("user".into())),
    ]);
    let answer = answer_to(&arguments(constraints), run_select_settings);
    assert_eq!(answer.first_chunk(), Some(&[5.0, 3.0]), "a dictionary of three members");
    for (name, value) in [
        ("device", number(1)),
        ("distance", number(0)),
        ("width", number(640)),
        ("height", number(480)),
        ("facingMode", "user".into()),
        ("backgroundBlur", Value::Boolean(true)),
    ] {
        assert!(has(&answer, &member(name, &value)), "{name}: {answer:?}");
    }
}

#[test]
fn a_constraint_that_fails_comes_back_by_its_name() {
    let constraints = dictionary(&[("width", dictionary(&[("min", number(5000))]))]);
    let answer = answer_to(&arguments(constraints), run_select_settings);
    assert_eq!(answer, numbers(&dictionary(&[("failedConstraint", "width".into())])));
}

#[test]
fn the_candidates_come_back_as_a_list() {
    let advanced = Value::List(vec![dictionary(&[("width", number(320))])]);
    let constraints = dictionary(&[("width", number(640)), ("advanced", advanced)]);
    let answer = answer_to(&arguments(constraints), list_candidates);
    let microphone = dictionary(&[
        ("device", number(0)),
        ("settings", dictionary(&[("sampleRate", number(48_000))])),
        ("distance", number(0)),
        ("distances", dictionary(&[("width", number(0))])),
        ("advanced", Value::List(vec![Value::Boolean(false)])),
    ]);
    assert!(answer.starts_with(&[vec![4.0, 3.0], numbers(&microphone)].concat()), "{answer:?}");
    // The camera's, once as the advanced set has it.
    let half = dictionary(&[("width", Value::Number(0.5))]);
    assert!(has(&answer, &member("distances", &half)), "{answer:?}");
    assert!(has(&answer, &member("advanced", &Value::List(vec![Value::Boolean(true)]))));
}

#[test]
fn the_constraints_that_choose_a_device_are_those_of_its_kind() {
    let constraints = dictionary(&[("sampleRate", number(8000)), ("width", number(640))]);
    for (video, name, value) in [(true, "width", 640), (false, "sampleRate", 8000)] {
        let answer = answer_to(&numbers(&constraints), || select_constraints(video));
        assert!(has(&answer, &member(name, &number(value))), "{answer:?}");
    }
    let blurred = dictionary(&[("backgroundBlur", dictionary(&[("exact", Value::Boolean(true))]))]);
    let answer = answer_to(&numbers(&blurred), || select_constraints(true));
    assert_eq!(answer, numbers(&dictionary(&[("notAllowed", "backgroundBlur".into())])));
}

#[test]
fn numbers_that_are_no_arguments_give_nothing() {
    let given = arguments(dictionary(&[]));
    for length in 0..given.len() {
        assert_eq!(answer_to(&given[..length], run_select_settings), [0.0], "{length} numbers");
    }
    assert_eq!(answer_to(&[9.0, 9.0], list_candidates), [0.0]);
    // What was left over is not a part of the next call.
    let answer = answer_to(&[given.clone(), vec![1.0, 1.0]].concat(), run_select_settings);
    assert_eq!(answer, answer_to(&given, run_select_settings));
}
