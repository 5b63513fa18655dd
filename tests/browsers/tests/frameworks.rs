//! What each framework's server has rendered goes on in a browser as its source says (`tests/loaders/frameworks.mjs`).

use browser_tests::{Browser, Engine, Server, holds_in};
use serde_json::json;

/// A framework, and what happens in its page besides.
const FRAMEWORKS: [(&str, Option<&str>); 3] =
    [("Next", None), ("SvelteKit", None), ("Vite dev", Some("Camera: FaceTime HD, true"))];

#[test]
fn in_chromium_each_framework_s_page_goes_on() {
    holds_in(Engine::Chromium, each_framework_s_page_goes_on);
}

#[test]
fn in_firefox_each_framework_s_page_goes_on() {
    holds_in(Engine::Firefox, each_framework_s_page_goes_on);
}

#[test]
fn in_webkit_each_framework_s_page_goes_on() {
    holds_in(Engine::WebKit, each_framework_s_page_goes_on);
}

fn each_framework_s_page_goes_on(engine: Engine) {
    let browser = Browser::launch(engine);
    for (framework, besides) in FRAMEWORKS {
        let server = Server::start("tests/loaders/serve.mjs", &[framework])
            .expect("the built applications: `cargo xtask test loaders`");
        browser.goto(server.first_line());
        browser.until("document.querySelector('#events').textContent.includes('Done')");
        let lines = browser.run(
            "return Array.from(document.querySelectorAll('#events li'), (item) => item.textContent)",
            &[],
        );
        // WebKit has no captureStream(): what is provided isn't repaired.
        let repairs = format!("Repairs captureStream(): {}", engine != Engine::WebKit);
        let happens = ["Active: false", "Width: 640", "Removed: video: FaceTime HD"];
        let expected: Vec<_> =
            happens.into_iter().chain(besides).chain([&*repairs, "Done"]).collect();
        assert_eq!(lines, json!(expected), "{framework} in {engine}");
    }
}
