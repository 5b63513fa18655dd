//! What most tests begin with.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::EventTarget;

use crate::listeners::Log;
use crate::package::{MediaStream, MediaStreamTrack, StreamController, TrackSource};

/// A live video track with a label, of a source of its own.
pub(crate) fn track(label: &str) -> MediaStreamTrack {
    source(label).create_track()
}

/// A video source with a label.
pub(crate) fn source(label: &str) -> TrackSource {
    let init = Object::new();
    Reflect::set(&init, &"label".into(), &label.into()).unwrap();
    TrackSource::new("video", &init)
}

/// A stream of the tracks a, b and c, the user agent's side of it, and the log of its events.
pub(crate) struct Scene {
    pub(crate) controller: StreamController,
    pub(crate) stream: MediaStream,
    pub(crate) tracks: [MediaStreamTrack; 3],
    pub(crate) log: Log,
}

impl Scene {
    pub(crate) fn new() -> Self {
        let tracks = ["a", "b", "c"].map(track);
        let controller = StreamController::new(tracks.to_vec());
        let stream = controller.stream();
        let log = Log::default();
        log.listen_to_stream(&stream);
        Scene { controller, stream, tracks, log }
    }

    /// What the user agent does, which no test of this scene expects to fail.
    pub(crate) fn set_tracks(&self, tracks: &[&MediaStreamTrack]) {
        self.controller.set_tracks(event_targets(tracks)).unwrap();
    }

    #[track_caller]
    pub(crate) fn stream_has(&self, tracks: &[&MediaStreamTrack]) {
        assert_eq!(self.stream.get_tracks().iter().collect::<Vec<_>>(), tracks);
    }
}

/// As the type that a controller takes, whoever's tracks they are.
pub(crate) fn event_targets<T: AsRef<EventTarget>>(tracks: &[&T]) -> Vec<EventTarget> {
    tracks.iter().map(|&track| track.as_ref().clone()).collect()
}

/// Whether it is a JavaScript error of the name.
pub(crate) fn is_error<T>(result: Result<T, JsValue>, name: &str) -> bool {
    result.is_err_and(|error| Reflect::get(&error, &"name".into()).unwrap() == name)
}
