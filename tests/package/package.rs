//! The package's classes, as Rust sees them. What they take of the host is web-sys's.

use js_sys::{Function, Object};
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget};

// One file, since that is what wasm-bindgen copies.
#[wasm_bindgen(module = "/target/package/index.js")]
extern "C" {
    #[wasm_bindgen(extends = EventTarget)]
    #[derive(Clone, Debug, PartialEq)]
    pub(crate) type MediaStream;

    #[wasm_bindgen(constructor)]
    pub(crate) fn new() -> MediaStream;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn active(this: &MediaStream) -> bool;

    #[wasm_bindgen(method, js_name = getTracks)]
    pub(crate) fn get_tracks(this: &MediaStream) -> Vec<MediaStreamTrack>;

    #[wasm_bindgen(method, js_name = addTrack)]
    pub(crate) fn add_track(this: &MediaStream, track: &MediaStreamTrack);

    #[wasm_bindgen(method, js_name = removeTrack)]
    pub(crate) fn remove_track(this: &MediaStream, track: &MediaStreamTrack);

    #[wasm_bindgen(method, getter)]
    pub(crate) fn onremovetrack(this: &MediaStream) -> JsValue;

    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_onremovetrack(this: &MediaStream, value: &JsValue);

    #[wasm_bindgen(extends = EventTarget)]
    #[derive(Clone, Debug, PartialEq)]
    pub(crate) type MediaStreamTrack;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn label(this: &MediaStreamTrack) -> String;

    #[wasm_bindgen(method, getter, js_name = readyState)]
    pub(crate) fn ready_state(this: &MediaStreamTrack) -> String;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn muted(this: &MediaStreamTrack) -> bool;

    #[wasm_bindgen(method)]
    pub(crate) fn stop(this: &MediaStreamTrack);

    #[wasm_bindgen(method, js_name = clone)]
    pub(crate) fn clone_track(this: &MediaStreamTrack) -> MediaStreamTrack;

    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_onended(this: &MediaStreamTrack, value: &JsValue);

    #[wasm_bindgen(extends = Event)]
    #[derive(Clone, Debug)]
    pub(crate) type MediaStreamTrackEvent;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn track(this: &MediaStreamTrackEvent) -> MediaStreamTrack;

    #[derive(Clone)]
    pub(crate) type TrackSource;

    #[wasm_bindgen(constructor)]
    pub(crate) fn new(kind: &str, init: &Object) -> TrackSource;

    #[wasm_bindgen(method, js_name = createTrack)]
    pub(crate) fn create_track(this: &TrackSource) -> MediaStreamTrack;

    #[wasm_bindgen(method)]
    pub(crate) fn mute(this: &TrackSource);

    #[wasm_bindgen(method)]
    pub(crate) fn unmute(this: &TrackSource);

    #[wasm_bindgen(method)]
    pub(crate) fn end(this: &TrackSource);

    #[wasm_bindgen(method, getter, js_name = inUse)]
    pub(crate) fn in_use(this: &TrackSource) -> bool;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn observed(this: &TrackSource) -> bool;

    #[derive(Clone)]
    pub(crate) type StreamController;

    #[wasm_bindgen(constructor)]
    pub(crate) fn new(tracks: Vec<MediaStreamTrack>) -> StreamController;

    /// Of a stream of the package's, or of the browser's own.
    #[wasm_bindgen(static_method_of = StreamController, catch)]
    pub(crate) fn of(stream: &EventTarget) -> Result<StreamController, JsValue>;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn stream(this: &StreamController) -> MediaStream;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn observed(this: &StreamController) -> bool;

    #[wasm_bindgen(method, catch, js_name = addTrack)]
    pub(crate) fn add_track(this: &StreamController, track: &EventTarget) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = removeTrack)]
    pub(crate) fn remove_track(this: &StreamController, track: &EventTarget)
    -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = setTracks)]
    pub(crate) fn set_tracks(
        this: &StreamController,
        tracks: Vec<EventTarget>,
    ) -> Result<(), JsValue>;

    pub(crate) type Installation;

    pub(crate) fn install(host: &Object) -> Installation;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn provided(this: &Installation) -> Vec<String>;

    #[wasm_bindgen(method)]
    pub(crate) fn uninstall(this: &Installation);
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = EventTarget)]
    pub(crate) type HostEventTarget;

    /// `EventTarget.prototype.addEventListener.call(target, …)`: past the package's own method.
    #[wasm_bindgen(method, final, js_class = EventTarget, js_name = addEventListener)]
    pub(crate) fn add_event_listener(this: &HostEventTarget, event_type: &str, listener: &Function);
}
