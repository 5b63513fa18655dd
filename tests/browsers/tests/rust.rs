//! Pages in Rust over the crate as it is published: `examples/removed`, and those in Yew and Leptos.

use browser_tests::{Browser, Engine, holds_in};
use serde_json::{Value, json};

#[test]
fn in_chromium_a_page_in_rust_tells_what_its_stream_has_lost() {
    holds_in(Engine::Chromium, tells_what_its_stream_has_lost);
}

#[test]
fn in_firefox_a_page_in_rust_tells_what_its_stream_has_lost() {
    holds_in(Engine::Firefox, tells_what_its_stream_has_lost);
}

#[test]
fn in_webkit_a_page_in_rust_tells_what_its_stream_has_lost() {
    holds_in(Engine::WebKit, tells_what_its_stream_has_lost);
}

#[test]
fn in_chromium_a_component_of_yew_and_leptos_listens_for_as_long_as_it_is_there() {
    holds_in(Engine::Chromium, a_component_listens_for_as_long_as_it_is_there);
}

#[test]
fn in_firefox_a_component_of_yew_and_leptos_listens_for_as_long_as_it_is_there() {
    holds_in(Engine::Firefox, a_component_listens_for_as_long_as_it_is_there);
}

#[test]
fn in_webkit_a_component_of_yew_and_leptos_listens_for_as_long_as_it_is_there() {
    holds_in(Engine::WebKit, a_component_listens_for_as_long_as_it_is_there);
}

fn tells_what_its_stream_has_lost(engine: Engine) {
    let browser = Browser::launch(engine);
    browser.goto("/target/projects/removed/index.html");
    browser.until("'ready' in document.body.dataset");
    for button in ["#remove", "#remove", "#stop"] {
        browser.click(button);
    }
    let told = lines(&browser, "#events");
    assert_eq!(told, json!(["Removed: video: FaceTime HD", "Ended: true"]), "in {engine}");
    // It doesn't install.
    let loaded = "return performance.getEntriesByType('resource').map(({ name }) => name)
      .filter((name) => name.includes('/snippets/')).map((name) => name.split('/').pop()).sort()";
    assert_eq!(browser.run(loaded, &[]), json!(["core.js", "streams.js"]), "in {engine}");
}

fn a_component_listens_for_as_long_as_it_is_there(engine: Engine) {
    let browser = Browser::launch(engine);
    for framework in ["yew", "leptos"] {
        browser.goto(&format!("/target/projects/{framework}/index.html"));
        browser.until("document.querySelector('#tracks') !== null");
        let tracks = lines(&browser, "#tracks");
        assert_eq!(tracks, json!(["video: FaceTime HD", "audio: AirPods"]), "{framework}");
        browser.click("#remove");
        browser.until("document.querySelector('#events').childElementCount > 0");
        let told = json!(["Removed: video: FaceTime HD"]);
        assert_eq!(lines(&browser, "#events"), told, "{framework} in {engine}");
        browser.until("document.querySelector('#tracks').childElementCount === 1");
        assert_eq!(lines(&browser, "#tracks"), json!(["audio: AirPods"]), "{framework}");

        browser.click("#hang-up");
        browser.until("document.querySelector('#tracks') === null");
        browser.click("#remove");
        // What a listener told would be shown with it, or before.
        browser.until("document.querySelector('#count').textContent === '0'");
        assert_eq!(
            lines(&browser, "#events"),
            told,
            "{framework} in {engine}: the listener is gone"
        );
    }
}

/// What the items of a list say.
fn lines(browser: &Browser, list: &str) -> Value {
    let script = "return Array.from(document.querySelectorAll(`${arguments[0]} li`), (item) => item.textContent)";
    browser.run(script, &[json!(list)])
}
