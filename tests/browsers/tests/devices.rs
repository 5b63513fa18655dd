//! Virtual devices in a window: the checks are in `pages/devices.js`.

use browser_tests::{Engine, every_check_holds};
use serde_json::Value;

#[test]
fn in_chromium_every_check_of_devices_holds() {
    every_check_of_devices_holds(Engine::Chromium);
}

#[test]
fn in_firefox_every_check_of_devices_holds() {
    every_check_of_devices_holds(Engine::Firefox);
}

#[test]
fn in_webkit_every_check_of_devices_holds() {
    every_check_of_devices_holds(Engine::WebKit);
}

fn every_check_of_devices_holds(engine: Engine) {
    let names = every_check_holds(engine, "devices.js", &Value::Null);
    assert_eq!(names.iter().any(|name| name.contains("connection")), engine != Engine::WebKit);
}
