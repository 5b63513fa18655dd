//! What Rust has besides: listeners that are dropped, dictionaries, errors, and web-sys's types.

use js_sys::Reflect;
use mediastream_polyfill::{
    ConstrainDouble, DeviceKind, Error, ErrorKind, InstallOptions, Kind, MediaStream,
    MediaStreamConstraints, MediaStreamTrack, MediaTrackCapabilities, MediaTrackConstraintSet,
    MediaTrackSettings, NumberRange, StreamController, TrackSource, TrackSourceInit, VideoMode,
    VirtualDeviceInit, VirtualDevices, VirtualDevicesOptions, install_with_options,
};
use wasm_bindgen::{JsCast, JsValue};
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

#[wasm_bindgen_test]
fn errors_are_known_by_their_kind_and_stay_what_was_thrown() {
    let camera = source("camera");
    camera.end();
    let error = camera.create_track().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::InvalidState);
    assert!(error.to_string().contains("createTrack"), "{error}");
    assert!(JsValue::from(error).is_instance_of::<web_sys::DomException>());
    let other = Error::from(JsValue::from_str("thrown"));
    assert_eq!((other.kind(), other.value()), (&ErrorKind::Other, &JsValue::from_str("thrown")));
}

/// A camera of 1280×720.
fn init() -> TrackSourceInit {
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
async fn settings_capabilities_and_constraints_come_and_go_as_they_are() {
    let camera = TrackSource::new(Kind::Video, &init()).unwrap();
    assert_eq!((camera.kind(), camera.label().as_str()), (Kind::Video, "camera"));
    let track = camera.create_track().unwrap();
    assert_eq!(track.capabilities().unwrap().width, Some(NumberRange::new(1.0, 1280.0)));
    let half = MediaTrackConstraintSet { width: Some(640.0.into()), ..Default::default() };
    track.apply(&half.clone().into()).await.unwrap();
    assert_eq!(track.settings().unwrap().width, Some(640));
    assert_eq!(track.constraints().unwrap(), half.into());
    camera.set_settings(&MediaTrackSettings { height: Some(360), ..Default::default() }).unwrap();
    assert_eq!(track.settings().unwrap().height, Some(360));
}

#[wasm_bindgen_test]
async fn what_cannot_be_met_is_named() {
    let track = TrackSource::new(Kind::Video, &init()).unwrap().create_track().unwrap();
    let width = Some(ConstrainDouble::at_least(4096.0));
    let impossible = MediaTrackConstraintSet { width, ..Default::default() };
    let error = track.apply(&impossible.into()).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Overconstrained { constraint: "width".into() });
}

#[wasm_bindgen_test]
async fn virtual_devices_are_asked_for_media_and_are_unplugged() {
    let devices = VirtualDevices::new(VirtualDevicesOptions::default()).unwrap();
    let mut init = VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD");
    init.modes = vec![VideoMode { width: 1920, height: 1080, frame_rate: 30.0 }];
    let camera = devices.connect(&init).unwrap();
    let video = MediaStreamConstraints { video: Some(Default::default()), audio: None };
    let stream = devices.media_devices().user_media(&video).await.unwrap();
    let [track]: [MediaStreamTrack; 1] = stream.tracks().try_into().unwrap();
    assert_eq!(
        (track.label(), track.settings().unwrap().width),
        ("FaceTime HD".into(), Some(1920))
    );
    assert!(camera.in_use() && camera.connected());
    let log = Log::default();
    let _listener = track.on_ended({
        let log = log.clone();
        move |_| log.write("ended")
    });
    camera.disconnect();
    log.is(&["ended"]);
    let error = devices.media_devices().user_media(&video).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NotFound);
    devices.connect(&init).unwrap();
    devices.permit(false);
    let error = devices.media_devices().user_media(&video).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NotAllowed);
}

#[wasm_bindgen_test]
fn devices_are_installed_at_the_navigator_and_taken_away_again() {
    let devices = VirtualDevices::new(VirtualDevicesOptions::default()).unwrap();
    let host = js_sys::global();
    let navigator = Reflect::get(&host, &"navigator".into()).unwrap();
    let at_navigator = || Reflect::get(&navigator, &"mediaDevices".into()).unwrap();
    let before = at_navigator();
    let options = InstallOptions { legacy: true };
    let installation = install_with_options(&host, options, Some(&devices)).unwrap();
    assert_eq!(at_navigator(), JsValue::from(devices.media_devices()));
    installation.uninstall();
    assert_eq!(at_navigator(), before);
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
