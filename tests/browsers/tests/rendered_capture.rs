//! `captureStream()` where the engine's elements have none: the checks are in
//! `pages/rendered-capture.js`. Chromium and Firefox run them without their own; the sound is WebKit's
//! alone.

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
    // Wide and dark for a second, small and bright for two.
    let film = json!({ "resizingFilm": "/tests/browsers/pages/resizing-film.webm" });
    let browser = Browser::launch(engine);
    // Of an element in sixty, of a track in fifteen WebKitGTK's Web Audio hears nothing or not all, whoever
    // asks; and some of its elements never finish to seek.
    let attempts = if engine == Engine::WebKit { 5 } else { 1 };
    let names = browser.every_check_holds("rendered-capture.js", &film, attempts);
    assert_eq!(names.iter().any(|name| name.contains("sound")), engine == Engine::WebKit);
}
