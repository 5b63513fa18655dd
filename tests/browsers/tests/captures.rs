//! Captured elements, with the engine's own `captureStream()` where it has one: the checks are in
//! `pages/captures.js`.

use browser_tests::{Engine, every_check_holds};
use serde_json::Value;

#[test]
fn in_chromium_every_check_of_captures_holds() {
    every_check_of_captures_holds(Engine::Chromium);
}

#[test]
fn in_firefox_every_check_of_captures_holds() {
    every_check_of_captures_holds(Engine::Firefox);
}

#[test]
fn in_webkit_every_check_of_captures_holds() {
    every_check_of_captures_holds(Engine::WebKit);
}

fn every_check_of_captures_holds(engine: Engine) {
    every_check_holds(engine, "captures.js", &Value::Null);
}
