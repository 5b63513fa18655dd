//! The harness itself, in each engine: a page opens, script runs in it and its failures are told.

use std::panic::{AssertUnwindSafe, catch_unwind};

use browser_tests::{Browser, Engine, holds_in};
use serde_json::json;

#[test]
fn chromium() {
    holds_in(Engine::Chromium, check);
}

#[test]
fn firefox() {
    holds_in(Engine::Firefox, check);
}

#[test]
fn webkit() {
    holds_in(Engine::WebKit, check);
}

fn check(engine: Engine) {
    let user_agent = match engine {
        Engine::Chromium => "Chrome/",
        Engine::Firefox => "Firefox/",
        Engine::WebKit => "AppleWebKit/605",
    };
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
