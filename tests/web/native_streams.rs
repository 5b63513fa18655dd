//! A browser's own streams lose and gain tracks, and its own `removetrack` tells of it.

use mediastream_polyfill::{Error, ErrorKind, StreamController};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    CanvasRenderingContext2d, HtmlCanvasElement, MediaStream, MediaStreamTrack,
    MediaStreamTrackEvent,
};

use crate::listeners::{Log, function};
use crate::scene::{Scene, track};

/// What a canvas gives: the browser's own stream, with the browser's own track.
pub(crate) fn captured() -> (MediaStream, MediaStreamTrack) {
    let document = web_sys::window().unwrap().document().unwrap();
    let canvas: HtmlCanvasElement = document.create_element("canvas").unwrap().unchecked_into();
    let _: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().unchecked_into();
    let stream = canvas.capture_stream().unwrap();
    let track = stream.get_tracks().get(0).unchecked_into();
    (stream, track)
}

fn onremovetrack(stream: &MediaStream, log: &Log) {
    let handler = function({
        let (stream, log) = (Clone::clone(stream), log.clone());
        move |event: MediaStreamTrackEvent| {
            let track = event.track();
            log.write(format!("{} {}", track.kind(), stream.get_tracks().includes(&track, 0)));
        }
    });
    stream.set_onremovetrack(Some(&handler));
}

#[wasm_bindgen_test]
fn a_native_stream_loses_a_track_and_its_own_handler_hears_of_it() {
    let (stream, track) = captured();
    let log = Log::default();
    onremovetrack(&stream, &log);
    let controller = StreamController::of(&stream).unwrap();
    controller.remove_track(&track).unwrap();
    controller.remove_track(&track).unwrap();
    log.is(&["video false"]);
    assert_eq!(stream.get_tracks().length(), 0);
}

#[wasm_bindgen_test]
fn what_script_removed_from_a_native_stream_is_not_removed_again() {
    let (stream, track) = captured();
    let log = Log::default();
    let controller = StreamController::of(&stream).unwrap();
    controller.set_tracks([&track]).unwrap();
    onremovetrack(&stream, &log);
    stream.remove_track(&track);
    controller.set_tracks::<MediaStreamTrack>([]).unwrap();
    log.is(&[]);
    controller.add_track(&track).unwrap();
    controller.set_tracks::<MediaStreamTrack>([]).unwrap();
    log.is(&["video false"]);
}

#[wasm_bindgen_test]
fn a_controller_takes_only_tracks_of_its_stream_s_kind() {
    let (stream, native) = captured();
    let controller = StreamController::of(&stream).unwrap();
    let is_type_error =
        |result: Result<(), Error>| result.is_err_and(|error| *error.kind() == ErrorKind::Type);
    assert!(is_type_error(controller.add_track(track("ours"))));
    assert!(is_type_error(controller.set_tracks([track("ours")])));
    assert_eq!(stream.get_tracks().length(), 1);
    assert!(stream.get_tracks().includes(&native, 0));
    let scene = Scene::new();
    assert!(is_type_error(scene.controller.add_track(&native)));
    scene.log.is(&[]);
}
