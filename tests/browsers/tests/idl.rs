//! The browsers' own conformance tests, generated from the interfaces' IDL, of the package's classes in
//! each engine.
//!
//! (In Node: `tests/idl/interfaces.test.mjs`. What is expected to fail: `tests/idl/expectations.json`.)

use browser_tests::{Browser, Engine, holds_in};
use serde_json::json;

#[test]
fn in_chromium_the_interfaces_conform_to_their_idl() {
    holds_in(Engine::Chromium, the_interfaces_conform_to_their_idl);
}

#[test]
fn in_firefox_the_interfaces_conform_to_their_idl() {
    holds_in(Engine::Firefox, the_interfaces_conform_to_their_idl);
}

#[test]
fn in_webkit_the_interfaces_conform_to_their_idl() {
    holds_in(Engine::WebKit, the_interfaces_conform_to_their_idl);
}

fn the_interfaces_conform_to_their_idl(engine: Engine) {
    let browser = Browser::launch(engine);
    browser.goto("/tests/idl/index.html");
    let outcome = browser.until(&format!("window.compare?.('{engine}')"));
    println!("{engine}: {} tests", outcome["tests"]);
    assert_eq!(outcome["unexpected"], json!([]), "in {engine}");
}
