//! Whether anyone ever listened. Events come in either case.

use mediastream_polyfill::StreamController;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::listeners::{Log, function, listen};
use crate::past_the_shim::HostEventTarget;
use crate::scene::{source, track};

#[wasm_bindgen_test]
fn a_listener_for_its_events_makes_a_stream_observed_and_another_does_not() {
    let controller = StreamController::new([track("a")]).unwrap();
    listen(&controller.stream(), "click", |_: Event| {});
    assert!(!controller.observed());
    listen(&controller.stream(), "removetrack", |_: Event| {});
    assert!(controller.observed());
}

#[wasm_bindgen_test]
fn a_handler_of_a_track_makes_its_source_observed() {
    let camera = source("camera");
    let track = camera.create_track().unwrap();
    assert!(!camera.observed());
    track.set_onended(Some(&function(|_: Event| {})));
    assert!(camera.observed());
}

#[wasm_bindgen_test]
fn a_listener_that_was_added_past_the_shim_hears_all_the_same() {
    let camera = source("camera");
    let track = camera.create_track().unwrap();
    let log = Log::default();
    let listener = function({
        let log = log.clone();
        move |_: Event| log.write("ended")
    });
    track.unchecked_ref::<HostEventTarget>().add_event_listener("ended", &listener);
    assert!(!camera.observed());
    camera.end();
    log.is(&["ended"]);
}
