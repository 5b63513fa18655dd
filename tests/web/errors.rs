//! What fails does so with an [`Error`], known by its kind and its name.

use js_sys::Object;
use mediastream_polyfill::{Error, ErrorKind, MediaStream, MediaStreamTrack, StreamController};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::native_streams::captured;
use crate::scene::{source, track};

#[track_caller]
pub(crate) fn fails<T>(result: Result<T, Error>, kind: ErrorKind, name: &str) {
    let error = result.err().expect("an error");
    assert_eq!((error.kind(), error.name()), (&kind, name), "{error}");
    assert!(!error.to_string().is_empty());
}

#[wasm_bindgen_test]
fn an_error_stays_what_was_thrown() {
    let camera = source("camera");
    camera.end();
    let error = camera.create_track().unwrap_err();
    assert!(error.to_string().contains("createTrack"), "{error}");
    assert!(error.value().is_instance_of::<web_sys::DomException>());
    let value = error.value().clone();
    assert_eq!(JsValue::from(error), value);
}

#[wasm_bindgen_test]
fn a_source_that_has_ended_makes_no_tracks() {
    let camera = source("camera");
    camera.end();
    fails(camera.create_track(), ErrorKind::InvalidState, "InvalidStateError");
}

#[wasm_bindgen_test]
fn what_takes_a_track_of_ours_refuses_a_browser_s_own() {
    let (_, native) = captured();
    let cast: &MediaStreamTrack = native.unchecked_ref();
    let stream = MediaStream::new([&track("ours")]).unwrap();
    let controller = StreamController::of(&stream).unwrap();
    fails(MediaStream::new([cast]), ErrorKind::Type, "TypeError");
    fails(StreamController::new([cast]), ErrorKind::Type, "TypeError");
    for refused in [
        stream.add_track(&native),
        stream.remove_track(&native),
        controller.add_track(&native),
        controller.remove_track(&native),
        controller.set_tracks([&native]),
    ] {
        fails(refused, ErrorKind::Type, "TypeError");
    }
    assert_eq!(stream.tracks().len(), 1);
}

#[wasm_bindgen_test]
fn nobody_is_the_user_agent_of_what_is_no_stream() {
    let object = Object::new();
    fails(StreamController::of(object.unchecked_ref()), ErrorKind::Type, "TypeError");
}

#[wasm_bindgen_test]
fn what_is_no_track_has_no_settings() {
    let object = Object::new();
    let cast: &MediaStreamTrack = object.unchecked_ref();
    fails(cast.settings(), ErrorKind::Type, "TypeError");
    fails(cast.capabilities(), ErrorKind::Type, "TypeError");
    fails(cast.constraints(), ErrorKind::Type, "TypeError");
}

#[cfg(feature = "install")]
#[wasm_bindgen_test]
fn a_host_that_cannot_be_written_to_is_not_installed_into() {
    use mediastream_polyfill::{InstallOptions, install_with_options};

    let host = Object::freeze(&Object::new());
    let refused = install_with_options(&host, InstallOptions::default());
    fails(refused, ErrorKind::Type, "TypeError");
}

#[cfg(not(feature = "devices"))]
#[wasm_bindgen_test]
async fn without_the_feature_constraints_are_refused_by_its_name() {
    let promise = track("camera").apply_constraints().unwrap();
    let error = Error::from(wasm_bindgen_futures::JsFuture::from(promise).await.unwrap_err());
    assert!(error.to_string().contains("feature `devices`"), "{error}");
}

#[wasm_bindgen_test]
fn what_is_thrown_and_no_error_has_no_name() {
    fails::<()>(Err(JsValue::from_str("thrown").into()), ErrorKind::Other, "");
    let syntax: JsValue = js_sys::SyntaxError::new("of the page").into();
    fails::<()>(Err(syntax.into()), ErrorKind::Other, "SyntaxError");
}
