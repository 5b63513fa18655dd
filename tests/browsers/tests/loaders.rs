//! The page that each bundler has built (`tests/loaders/build.mjs`) does in a browser what its source says.

use std::fs;

use browser_tests::{Browser, Engine, holds_in};
use serde_json::json;

#[test]
fn in_chromium_what_each_bundler_makes_works() {
    holds_in(Engine::Chromium, what_each_bundler_makes_works);
}

#[test]
fn in_firefox_what_each_bundler_makes_works() {
    holds_in(Engine::Firefox, what_each_bundler_makes_works);
}

#[test]
fn in_webkit_what_each_bundler_makes_works() {
    holds_in(Engine::WebKit, what_each_bundler_makes_works);
}

fn what_each_bundler_makes_works(engine: Engine) {
    let built = xtask::root().join("target/loaders");
    let browser = Browser::launch(engine);
    let mut pages = 0;
    for folder in fs::read_dir(&built).expect("the built pages: `cargo xtask test loaders`") {
        let name = folder.unwrap().file_name().into_string().unwrap();
        browser.goto(&format!("/target/loaders/{name}/main/index.html"));
        let done = "document.querySelector('#events').textContent.includes('Done')";
        browser.try_until(done).unwrap_or_else(|error| panic!("{name}: {error:#}"));
        let lines = browser.run(
            "return Array.from(document.querySelectorAll('#events li'), (item) => item.textContent)",
            &[],
        );
        // WebKit has no captureStream(): what is provided isn't repaired.
        let repairs = engine != Engine::WebKit;
        let expected = json!([
            "Width: 640",
            "Removed: video: FaceTime HD",
            format!("Repairs captureStream(): {repairs}"),
            "Done"
        ]);
        assert_eq!(lines, expected, "{name} in {engine}");
        pages += 1;
    }
    assert!(pages > 0, "no page is built");
}
