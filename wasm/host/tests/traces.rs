//! What real hosts said to the machines, and what these answered, once more without the hosts: `tests/traces/`, as
//! `cargo xtask traces` records it and `tests/traces/recorder.mjs` explains it.

#![cfg(not(target_arch = "wasm32"))]

use std::{collections::BTreeMap, env, fs, path::PathBuf, process::Command};

/// A type that crosses as a number.
trait Number {
    fn from_number(number: f64) -> Self;
    /// `None` if there is nothing to compare: it is none, or an address.
    fn to_number(self) -> Option<f64>;
}

impl Number for u32 {
    fn from_number(number: f64) -> Self {
        number as u32
    }
    fn to_number(self) -> Option<f64> {
        Some(self.into())
    }
}

impl Number for f64 {
    fn from_number(number: f64) -> Self {
        number
    }
    fn to_number(self) -> Option<f64> {
        Some(self)
    }
}

impl Number for bool {
    fn from_number(number: f64) -> Self {
        number != 0.0
    }
    fn to_number(self) -> Option<f64> {
        Some(u8::from(self).into())
    }
}

impl Number for usize {
    fn from_number(number: f64) -> Self {
        number as usize
    }
    fn to_number(self) -> Option<f64> {
        None
    }
}

impl Number for () {
    fn from_number(_: f64) {}
    fn to_number(self) -> Option<f64> {
        None
    }
}

type Call = Box<dyn Fn(&[f64]) -> Option<f64>>;

/// An export, which is called with numbers; `Types` are what it takes and returns.
trait Export<Types> {
    fn boxed(self) -> Call;
}

macro_rules! export_of {
    ($($argument:ident),*) => {
        impl<F: Fn($($argument),*) -> R + 'static, R: Number, $($argument: Number),*>
            Export<($($argument,)* R,)> for F
        {
            fn boxed(self) -> Call {
                Box::new(move |numbers| {
                    let mut _numbers = numbers.iter().copied();
                    self($($argument::from_number(_numbers.next().expect("a number"))),*).to_number()
                })
            }
        }
    };
}

export_of!();
export_of!(A);
export_of!(A, B);
export_of!(A, B, C);
export_of!(A, B, C, D);
export_of!(A, B, C, D, E);
export_of!(A, B, C, D, E, F1);

/// All exports of the modules, by their names.
macro_rules! exports {
    ($($module:ident: $($name:ident)*;)*) => {
        fn exports() -> BTreeMap<&'static str, Call> {
            BTreeMap::from([$($((stringify!($name), mediastream_host::$module::$name.boxed())),*),*])
        }

        /// The modules' names.
        const MODULES: &[&str] = &[$(stringify!($module)),*];
    };
}

exports! {
    capture:
        create_captured_element free_captured_element capture_element forget_capture has_captured
        capture_of_track captured_copies captured_anew followed_stream newest_stream has_met host_added host_removed host_ended
        hears_media_event plays_track plays_those_tracks wake_captured_element wake_captured_element_at
        next_capture_effect;
    negotiation:
        create_negotiation free_negotiation text_address create_receiver is_stale begin_reading may_have_changed
        read_description read_transceiver has_read process_transceivers process_transceiver look_into_streams learn_stream
        find_stream stream_named stream_id given_stream push_given bind_stream lose_stream track_fired
        track_heard track_removed track_added stream_added stream_removed next_negotiation_effect
        receiver_of_effect effect_performed count_streams stream_at settle_negotiation;
}

#[test]
fn every_export_can_be_played() {
    let exports = exports();
    for module in MODULES {
        let path = format!("{}/src/{module}.rs", env!("CARGO_MANIFEST_DIR"));
        let source = fs::read_to_string(path).unwrap();
        for exported in source.split("#[wasm_bindgen]").skip(1) {
            let (_, function) = exported.split_once("pub fn ").expect("a function");
            let name = function.split('(').next().unwrap_or_default();
            assert!(exports.contains_key(name), "{name} is missing above");
        }
    }
}

#[test]
fn what_the_machines_answered_to_each_host_they_answer_again() {
    let mut traces = 0;
    for entry in fs::read_dir(folder()).unwrap() {
        let trace = entry.unwrap().path();
        if trace.extension().is_some_and(|extension| extension == "txt") {
            // What an export gives depends on all that was called before: a trace has a process of its own.
            let test = ["--exact", "one_trace", "--include-ignored"];
            let played =
                Command::new(env::current_exe().unwrap()).args(test).env(TRACE, &trace).output();
            let played = played.expect("this program runs");
            let said = String::from_utf8_lossy(&played.stdout);
            assert!(
                played.status.success(),
                "{}: {said}\n`cargo xtask traces` records anew",
                trace.display()
            );
            traces += 1;
        }
    }
    assert_eq!(traces, 5, "one of each host");
}

const TRACE: &str = "TRACE";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/traces")
}

#[test]
#[ignore = "the test above runs it, once a trace"]
fn one_trace() {
    let trace = fs::read_to_string(env::var_os(TRACE).expect("a trace's path")).unwrap();
    let exports = exports();
    let mut scene = "";
    for (number, line) in (1..).zip(trace.lines()) {
        let place = format!("line {number}, in {scene}: {line}");
        let (call, expected) = line.split_once(" = ").unwrap_or((line, ""));
        let mut words = call.split(' ');
        let name = words.next().unwrap_or_default();
        match name {
            "#" => scene = line,
            "text" => write(&decode(words.next().unwrap_or_default())),
            _ => {
                let export = exports.get(name).unwrap_or_else(|| panic!("no such export: {place}"));
                let numbers: Vec<f64> = words.map(|word| word.parse().expect(&place)).collect();
                let answer = export(&numbers);
                assert_eq!(answer, expected.parse().ok(), "{place}");
            }
        }
    }
}

/// Writes text where JavaScript does.
#[expect(unsafe_code, reason = "an address is all that an export gives")]
fn write(text: &[u8]) {
    let address = mediastream_host::negotiation::text_address(text.len() as u32);
    // SAFETY: there is room for as many bytes at that address, until the next call.
    unsafe { std::ptr::copy_nonoverlapping(text.as_ptr(), address as *mut u8, text.len()) };
}

/// Text as it is in a URL.
fn decode(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut digit =
            || rest.next().and_then(|digit| char::from(digit).to_digit(16)).expect("a digit");
        bytes.push(if byte == b'%' { (digit() * 16 + digit()) as u8 } else { byte });
    }
    bytes
}
