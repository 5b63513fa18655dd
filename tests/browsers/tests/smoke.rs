//! The harness itself, in each engine: a page opens, script runs in it and its failures are told.

use std::panic::{AssertUnwindSafe, catch_unwind};

use browser_tests::{Browser, Engine};
use serde_json::json;

#[test]
fn chromium() {
    check(Engine::Chromium, "Chrome/");
}

#[test]
fn firefox() {
    check(Engine::Firefox, "Firefox/");
}

#[test]
fn webkit() {
    check(Engine::WebKit, "AppleWebKit/605");
}

fn check(engine: Engine, user_agent: &str) {
    let browser = Browser::launch(engine);
    browser.goto("/tests/browsers/pages/empty.html");
    assert_eq!(browser.until("document.title"), "An empty page");

    let agent = browser.run("return navigator.userAgent", &[]);
    assert!(agent.as_str().is_some_and(|agent| agent.contains(user_agent)), "{agent}");

    let sum = browser.run("return arguments[0] + await Promise.resolve(2)", &[json!(1)]);
    assert_eq!(sum, 3);

    let thrown = catch_unwind(AssertUnwindSafe(|| browser.run("throw new TypeError('told')", &[])));
    let message = thrown.unwrap_err().downcast::<String>().expect("a message");
    assert!(message.contains("TypeError: told"), "{message}");
}
