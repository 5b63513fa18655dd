//! `on…` attributes, over a browser's own listener list.

use js_sys::{Object, Reflect};
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
    stream.set_onremovetrack(Some(&writing(&log, "first handler")));
    stream.add_event_listener_with_callback("removetrack", &writing(&log, "listener")).unwrap();
    stream.set_onremovetrack(Some(&writing(&log, "second handler")));
    controller.remove_track(&a).unwrap();
    stream.set_onremovetrack(None);
    stream.set_onremovetrack(Some(&writing(&log, "third handler")));
    controller.remove_track(&b).unwrap();
    log.is(&["second handler", "listener", "listener", "third handler"]);
}

#[wasm_bindgen_test]
fn a_handler_is_the_object_that_was_set_and_a_primitive_makes_it_null() {
    let Scene { controller, stream, tracks: [a, ..], log, .. } = Scene::new();
    let set = |value: &JsValue| Reflect::set(&stream, &"onremovetrack".into(), value).unwrap();
    let get = || Reflect::get(&stream, &"onremovetrack".into()).unwrap();
    assert!(get().is_null());
    let object = JsValue::from(Object::new());
    set(&object);
    assert_eq!(get(), object);
    controller.remove_track(&a).unwrap();
    log.is(&["removetrack a"]);
    set(&5.into());
    assert!(get().is_null());
}

#[wasm_bindgen_test]
fn onended_runs_when_the_source_ends() {
    let camera = source("camera");
    let track = camera.create_track().unwrap();
    let log = Log::default();
    track.set_onended(Some(&writing(&log, "onended")));
    listen(&track, "ended", {
        let log = log.clone();
        move |_: Event| log.write("listener")
    });
    camera.end();
    log.is(&["onended", "listener"]);
}
