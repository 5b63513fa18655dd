//! The package's classes as wasm-bindgen binds them. What is easier to use from Rust is in the files of their names.

use alloc::string::String;
#[cfg(feature = "install")]
use alloc::vec::Vec;

#[cfg(feature = "devices")]
use js_sys::Promise;
use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget};

// The files are made by `cargo xtask build`. wasm-bindgen copies each that is named here, and a program loads those of
// which it uses something: `install.js` costs nothing where nobody installs. With devices all is in one file, since they
// need all of it.

#[cfg_attr(feature = "devices", wasm_bindgen(module = "/src/web/mediastream-polyfill.js"))]
#[cfg_attr(not(feature = "devices"), wasm_bindgen(module = "/src/web/streams.js"))]
extern "C" {
    /// A group of audio and video tracks, of the package's own class.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, MediaStream, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// let stream = MediaStream::new([camera.create_track()?])?;
    /// let theirs: &web_sys::MediaStream = &stream; // takes it as web-sys's
    /// assert!(theirs.active());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#mediastream>
    #[wasm_bindgen(extends = web_sys::MediaStream, extends = EventTarget, extends = Object)]
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub type MediaStream;

    #[wasm_bindgen(constructor, catch)]
    pub(super) fn with_tracks(tracks: &Array) -> Result<MediaStream, JsValue>;

    #[wasm_bindgen(method, catch, js_name = addTrack)]
    pub(super) fn add_track_or_throw(
        this: &MediaStream,
        track: &web_sys::MediaStreamTrack,
    ) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = removeTrack)]
    pub(super) fn remove_track_or_throw(
        this: &MediaStream,
        track: &web_sys::MediaStreamTrack,
    ) -> Result<(), JsValue>;

    /// One track of one source, of the package's own class.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// let track = camera.create_track()?;
    /// track.set_enabled(false); // web-sys's, as is whatever isn't here
    /// assert_eq!(track.kind(), "video");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#mediastreamtrack>
    #[wasm_bindgen(extends = web_sys::MediaStreamTrack, extends = EventTarget, extends = Object)]
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub type MediaStreamTrack;

    #[wasm_bindgen(method, catch, js_name = getSettings)]
    pub(super) fn get_settings_object(this: &MediaStreamTrack) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getCapabilities)]
    pub(super) fn get_capabilities_object(this: &MediaStreamTrack) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getConstraints)]
    pub(super) fn get_constraints_object(this: &MediaStreamTrack) -> Result<JsValue, JsValue>;

    #[cfg(feature = "devices")]
    #[wasm_bindgen(method, catch, js_name = applyConstraints)]
    pub(super) fn apply_constraints_object(
        this: &MediaStreamTrack,
        constraints: &JsValue,
    ) -> Result<Promise, JsValue>;

    /// The event of `addtrack` and `removetrack`, of the package's own class.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, MediaStream, MediaStreamTrackEvent};
    /// # fn main() -> Result<(), Error> {
    /// # let stream = MediaStream::new::<mediastream_polyfill::MediaStreamTrack>([])?;
    /// let tell = |event: MediaStreamTrackEvent| {
    ///     web_sys::console::log_2(&event.type_().into(), &event.track().label().into());
    /// };
    /// stream.on_add_track(tell).forget();
    /// stream.on_remove_track(tell).forget();
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#mediastreamtrackevent>
    #[wasm_bindgen(extends = web_sys::MediaStreamTrackEvent, extends = Event, extends = Object)]
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub type MediaStreamTrackEvent;

    /// The track that was added or removed.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, StreamController, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// # let remote = StreamController::new([&track])?;
    /// let listener = remote.stream().on_remove_track(move |event| assert_eq!(event.track(), track));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastreamtrackevent-track>
    #[wasm_bindgen(method, getter)]
    pub fn track(this: &MediaStreamTrackEvent) -> MediaStreamTrack;

    /// A source of tracks, as a camera or a microphone is: the user agent's side of a track. When its methods return,
    /// every event has been fired.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// let track = camera.create_track()?;
    /// camera.mute(); // `mute` is fired
    /// camera.end(); // `ended` is fired
    /// assert_eq!(track.ready_state(), web_sys::MediaStreamTrackState::Ended);
    /// # Ok(())
    /// # }
    /// ```
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
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// assert_eq!(camera.label(), camera.create_track()?.label());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-label>
    #[wasm_bindgen(method, getter)]
    pub fn label(this: &TrackSource) -> String;

    /// Whether its tracks are muted, those to come included.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// camera.mute();
    /// assert!(camera.muted() && camera.create_track()?.muted());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#track-muted>
    #[wasm_bindgen(method, getter)]
    pub fn muted(this: &TrackSource) -> bool;

    /// Whether [`end()`](Self::end) was called.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// camera.end();
    /// assert!(camera.ended());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#track-ended>
    #[wasm_bindgen(method, getter)]
    pub fn ended(this: &TrackSource) -> bool;

    /// Whether some track of it is live: what a camera's light shows.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// let track = camera.create_track()?;
    /// assert!(camera.in_use());
    /// track.stop();
    /// assert!(!camera.in_use());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dfn-source>
    #[wasm_bindgen(method, getter, js_name = inUse)]
    pub fn in_use(this: &TrackSource) -> bool;

    /// Whether script has ever listened to one of its tracks.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// assert!(!camera.observed());
    /// let listener = track.on_ended(|_| {});
    /// assert!(camera.observed());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#garbage-collection-0>
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
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// let listener = track.on_mute(|_| web_sys::console::log_1(&"The lid is shut".into()));
    /// camera.mute(); // the listener has been called
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#set-track-muted>
    #[wasm_bindgen(method)]
    pub fn mute(this: &TrackSource);

    /// Unmutes the live tracks, one at a time and each with its `unmute` event.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// camera.mute();
    /// let listener = track.on_unmute(|_| web_sys::console::log_1(&"The lid is open".into()));
    /// camera.unmute(); // the listener has been called
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#set-track-muted>
    #[wasm_bindgen(method)]
    pub fn unmute(this: &TrackSource);

    /// Ends the live tracks, one at a time and each with its `ended` event.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// let listener = track.on_ended(|_| web_sys::console::log_1(&"Unplugged".into()));
    /// camera.end(); // the listener has been called
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#ends-nostop>
    #[wasm_bindgen(method)]
    pub fn end(this: &TrackSource);

    /// The user agent's hold on one stream: what it adds and removes fires `addtrack` and `removetrack`, before the
    /// method returns.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, StreamController, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// let remote = StreamController::new([&track])?;
    /// let listener = remote.stream().on_remove_track(|event| {
    ///     web_sys::console::log_1(&format!("Removed: {}", event.track().label()).into());
    /// });
    /// remote.remove_track(&track)?; // the listener has been called
    /// # Ok(())
    /// # }
    /// ```
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
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, StreamController, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// # let remote = StreamController::new([&track])?;
    /// assert_eq!(remote.stream().tracks(), [track]);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#mediastream>
    #[wasm_bindgen(method, getter)]
    pub fn stream(this: &StreamController) -> MediaStream;

    /// Whether script has ever listened to the stream; false for a browser's own, whose listeners nobody can see.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, StreamController, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// # let remote = StreamController::new([&track])?;
    /// assert!(!remote.observed());
    /// let listener = remote.stream().on_add_track(|_| {});
    /// assert!(remote.observed());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#garbage-collection-0>
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

}

/// What the two other files import. Nobody calls it: that it stands here has wasm-bindgen copy the file.
#[cfg(not(feature = "devices"))]
#[wasm_bindgen(module = "/src/web/core.js")]
extern "C" {
    #[allow(dead_code)]
    fn core();
}

#[cfg(feature = "install")]
#[cfg_attr(feature = "devices", wasm_bindgen(module = "/src/web/mediastream-polyfill.js"))]
#[cfg_attr(not(feature = "devices"), wasm_bindgen(module = "/src/web/install.js"))]
extern "C" {
    /// What one call of [`install`](crate::install) did.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, install};
    /// # fn main() -> Result<(), Error> {
    /// let installation = install()?;
    /// installation.uninstall();
    /// # Ok(())
    /// # }
    /// ```
    #[wasm_bindgen(extends = Object)]
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub type Installation;

    /// The interfaces and members that the host lacked and now has, such as `MediaStreamTrack.contentHint`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, install};
    /// # fn main() -> Result<(), Error> {
    /// for member in install()?.provided() {
    ///     web_sys::console::log_2(&"The browser lacked".into(), &member.into());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[wasm_bindgen(method, getter)]
    pub fn provided(this: &Installation) -> Vec<String>;

    /// The members of the host's own that have been replaced to correct what it gets wrong, such as
    /// `HTMLMediaElement.captureStream`. Where it is right, they do nothing but what they did.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, install};
    /// # fn main() -> Result<(), Error> {
    /// let repaired = install()?.repaired();
    /// let captures = repaired.iter().any(|member| member == "HTMLMediaElement.captureStream");
    /// # Ok(())
    /// # }
    /// ```
    #[wasm_bindgen(method, getter)]
    pub fn repaired(this: &Installation) -> Vec<String>;

    /// Gives the host back as it was, unless another installation still needs it otherwise.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, install};
    /// # fn main() -> Result<(), Error> {
    /// let installation = install()?;
    /// // … what a test does …
    /// installation.uninstall();
    /// # Ok(())
    /// # }
    /// ```
    #[wasm_bindgen(method)]
    pub fn uninstall(this: &Installation);

    #[wasm_bindgen(catch, js_name = install)]
    pub(super) fn install_or_throw(
        host: &Object,
        options: &JsValue,
    ) -> Result<Installation, JsValue>;

}

#[cfg(feature = "devices")]
#[wasm_bindgen(module = "/src/web/mediastream-polyfill.js")]
extern "C" {
    /// The devices of a page that are there because you say so.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{DeviceKind, Error, VirtualDeviceInit, VirtualDevices, VirtualDevicesOptions};
    /// # fn main() -> Result<(), Error> {
    /// let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// let camera = devices.connect(&VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD"))?;
    /// let installation = devices.install()?; // at `navigator.mediaDevices`
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#mediadevices>
    #[wasm_bindgen(extends = Object)]
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub type VirtualDevices;

    #[wasm_bindgen(constructor, catch)]
    pub(super) fn with_options_object(options: &JsValue) -> Result<VirtualDevices, JsValue>;

    /// What the page sees.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, MediaStreamConstraints, VirtualDevices, VirtualDevicesOptions};
    /// # async fn example() -> Result<(), Error> {
    /// # let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// let constraints = MediaStreamConstraints { audio: Some(Default::default()), video: None };
    /// let stream = devices.media_devices().user_media(&constraints).await?;
    /// # Ok(())
    /// # }
    /// # fn main() {}
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#mediadevices>
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
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, MediaDevices, MediaStreamConstraints, MediaStream};
    /// # fn main() -> Result<(), Error> {
    /// async fn camera(media_devices: &MediaDevices) -> Result<MediaStream, Error> {
    ///     let constraints = MediaStreamConstraints { video: Some(Default::default()), audio: None };
    ///     media_devices.user_media(&constraints).await
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#mediadevices>
    #[wasm_bindgen(extends = web_sys::MediaDevices, extends = EventTarget, extends = Object)]
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub type MediaDevices;

    #[wasm_bindgen(method, catch, js_name = getUserMedia)]
    pub(super) fn get_user_media_object(
        this: &MediaDevices,
        constraints: &JsValue,
    ) -> Result<Promise, JsValue>;

    /// A connected camera, microphone or loudspeaker, as its user handles it.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{DeviceKind, Error, VirtualDeviceInit, VirtualDevices, VirtualDevicesOptions};
    /// # fn main() -> Result<(), Error> {
    /// # let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// let camera = devices.connect(&VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD"))?;
    /// camera.mute();
    /// camera.disconnect();
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dfn-source>
    #[wasm_bindgen(extends = Object)]
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub type VirtualDevice;

    /// Its name.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{DeviceKind, Error, VirtualDeviceInit, VirtualDevices, VirtualDevicesOptions};
    /// # fn main() -> Result<(), Error> {
    /// # let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// # let camera = devices.connect(&VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD"))?;
    /// assert_eq!(camera.label(), "FaceTime HD");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediadeviceinfo-label>
    #[wasm_bindgen(method, getter)]
    pub fn label(this: &VirtualDevice) -> String;

    /// What it is asked for by.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{DeviceKind, Error, VirtualDeviceInit, VirtualDevices, VirtualDevicesOptions};
    /// # fn main() -> Result<(), Error> {
    /// # let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// # let camera = devices.connect(&VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD"))?;
    /// assert!(!camera.device_id().is_empty());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediadeviceinfo-deviceid>
    #[wasm_bindgen(method, getter, js_name = deviceId)]
    pub fn device_id(this: &VirtualDevice) -> String;

    /// Equal for the parts of one device, such as a headset.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{DeviceKind, Error, VirtualDeviceInit, VirtualDevices, VirtualDevicesOptions};
    /// # fn main() -> Result<(), Error> {
    /// # let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// # let camera = devices.connect(&VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD"))?;
    /// let mut microphone = VirtualDeviceInit::new(DeviceKind::AudioInput, "FaceTime HD");
    /// microphone.group_id = Some(camera.group_id()); // a part of the camera
    /// devices.connect(&microphone)?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediadeviceinfo-groupid>
    #[wasm_bindgen(method, getter, js_name = groupId)]
    pub fn group_id(this: &VirtualDevice) -> String;

    /// Whether it has not been disconnected.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{DeviceKind, Error, VirtualDeviceInit, VirtualDevices, VirtualDevicesOptions};
    /// # fn main() -> Result<(), Error> {
    /// # let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// # let camera = devices.connect(&VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD"))?;
    /// camera.disconnect();
    /// assert!(!camera.connected());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#device-change-notification-steps>
    #[wasm_bindgen(method, getter)]
    pub fn connected(this: &VirtualDevice) -> bool;

    /// Whether some track of it is live: what a camera's light shows.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{DeviceKind, Error, VirtualDeviceInit, VirtualDevices, VirtualDevicesOptions};
    /// # fn main() -> Result<(), Error> {
    /// # let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// # let camera = devices.connect(&VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD"))?;
    /// assert!(!camera.in_use()); // nobody has asked for it
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dfn-source>
    #[wasm_bindgen(method, getter, js_name = inUse)]
    pub fn in_use(this: &VirtualDevice) -> bool;

    /// Whether its tracks are muted, those to come included.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{DeviceKind, Error, VirtualDeviceInit, VirtualDevices, VirtualDevicesOptions};
    /// # fn main() -> Result<(), Error> {
    /// # let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// # let camera = devices.connect(&VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD"))?;
    /// camera.mute();
    /// assert!(camera.muted());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#track-muted>
    #[wasm_bindgen(method, getter)]
    pub fn muted(this: &VirtualDevice) -> bool;

    /// Whether another program holds it.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{DeviceKind, Error, VirtualDeviceInit, VirtualDevices, VirtualDevicesOptions};
    /// # fn main() -> Result<(), Error> {
    /// # let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// # let camera = devices.connect(&VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD"))?;
    /// camera.set_busy(true);
    /// assert!(camera.busy());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia>
    #[wasm_bindgen(method, getter)]
    pub fn busy(this: &VirtualDevice) -> bool;

    /// Another program takes it: [`MediaDevices::user_media`] chooses another, or fails with
    /// [`ErrorKind::NotReadable`](crate::ErrorKind::NotReadable).
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{DeviceKind, Error, VirtualDeviceInit, VirtualDevices, VirtualDevicesOptions};
    /// # fn main() -> Result<(), Error> {
    /// # let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// # let camera = devices.connect(&VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD"))?;
    /// camera.set_busy(true); // a video conference has it
    /// camera.set_busy(false);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia>
    #[wasm_bindgen(method, setter)]
    pub fn set_busy(this: &VirtualDevice, busy: bool);

    /// Mutes its live tracks, one at a time and each with its `mute` event.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{DeviceKind, Error, VirtualDeviceInit, VirtualDevices, VirtualDevicesOptions};
    /// # fn main() -> Result<(), Error> {
    /// # let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// # let camera = devices.connect(&VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD"))?;
    /// camera.mute(); // its lid is shut
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#set-track-muted>
    #[wasm_bindgen(method)]
    pub fn mute(this: &VirtualDevice);

    /// Unmutes its live tracks, one at a time and each with its `unmute` event.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{DeviceKind, Error, VirtualDeviceInit, VirtualDevices, VirtualDevicesOptions};
    /// # fn main() -> Result<(), Error> {
    /// # let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// # let camera = devices.connect(&VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD"))?;
    /// camera.mute();
    /// camera.unmute();
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#set-track-muted>
    #[wasm_bindgen(method)]
    pub fn unmute(this: &VirtualDevice);

    #[wasm_bindgen(method, catch, js_name = setSettings)]
    pub(super) fn set_settings_object(
        this: &VirtualDevice,
        settings: &JsValue,
    ) -> Result<(), JsValue>;

    /// Unplugs it: its live tracks end, each with its `ended` event, and `devicechange` is fired.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{DeviceKind, Error, VirtualDeviceInit, VirtualDevices, VirtualDevicesOptions};
    /// # fn main() -> Result<(), Error> {
    /// # let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// # let camera = devices.connect(&VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD"))?;
    /// camera.disconnect();
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#device-change-notification-steps>
    #[wasm_bindgen(method)]
    pub fn disconnect(this: &VirtualDevice);
}
