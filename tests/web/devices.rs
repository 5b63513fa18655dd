//! Virtual devices and constraints, which the feature `devices` brings.

use js_sys::{Object, Reflect};
use mediastream_polyfill::{
    ConstrainDouble, DeviceKind, Error, ErrorKind, InstallOptions, Kind, MediaDevices,
    MediaStreamConstraints, MediaStreamTrack, MediaTrackConstraintSet, MediaTrackSettings,
    TrackSource, VideoMode, VirtualDeviceInit, VirtualDevices, VirtualDevicesOptions,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::bindings::init;
use crate::errors::fails;
use crate::listeners::Log;

#[wasm_bindgen_test]
async fn constraints_choose_settings_and_come_back_as_they_are() {
    let track = TrackSource::new(Kind::Video, &init()).unwrap().create_track().unwrap();
    let half = MediaTrackConstraintSet { width: Some(640.0.into()), ..Default::default() };
    track.apply(&half.clone().into()).await.unwrap();
    assert_eq!(track.settings().unwrap().width, Some(640));
    assert_eq!(track.constraints().unwrap(), half.into());
}

#[wasm_bindgen_test]
async fn what_cannot_be_met_is_named() {
    let track = TrackSource::new(Kind::Video, &init()).unwrap().create_track().unwrap();
    let width = Some(ConstrainDouble::at_least(4096.0));
    let impossible = MediaTrackConstraintSet { width, ..Default::default() };
    let refused = track.apply(&impossible.into()).await;
    overconstrained(refused, "width");
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
}

#[wasm_bindgen_test]
async fn each_failure_of_user_media_is_known_by_its_kind_and_its_name() {
    let options = VirtualDevicesOptions { exposed: true, ..Default::default() };
    let devices = VirtualDevices::new(options).unwrap();
    let media_devices = devices.media_devices();
    let nothing = MediaStreamConstraints::default();
    fails(media_devices.user_media(&nothing).await, ErrorKind::Type, "TypeError");
    let video = MediaStreamConstraints { video: Some(Default::default()), audio: None };
    fails(media_devices.user_media(&video).await, ErrorKind::NotFound, "NotFoundError");

    let camera =
        devices.connect(&VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD")).unwrap();
    let frame_rate = Some(ConstrainDouble::at_least(1000.0));
    let fast = MediaTrackConstraintSet { frame_rate, ..Default::default() };
    let fast = MediaStreamConstraints { video: Some(fast.into()), audio: None };
    overconstrained(media_devices.user_media(&fast).await, "frameRate");
    camera.set_busy(true);
    fails(media_devices.user_media(&video).await, ErrorKind::NotReadable, "NotReadableError");
    camera.set_busy(false);
    devices.permit(false);
    fails(media_devices.user_media(&video).await, ErrorKind::NotAllowed, "NotAllowedError");
}

#[wasm_bindgen_test]
async fn a_browser_that_lacks_user_media_says_so_with_a_type_error() {
    let object = Object::new();
    let cast: &MediaDevices = object.unchecked_ref();
    let refused = cast.user_media(&MediaStreamConstraints::default()).await;
    fails(refused, ErrorKind::Type, "TypeError");
    let cast: &MediaStreamTrack = object.unchecked_ref();
    fails(cast.apply(&Default::default()).await, ErrorKind::Type, "TypeError");
}

#[wasm_bindgen_test]
fn what_is_told_of_a_device_does_not_contradict_itself() {
    let devices = VirtualDevices::new(VirtualDevicesOptions::default()).unwrap();
    let mut init = VirtualDeviceInit::new(DeviceKind::AudioInput, "AirPods");
    init.device_id = Some("airpods".into());
    let microphone = devices.connect(&init).unwrap();
    fails(devices.connect(&init), ErrorKind::Type, "TypeError");
    init.device_id = None;
    init.modes = vec![VideoMode { width: 640, height: 480, frame_rate: 30.0 }];
    fails(devices.connect(&init), ErrorKind::Type, "TypeError");
    let other = MediaTrackSettings { device_id: Some("other".into()), ..Default::default() };
    fails(microphone.set_settings(&other), ErrorKind::Type, "TypeError");
    let frozen = Object::freeze(&Object::new());
    let refused = devices.install_with_options(&frozen, InstallOptions::default());
    fails(refused, ErrorKind::Type, "TypeError");
}

#[track_caller]
fn overconstrained<T>(result: Result<T, Error>, constraint: &str) {
    let constraint = constraint.to_owned();
    fails(result, ErrorKind::Overconstrained { constraint }, "OverconstrainedError");
}

#[wasm_bindgen_test]
fn devices_are_installed_at_the_navigator_and_taken_away_again() {
    let devices = VirtualDevices::new(VirtualDevicesOptions::default()).unwrap();
    let host = js_sys::global();
    let navigator = Reflect::get(&host, &"navigator".into()).unwrap();
    let at_navigator = || Reflect::get(&navigator, &"mediaDevices".into()).unwrap();
    let before = at_navigator();
    for installation in [
        devices.install().unwrap(),
        devices.install_with_options(&host, InstallOptions { legacy: true }).unwrap(),
    ] {
        assert_eq!(at_navigator(), JsValue::from(devices.media_devices()));
        installation.uninstall();
    }
    assert_eq!(at_navigator(), before);
}
