//! A source ends, is muted or unmuted: its tracks tell.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::listeners::{Log, listen};
use crate::scene::source;

#[wasm_bindgen_test]
fn the_tracks_of_a_source_end_in_the_order_of_their_creation() {
    let camera = source("camera");
    let log = Log::default();
    for name in ["first", "second", "third"] {
        log.listen_to_track(&camera.create_track().unwrap(), name);
    }
    camera.end();
    log.is(&["ended first", "ended second", "ended third"]);
    assert!(!camera.in_use());
}

#[wasm_bindgen_test]
fn a_track_is_muted_once_and_a_stopped_one_hears_nothing() {
    let camera = source("camera");
    let [track, stopped] = [(); 2].map(|()| camera.create_track().unwrap());
    let log = Log::default();
    log.listen_to_track(&track, "track");
    log.listen_to_track(&stopped, "stopped");
    stopped.stop();
    camera.mute();
    camera.mute();
    camera.unmute();
    log.is(&["mute track", "unmute track"]);
}

#[wasm_bindgen_test]
fn a_track_has_ended_when_its_event_comes_and_the_next_is_still_live() {
    let camera = source("camera");
    let [first, second] = [(); 2].map(|()| camera.create_track().unwrap());
    let log = Log::default();
    listen(&first.clone(), "ended", {
        let log = log.clone();
        move |_: Event| log.write(format!("{:?} {:?}", first.ready_state(), second.ready_state()))
    });
    camera.end();
    log.is(&["Ended Live"]);
}
