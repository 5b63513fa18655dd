//! The user agent removes tracks, and `removetrack` tells of it.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Function;
use mediastream_polyfill::{MediaStreamTrackEvent, StreamController};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{AddEventListenerOptions, ErrorEvent, Event, EventTarget, MediaStreamTrackState};

use crate::listeners::{Log, function, listen};
use crate::scene::{Scene, track};

#[wasm_bindgen_test]
fn the_track_is_out_of_the_set_before_the_event_and_otherwise_as_it_was() {
    let Scene { controller, stream, tracks: [a, b, c], .. } = Scene::new();
    let heard = Rc::new(Cell::new(false));
    listen(&stream.clone(), "removetrack", {
        let (heard, b) = (heard.clone(), b.clone());
        move |event: MediaStreamTrackEvent| {
            assert_eq!(event.track(), b);
            assert_eq!(stream.tracks(), [a.clone(), c.clone()]);
            assert_eq!((b.ready_state(), b.muted()), (MediaStreamTrackState::Live, false));
            heard.set(true);
        }
    });
    controller.remove_track(&b).unwrap();
    assert!(heard.get(), "the event had been dispatched when the call returned");
}

#[wasm_bindgen_test]
fn the_event_is_a_media_stream_track_event_at_the_stream_alone() {
    let Scene { controller, stream, tracks: [a, ..], log, .. } = Scene::new();
    listen(&stream.clone(), "removetrack", {
        let log = log.clone();
        move |event: Event| {
            assert!(event.is_instance_of::<MediaStreamTrackEvent>());
            assert_eq!(JsValue::from(event.to_string()), "[object MediaStreamTrackEvent]");
            let target: EventTarget = stream.clone().into();
            assert_eq!(event.target(), Some(target.clone()));
            assert_eq!(event.current_target(), Some(target.clone()));
            assert_eq!(event.event_phase(), Event::AT_TARGET);
            assert_eq!(event.composed_path().to_vec(), [JsValue::from(target)]);
            assert!(!event.bubbles() && !event.cancelable() && !event.composed());
            event.prevent_default();
            assert!(!event.default_prevented());
            log.write("checked");
        }
    });
    controller.remove_track(&a).unwrap();
    log.is(&["removetrack a", "checked"]);
}

#[wasm_bindgen_test]
fn what_script_removes_or_adds_itself_fires_nothing() {
    let scene = Scene::new();
    let [a, b, c] = &scene.tracks;
    scene.stream.remove_track(a).unwrap();
    a.stop();
    scene.stream.add_track(a).unwrap();
    scene.stream_has(&[b, c, a]);
    scene.stream.remove_track(b).unwrap();
    scene.controller.remove_track(b).unwrap();
    scene.log.is(&[]);
}

#[wasm_bindgen_test]
fn set_tracks_removes_in_the_order_of_the_set_then_adds_in_the_order_given() {
    let scene = Scene::new();
    let [_, b, _] = &scene.tracks;
    let (d, e) = (track("d"), track("e"));
    scene.set_tracks(&[&e, b, &d]);
    scene.log.is(&["removetrack a", "removetrack c", "addtrack e", "addtrack d"]);
    scene.stream_has(&[b, &e, &d]);
    scene.set_tracks(&[&d, &e, b]);
    scene.stream_has(&[b, &e, &d]);
    assert!(scene.stream.active());
    scene.set_tracks(&[]);
    assert!(!scene.stream.active());
}

#[wasm_bindgen_test]
fn set_tracks_takes_each_track_out_when_its_event_comes_not_before() {
    let scene = Scene::new();
    let sizes = Log::default();
    listen(&scene.stream, "removetrack", {
        let (stream, sizes) = (scene.stream.clone(), sizes.clone());
        move |_: Event| sizes.write(format!("{} left", stream.tracks().len()))
    });
    scene.set_tracks(&[]);
    sizes.is(&["2 left", "1 left", "0 left"]);
}

#[wasm_bindgen_test]
fn the_options_of_the_browsers_own_add_event_listener_hold() {
    let Scene { controller, stream, tracks: [a, b, _], .. } = Scene::new();
    let log = Log::default();
    let listener = |entry: &'static str| {
        let log = log.clone();
        function(move |_: Event| log.write(entry))
    };
    let once = AddEventListenerOptions::new();
    once.set_once(true);
    stream
        .add_event_listener_with_callback_and_add_event_listener_options(
            "removetrack",
            &listener("once"),
            &once,
        )
        .unwrap();
    let twice = listener("added twice");
    let removed = listener("removed");
    for function in [&twice, &twice, &removed] {
        stream.add_event_listener_with_callback("removetrack", function).unwrap();
    }
    stream.remove_event_listener_with_callback("removetrack", &removed).unwrap();
    controller.remove_track(&a).unwrap();
    controller.remove_track(&b).unwrap();
    log.is(&["once", "added twice", "added twice"]);
}

#[wasm_bindgen_test]
fn an_exception_in_a_listener_is_reported_and_stops_nothing() {
    let scene = Scene::new();
    let [a, b, c] = &scene.tracks;
    let throws = Function::new_no_args("throw new Error('of a listener')");
    let window = web_sys::window().unwrap();
    let reported = Log::default();
    let on_error = function({
        let reported = reported.clone();
        move |event: ErrorEvent| {
            event.prevent_default();
            reported.write(event.message().replace("Uncaught ", ""));
        }
    });
    // Between the two listeners of a new log.
    scene.stream.set_onremovetrack(Some(&throws));
    scene.stream.add_event_listener_with_callback("removetrack", &throws).unwrap();
    let after = Log::default();
    after.listen_to_stream(&scene.stream);

    window.add_event_listener_with_callback("error", &on_error).unwrap();
    scene.set_tracks(&[b]);
    window.remove_event_listener_with_callback("error", &on_error).unwrap();

    for log in [&scene.log, &after] {
        log.is(&["removetrack a", "removetrack c"]);
    }
    reported.is(&["Error: of a listener"; 4]);
    scene.stream_has(&[b]);
    assert_eq!([a, c].map(|track| track.ready_state()), [MediaStreamTrackState::Live; 2]);
}

#[wasm_bindgen_test]
fn controllers_of_one_stream_are_one_user_agent() {
    let scene = Scene::new();
    let [a, b, c] = &scene.tracks;
    StreamController::of(&scene.stream).unwrap().remove_track(a).unwrap();
    scene.controller.remove_track(a).unwrap();
    scene.log.is(&["removetrack a"]);
    scene.stream_has(&[b, c]);
}
