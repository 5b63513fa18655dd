//! `examples/removed`, a page in Rust over the crate as it is published.

use browser_tests::{Browser, Engine};
use serde_json::json;

#[test]
fn in_chromium_a_page_in_rust_tells_what_its_stream_has_lost() {
    tells_what_its_stream_has_lost(Engine::Chromium);
}

#[test]
fn in_firefox_a_page_in_rust_tells_what_its_stream_has_lost() {
    tells_what_its_stream_has_lost(Engine::Firefox);
}

#[test]
fn in_webkit_a_page_in_rust_tells_what_its_stream_has_lost() {
    tells_what_its_stream_has_lost(Engine::WebKit);
}

fn tells_what_its_stream_has_lost(engine: Engine) {
    let browser = Browser::launch(engine);
    browser.goto("/target/projects/removed/index.html");
    browser.until("'ready' in document.body.dataset");
    for button in ["#remove", "#remove", "#stop"] {
        browser.click(button);
    }
    let lines = browser.run(
        "return Array.from(document.querySelectorAll('#events li'), (item) => item.textContent)",
        &[],
    );
    assert_eq!(lines, json!(["Removed: video: FaceTime HD", "Ended: true"]), "in {engine}");
}
