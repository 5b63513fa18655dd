//! `captureStream()` where the engine's elements have none: the checks are in
//! `pages/rendered-capture.js`. Chromium and Firefox run them without their own; the sound is WebKit's
//! alone.

use browser_tests::{Engine, every_check_holds};
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
    // Wide and dark for a second, then small and bright.
    let film = json!({ "resizingFilm": "/tests/browsers/pages/resizing-film.webm" });
    let names = every_check_holds(engine, "rendered-capture.js", &film);
    assert_eq!(names.iter().any(|name| name.contains("sound")), engine == Engine::WebKit);
}
