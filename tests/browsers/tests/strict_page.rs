//! A page whose Content Security Policy forbids WebAssembly.

use browser_tests::{Browser, Engine, holds_in};
use serde_json::json;

#[test]
fn in_chromium_a_strict_page_is_told_and_keeps_its_host_as_it_was() {
    holds_in(Engine::Chromium, a_strict_page_is_told_and_keeps_its_host_as_it_was);
}

#[test]
fn in_firefox_a_strict_page_is_told_and_keeps_its_host_as_it_was() {
    holds_in(Engine::Firefox, a_strict_page_is_told_and_keeps_its_host_as_it_was);
}

#[test]
fn in_webkit_a_strict_page_is_told_and_keeps_its_host_as_it_was() {
    holds_in(Engine::WebKit, a_strict_page_is_told_and_keeps_its_host_as_it_was);
}

fn a_strict_page_is_told_and_keeps_its_host_as_it_was(engine: Engine) {
    let browser = Browser::launch(engine);
    browser.goto("/tests/browsers/pages/strict.html");
    let report = browser.until("window.report");
    assert_eq!(report["unchanged"], true, "{report}");
    assert_eq!(report["repaired"], json!([]));
    let told = |message: &serde_json::Value| {
        assert!(message.as_str().is_some_and(|m| m.contains("'wasm-unsafe-eval'")), "{report}");
    };
    told(&report["thrown"]);
    told(&report["thrownByDevices"]);
    told(&report["warnings"][0]);
    assert_eq!(report["warnings"].as_array().map(Vec::len), Some(1), "{report}");
}
