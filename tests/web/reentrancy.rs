//! Listeners change the world between two events, and the rest heeds it.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, MediaStreamTrackState};

use crate::listeners::{Log, listen};
use crate::scene::{Scene, source, track};

#[wasm_bindgen_test]
fn a_track_that_a_listener_stops_hears_nothing_of_its_source_s_end() {
    let camera = source("camera");
    let [first, second] = [(); 2].map(|()| camera.create_track().unwrap());
    let log = Log::default();
    listen(&first, "ended", {
        let second = second.clone();
        move |_: Event| second.stop()
    });
    log.listen_to_track(&first, "first");
    log.listen_to_track(&second, "second");
    camera.end();
    log.is(&["ended first"]);
}

#[wasm_bindgen_test]
fn a_clone_that_a_listener_makes_ends_with_the_source_too() {
    let camera = source("camera");
    let [first, second] = [(); 2].map(|()| camera.create_track().unwrap());
    let log = Log::default();
    listen(&first, "ended", {
        let log = log.clone();
        move |_: Event| log.listen_to_track(&second.clone_track(), "clone")
    });
    camera.end();
    log.is(&["ended clone"]);
}

#[wasm_bindgen_test]
fn what_a_listener_removes_itself_fires_nothing_and_what_it_puts_back_stays() {
    let scene = Scene::new();
    let [a, b, c] = scene.tracks.clone();
    listen(&scene.stream, "removetrack", {
        let (stream, a, b) = (scene.stream.clone(), a.clone(), b.clone());
        move |_: Event| {
            stream.remove_track(&b).unwrap();
            stream.add_track(&a).unwrap();
        }
    });
    scene.set_tracks(&[]);
    scene.log.is(&["removetrack a", "removetrack c"]);
    scene.stream_has(&[&a]);
    assert_eq!(c.ready_state(), MediaStreamTrackState::Live);
}

#[wasm_bindgen_test]
fn a_listener_may_set_the_tracks_again() {
    let scene = Scene::new();
    let [a, ..] = scene.tracks.clone();
    let d = track("d");
    let once = web_sys::AddEventListenerOptions::new();
    once.set_once(true);
    let again = crate::listeners::function({
        let (controller, a) = (scene.controller.clone(), a.clone());
        move |_: Event| controller.set_tracks([&a]).unwrap()
    });
    scene
        .stream
        .add_event_listener_with_callback_and_add_event_listener_options(
            "removetrack",
            &again,
            &once,
        )
        .unwrap();
    scene.set_tracks(&[&d]);
    scene.log.is(&["removetrack a", "removetrack b", "removetrack c", "addtrack a", "addtrack d"]);
    scene.stream_has(&[&a, &d]);
}
