//! What Rust has besides: listeners that are dropped, dictionaries, and web-sys's types.

use mediastream_polyfill::{
    Kind, MediaStream, MediaTrackCapabilities, MediaTrackConstraints, MediaTrackSettings,
    NumberRange, StreamController, TrackSource, TrackSourceInit,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::listeners::Log;
use crate::scene::{Scene, source, track};

#[wasm_bindgen_test]
fn on_remove_track_calls_until_its_listener_is_dropped() {
    let Scene { controller, stream, tracks: [a, b, c], .. } = Scene::new();
    let log = Log::default();
    let listener = stream.on_remove_track({
        let log = log.clone();
        move |event| log.write(format!("{}: {}", event.track().kind(), event.track().label()))
    });
    controller.remove_track(&a).unwrap();
    drop(listener);
    controller.remove_track(&b).unwrap();
    stream
        .on_remove_track({
            let log = log.clone();
            move |event| log.write(event.track().label())
        })
        .forget();
    controller.remove_track(&c).unwrap();
    log.is(&["video: a", "c"]);
}

#[wasm_bindgen_test]
fn a_listener_may_remove_the_next_track_and_is_called_while_it_runs() {
    let Scene { controller, stream, tracks: [a, b, _], .. } = Scene::new();
    let log = Log::default();
    let _listener = stream.on_remove_track({
        let (log, controller) = (log.clone(), controller.clone());
        move |event| {
            log.write(event.track().label());
            controller.remove_track(&b).unwrap();
        }
    });
    controller.remove_track(&a).unwrap();
    log.is(&["a", "b"]);
}

#[wasm_bindgen_test]
fn tracks_tell_when_they_are_muted_and_end() {
    let camera = source("camera");
    let track = camera.create_track().unwrap();
    let log = Log::default();
    let write = |entry: &'static str| {
        let log = log.clone();
        move |_| log.write(entry)
    };
    let _listeners = [
        track.on_mute(write("mute")),
        track.on_unmute(write("unmute")),
        track.on_ended(write("ended")),
    ];
    camera.mute();
    camera.unmute();
    camera.end();
    log.is(&["mute", "unmute", "ended"]);
}

#[wasm_bindgen_test]
fn they_are_web_sys_s_types_as_well_and_back_again() {
    let [a, b] = ["a", "b"].map(track);
    let stream = MediaStream::new([&a, &b, &a]).unwrap();
    assert_eq!(stream.tracks(), [a.clone(), b.clone()]);
    assert_eq!(stream.track_by_id(&b.id()), Some(b));
    let theirs: web_sys::MediaStream = stream.clone().into();
    assert_eq!(theirs.get_tracks().length(), 2);
    assert_eq!(theirs.dyn_into::<MediaStream>().unwrap(), stream);
    let native = web_sys::MediaStream::new().unwrap();
    assert!(native.dyn_into::<MediaStream>().is_err());
    assert!(a.dyn_ref::<MediaStream>().is_none());
}

#[wasm_bindgen_test]
fn a_clone_is_the_same_object_and_clone_track_another_track_of_the_source() {
    let camera = source("camera");
    let track = camera.create_track().unwrap();
    assert_eq!(track.clone(), track);
    let other = track.clone_track();
    assert_ne!(other, track);
    let stream = MediaStream::new([&track]).unwrap();
    assert_eq!(stream.clone(), stream);
    assert_ne!(stream.clone_stream().tracks(), stream.tracks());
    track.stop();
    other.stop();
    assert!(camera.in_use(), "the clone's clone is live");
}

/// A camera of 1280×720.
pub(crate) fn init() -> TrackSourceInit {
    TrackSourceInit {
        label: "camera".into(),
        settings: MediaTrackSettings { width: Some(1280), height: Some(720), ..Default::default() },
        capabilities: MediaTrackCapabilities {
            width: Some(NumberRange::new(1.0, 1280.0)),
            height: Some(NumberRange::new(1.0, 720.0)),
            ..Default::default()
        },
        modes: vec![],
    }
}

#[wasm_bindgen_test]
fn settings_and_capabilities_come_and_go_as_they_are() {
    let camera = TrackSource::new(Kind::Video, &init()).unwrap();
    assert_eq!((camera.kind(), camera.label().as_str()), (Kind::Video, "camera"));
    let track = camera.create_track().unwrap();
    assert_eq!(track.capabilities().unwrap().width, Some(NumberRange::new(1.0, 1280.0)));
    camera.set_settings(&MediaTrackSettings { height: Some(360), ..Default::default() }).unwrap();
    let settings = track.settings().unwrap();
    assert_eq!((settings.width, settings.height), (Some(1280), Some(360)));
    assert_eq!(track.constraints().unwrap(), MediaTrackConstraints::default());
}

#[wasm_bindgen_test]
fn a_browser_s_own_stream_is_listened_to_as_the_package_s_are() {
    let canvas: web_sys::HtmlCanvasElement = web_sys::window()
        .unwrap()
        .document()
        .unwrap()
        .create_element("canvas")
        .unwrap()
        .unchecked_into();
    canvas.get_context("2d").unwrap();
    let native: MediaStream = canvas.capture_stream().unwrap().unchecked_into();
    let log = Log::default();
    let _listener = native.on_remove_track({
        let log = log.clone();
        move |event| log.write(event.track().kind())
    });
    let controller = StreamController::of(&native).unwrap();
    controller.remove_track(&native.tracks()[0]).unwrap();
    log.is(&["video"]);
}
