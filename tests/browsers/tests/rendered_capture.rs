//! `captureStream()` where the engine's elements have none: the checks are in
//! `pages/rendered-capture.js`. Chromium and Firefox run them without their own; the sound is WebKit's
//! alone.

use std::process::Command;

use browser_tests::{Browser, Engine};
use serde_json::json;

#[test]
fn in_chromium_every_check_of_a_rendered_capture_holds() {
    every_check_of_a_rendered_capture_holds(Engine::Chromium);
}

#[test]
fn in_firefox_every_check_of_a_rendered_capture_holds() {
    every_check_of_a_rendered_capture_holds(Engine::Firefox);
}

#[test]
fn in_webkit_every_check_of_a_rendered_capture_holds() {
    every_check_of_a_rendered_capture_holds(Engine::WebKit);
}

fn every_check_of_a_rendered_capture_holds(engine: Engine) {
    let film = json!({ "resizingFilm": film() });
    let browser = Browser::launch(engine);
    // Of an element in sixty, of a track in fifteen WebKitGTK's Web Audio hears nothing or not all, whoever
    // asks; and some of its elements never finish to seek.
    let attempts = if engine == Engine::WebKit { 5 } else { 1 };
    let names = browser.every_check_holds("rendered-capture.js", &film, attempts);
    assert_eq!(names.iter().any(|name| name.contains("sound")), engine == Engine::WebKit);
}

/// A film that changes its size, as an address; the two of the demo are there then as well.
fn film() -> String {
    let run = |script: &str| {
        let output = Command::new("node").arg(xtask::root().join(script)).output().expect("Node");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    run("www/media/generate.mjs");
    format!("data:video/webm;base64,{}", run("tests/browsers/pages/resizing-film.mjs"))
}
