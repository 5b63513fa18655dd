//! Virtual devices in a window: the checks are in `pages/devices.js`.

use browser_tests::{Browser, Engine};
use serde_json::{Value, json};

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
    let browser = Browser::launch(engine);
    browser.goto("/tests/browsers/pages/devices.html");
    let names = browser.until("window.names");
    let mut failures = Vec::new();
    for name in names.as_array().expect("a list") {
        let failure = browser.run("return run(arguments[0])", std::slice::from_ref(name));
        if failure != Value::Null {
            failures.push(json!([name, failure]));
        }
    }
    assert!(failures.is_empty(), "in {engine}: {failures:#?}");
}
