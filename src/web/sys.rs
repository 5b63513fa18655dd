//! The package's classes as wasm-bindgen binds them. What is easier to use from Rust is in the files of their names.

use alloc::{string::String, vec::Vec};

use js_sys::{Array, Object, Promise};
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget};

// One file, since wasm-bindgen copies no more. `cargo xtask build` makes it.
#[wasm_bindgen(module = "/src/web/mediastream-polyfill.js")]
extern "C" {
    /// A group of audio and video tracks, of the package's own class.
    ///
    /// <https://w3c.github.io/mediacapture-main/#mediastream>
    #[wasm_bindgen(extends = web_sys::MediaStream, extends = EventTarget, extends = Object)]
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub type MediaStream;

    #[wasm_bindgen(constructor, catch)]
    pub(super) fn with_tracks(tracks: &Array) -> Result<MediaStream, JsValue>;

    /// One track of one source, of the package's own class.
    ///
    /// <https://w3c.github.io/mediacapture-main/#mediastreamtrack>
    #[wasm_bindgen(extends = web_sys::MediaStreamTrack, extends = EventTarget, extends = Object)]
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub type MediaStreamTrack;

    #[wasm_bindgen(method, js_name = getSettings)]
    pub(super) fn get_settings_object(this: &MediaStreamTrack) -> JsValue;

    #[wasm_bindgen(method, js_name = getCapabilities)]
    pub(super) fn get_capabilities_object(this: &MediaStreamTrack) -> JsValue;

    #[wasm_bindgen(method, js_name = getConstraints)]
    pub(super) fn get_constraints_object(this: &MediaStreamTrack) -> JsValue;

    #[wasm_bindgen(method, js_name = applyConstraints)]
    pub(super) fn apply_constraints_object(
        this: &MediaStreamTrack,
        constraints: &JsValue,
    ) -> Promise;

    /// The event of `addtrack` and `removetrack`, of the package's own class.
    ///
    /// <https://w3c.github.io/mediacapture-main/#mediastreamtrackevent>
    #[wasm_bindgen(extends = web_sys::MediaStreamTrackEvent, extends = Event, extends = Object)]
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub type MediaStreamTrackEvent;

    /// The track that was added or removed.
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastreamtrackevent-track>
    #[wasm_bindgen(method, getter)]
    pub fn track(this: &MediaStreamTrackEvent) -> MediaStreamTrack;

    /// A source of tracks, as a camera or a microphone is: the user agent's side of a track. When its methods return,
    /// every event has been fired.
    ///
    /// <https://w3c.github.io/mediacapture-main/#dfn-source>
    #[wasm_bindgen(extends = Object)]
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub type TrackSource;

    #[wasm_bindgen(constructor, catch)]
    pub(super) fn with_init_object(kind: &str, init: &JsValue) -> Result<TrackSource, JsValue>;

    #[wasm_bindgen(method, getter, js_name = kind)]
    pub(super) fn kind_string(this: &TrackSource) -> String;

    /// The label of its tracks.
    #[wasm_bindgen(method, getter)]
    pub fn label(this: &TrackSource) -> String;

    /// Whether its tracks are muted, those to come included.
    #[wasm_bindgen(method, getter)]
    pub fn muted(this: &TrackSource) -> bool;

    /// Whether [`end()`](Self::end) was called.
    #[wasm_bindgen(method, getter)]
    pub fn ended(this: &TrackSource) -> bool;

    /// Whether some track of it is live: what a camera's light shows.
    #[wasm_bindgen(method, getter, js_name = inUse)]
    pub fn in_use(this: &TrackSource) -> bool;

    /// Whether script has ever listened to one of its tracks.
    #[wasm_bindgen(method, getter)]
    pub fn observed(this: &TrackSource) -> bool;

    #[wasm_bindgen(method, catch, js_name = createTrack)]
    pub(super) fn create_track_or_throw(this: &TrackSource) -> Result<MediaStreamTrack, JsValue>;

    #[wasm_bindgen(method, catch, js_name = setSettings)]
    pub(super) fn set_settings_object(
        this: &TrackSource,
        settings: &JsValue,
    ) -> Result<(), JsValue>;

    /// Mutes the live tracks, one at a time and each with its `mute` event.
    ///
    /// <https://w3c.github.io/mediacapture-main/#set-track-muted>
    #[wasm_bindgen(method)]
    pub fn mute(this: &TrackSource);

    /// Unmutes the live tracks, one at a time and each with its `unmute` event.
    ///
    /// <https://w3c.github.io/mediacapture-main/#set-track-muted>
    #[wasm_bindgen(method)]
    pub fn unmute(this: &TrackSource);

    /// Ends the live tracks, one at a time and each with its `ended` event.
    ///
    /// <https://w3c.github.io/mediacapture-main/#ends-nostop>
    #[wasm_bindgen(method)]
    pub fn end(this: &TrackSource);

    /// The user agent's hold on one stream: what it adds and removes fires `addtrack` and `removetrack`, before the
    /// method returns.
    ///
    /// <https://w3c.github.io/mediacapture-main/#track-set>
    #[wasm_bindgen(extends = Object)]
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub type StreamController;

    #[wasm_bindgen(constructor, catch)]
    pub(super) fn with_track_array(tracks: &Array) -> Result<StreamController, JsValue>;

    #[wasm_bindgen(static_method_of = StreamController, js_name = of, catch)]
    pub(super) fn of_stream(stream: &web_sys::MediaStream) -> Result<StreamController, JsValue>;

    /// The stream that script sees.
    #[wasm_bindgen(method, getter)]
    pub fn stream(this: &StreamController) -> MediaStream;

    /// Whether script has ever listened to the stream; false for a browser's own, whose listeners nobody can see.
    #[wasm_bindgen(method, getter)]
    pub fn observed(this: &StreamController) -> bool;

    #[wasm_bindgen(method, catch, js_name = addTrack)]
    pub(super) fn add_track_or_throw(
        this: &StreamController,
        track: &web_sys::MediaStreamTrack,
    ) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = removeTrack)]
    pub(super) fn remove_track_or_throw(
        this: &StreamController,
        track: &web_sys::MediaStreamTrack,
    ) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = setTracks)]
    pub(super) fn set_track_array(this: &StreamController, tracks: &Array) -> Result<(), JsValue>;

    /// What one call of [`install`](crate::install) did.
    #[wasm_bindgen(extends = Object)]
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub type Installation;

    /// The interfaces and members that the host lacked and now has, such as `MediaStreamTrack.contentHint`.
    #[wasm_bindgen(method, getter)]
    pub fn provided(this: &Installation) -> Vec<String>;

    /// The members of the host's own that have been replaced to correct what it gets wrong, such as
    /// `HTMLMediaElement.captureStream`. Where it is right, they do nothing but what they did.
    #[wasm_bindgen(method, getter)]
    pub fn repaired(this: &Installation) -> Vec<String>;

    /// Gives the host back as it was, unless another installation still needs it otherwise.
    #[wasm_bindgen(method)]
    pub fn uninstall(this: &Installation);

    #[wasm_bindgen(catch, js_name = install)]
    pub(super) fn install_or_throw(
        host: &Object,
        options: &JsValue,
    ) -> Result<Installation, JsValue>;

    /// The devices of a page that are there because you say so.
    #[wasm_bindgen(extends = Object)]
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub type VirtualDevices;

    #[wasm_bindgen(constructor, catch)]
    pub(super) fn with_options_object(options: &JsValue) -> Result<VirtualDevices, JsValue>;

    /// What the page sees.
    #[wasm_bindgen(method, getter, js_name = mediaDevices)]
    pub fn media_devices(this: &VirtualDevices) -> MediaDevices;

    #[wasm_bindgen(method, setter, js_name = permission)]
    pub(super) fn set_permission_string(this: &VirtualDevices, permission: &str);

    #[wasm_bindgen(method, catch, js_name = connect)]
    pub(super) fn connect_object(
        this: &VirtualDevices,
        init: &JsValue,
    ) -> Result<VirtualDevice, JsValue>;

    /// What a page knows of devices, and asks them for media with.
    ///
    /// <https://w3c.github.io/mediacapture-main/#mediadevices>
    #[wasm_bindgen(extends = web_sys::MediaDevices, extends = EventTarget, extends = Object)]
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub type MediaDevices;

    #[wasm_bindgen(method, js_name = getUserMedia)]
    pub(super) fn get_user_media_object(this: &MediaDevices, constraints: &JsValue) -> Promise;

    /// A connected camera, microphone or loudspeaker, as its user handles it.
    #[wasm_bindgen(extends = Object)]
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub type VirtualDevice;

    /// Its name.
    #[wasm_bindgen(method, getter)]
    pub fn label(this: &VirtualDevice) -> String;

    /// What it is asked for by.
    #[wasm_bindgen(method, getter, js_name = deviceId)]
    pub fn device_id(this: &VirtualDevice) -> String;

    /// Equal for the parts of one device, such as a headset.
    #[wasm_bindgen(method, getter, js_name = groupId)]
    pub fn group_id(this: &VirtualDevice) -> String;

    /// Whether it has not been disconnected.
    #[wasm_bindgen(method, getter)]
    pub fn connected(this: &VirtualDevice) -> bool;

    /// Whether some track of it is live: what a camera's light shows.
    #[wasm_bindgen(method, getter, js_name = inUse)]
    pub fn in_use(this: &VirtualDevice) -> bool;

    /// Whether its tracks are muted, those to come included.
    #[wasm_bindgen(method, getter)]
    pub fn muted(this: &VirtualDevice) -> bool;

    /// Whether another program holds it.
    #[wasm_bindgen(method, getter)]
    pub fn busy(this: &VirtualDevice) -> bool;

    /// Another program takes it: [`MediaDevices::user_media`] chooses another, or fails with
    /// [`ErrorKind::NotReadable`](crate::ErrorKind::NotReadable).
    #[wasm_bindgen(method, setter)]
    pub fn set_busy(this: &VirtualDevice, busy: bool);

    /// Mutes its live tracks, one at a time and each with its `mute` event.
    #[wasm_bindgen(method)]
    pub fn mute(this: &VirtualDevice);

    /// Unmutes its live tracks, one at a time and each with its `unmute` event.
    #[wasm_bindgen(method)]
    pub fn unmute(this: &VirtualDevice);

    #[wasm_bindgen(method, catch, js_name = setSettings)]
    pub(super) fn set_settings_object(
        this: &VirtualDevice,
        settings: &JsValue,
    ) -> Result<(), JsValue>;

    /// Unplugs it: its live tracks end, each with its `ended` event, and `devicechange` is fired.
    #[wasm_bindgen(method)]
    pub fn disconnect(this: &VirtualDevice);
}
