//! What most tests begin with.

use mediastream_polyfill::{Kind, MediaStream, MediaStreamTrack, StreamController, TrackSource};

use crate::listeners::Log;

/// A live video track with a label, of a source of its own.
pub(crate) fn track(label: &str) -> MediaStreamTrack {
    source(label).create_track().unwrap()
}

/// A video source with a label.
pub(crate) fn source(label: &str) -> TrackSource {
    TrackSource::with_label(Kind::Video, label).unwrap()
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
        let controller = StreamController::new(&tracks).unwrap();
        let stream = controller.stream();
        let log = Log::default();
        log.listen_to_stream(&stream);
        Scene { controller, stream, tracks, log }
    }

    /// What the user agent does, which no test of this scene expects to fail.
    pub(crate) fn set_tracks(&self, tracks: &[&MediaStreamTrack]) {
        self.controller.set_tracks(tracks).unwrap();
    }

    #[track_caller]
    pub(crate) fn stream_has(&self, tracks: &[&MediaStreamTrack]) {
        assert_eq!(self.stream.tracks().iter().collect::<Vec<_>>(), tracks);
    }
}
