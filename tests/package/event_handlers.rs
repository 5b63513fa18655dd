//! `on…` attributes, over a browser's own listener list.

use js_sys::Object;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::listeners::{Log, function, listen};
use crate::scene::{Scene, source};

fn writing(log: &Log, entry: &'static str) -> js_sys::Function {
    let log = log.clone();
    function(move |_: Event| log.write(entry))
}

#[wasm_bindgen_test]
fn a_handler_keeps_its_place_among_the_listeners_until_it_is_null() {
    let Scene { controller, stream, tracks: [a, b, _], .. } = Scene::new();
    let log = Log::default();
    stream.set_onremovetrack(&writing(&log, "first handler"));
    stream.add_event_listener_with_callback("removetrack", &writing(&log, "listener")).unwrap();
    stream.set_onremovetrack(&writing(&log, "second handler"));
    controller.remove_track(&a).unwrap();
    stream.set_onremovetrack(&JsValue::NULL);
    stream.set_onremovetrack(&writing(&log, "third handler"));
    controller.remove_track(&b).unwrap();
    log.is(&["second handler", "listener", "listener", "third handler"]);
}

#[wasm_bindgen_test]
fn a_handler_is_the_object_that_was_set_and_a_primitive_makes_it_null() {
    let Scene { controller, stream, tracks: [a, ..], log, .. } = Scene::new();
    assert!(stream.onremovetrack().is_null());
    let object = Object::new();
    stream.set_onremovetrack(&object);
    assert_eq!(stream.onremovetrack(), JsValue::from(object));
    controller.remove_track(&a).unwrap();
    log.is(&["removetrack a"]);
    stream.set_onremovetrack(&5.into());
    assert!(stream.onremovetrack().is_null());
}

#[wasm_bindgen_test]
fn onended_runs_when_the_source_ends() {
    let camera = source("camera");
    let track = camera.create_track();
    let log = Log::default();
    track.set_onended(&writing(&log, "onended"));
    listen(&track, "ended", {
        let log = log.clone();
        move |_: Event| log.write("listener")
    });
    camera.end();
    log.is(&["onended", "listener"]);
}
