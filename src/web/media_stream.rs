//! MediaStream, for Rust.

use alloc::vec::Vec;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

use super::{Error, Listener, MediaStream, MediaStreamTrack, MediaStreamTrackEvent};

impl MediaStream {
    /// A stream of these tracks, without those that come twice.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) for a browser's own track, by which a `MediaStreamTrack` can only be
    /// called that was cast unchecked.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, MediaStream, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let [a, b] = [camera.create_track()?, camera.create_track()?];
    /// let stream = MediaStream::new([&a, &b, &a])?;
    /// assert_eq!(stream.tracks(), [a, b]);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastream-constructor>
    pub fn new<T: AsRef<MediaStreamTrack>>(
        tracks: impl IntoIterator<Item = T>,
    ) -> Result<Self, Error> {
        Ok(Self::with_tracks(&array(tracks))?)
    }

    /// All tracks, in the order in which they were added.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, MediaStream, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// let stream = MediaStream::new([camera.create_track()?])?;
    /// for track in stream.tracks() {
    ///     track.stop();
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastream-gettracks>
    pub fn tracks(&self) -> Vec<MediaStreamTrack> {
        vector(&self.get_tracks())
    }

    /// The tracks of kind `audio`, in the order in which they were added.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, MediaStream, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// let stream = MediaStream::new([camera.create_track()?])?;
    /// assert!(stream.audio_tracks().is_empty());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastream-getaudiotracks>
    pub fn audio_tracks(&self) -> Vec<MediaStreamTrack> {
        vector(&self.get_audio_tracks())
    }

    /// The tracks of kind `video`, in the order in which they were added.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, MediaStream, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// let stream = MediaStream::new([camera.create_track()?])?;
    /// assert_eq!(stream.video_tracks(), stream.tracks());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastream-getvideotracks>
    pub fn video_tracks(&self) -> Vec<MediaStreamTrack> {
        vector(&self.get_video_tracks())
    }

    /// The track with this id.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, MediaStream, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// let stream = MediaStream::new([&track])?;
    /// assert_eq!(stream.track_by_id(&track.id()), Some(track));
    /// assert_eq!(stream.track_by_id("another"), None);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastream-gettrackbyid>
    pub fn track_by_id(&self, id: &str) -> Option<MediaStreamTrack> {
        self.get_track_by_id(id).map(JsCast::unchecked_into)
    }

    /// Script adds a track, unless the stream has it already: no event is fired.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) for a track that the stream can't take, such as a browser's own.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, MediaStream, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let [a, b] = [camera.create_track()?, camera.create_track()?];
    /// let stream = MediaStream::new([&a])?;
    /// stream.add_track(&b)?;
    /// assert_eq!(stream.tracks(), [a, b]);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastream-addtrack>
    pub fn add_track(&self, track: impl AsRef<web_sys::MediaStreamTrack>) -> Result<(), Error> {
        Ok(self.add_track_or_throw(track.as_ref())?)
    }

    /// Script removes a track, if the stream has it: no event is fired.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) for a track that the stream can't have.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, MediaStream, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let [a, b] = [camera.create_track()?, camera.create_track()?];
    /// let stream = MediaStream::new([&a, &b])?;
    /// stream.remove_track(&a)?;
    /// assert_eq!(stream.tracks(), [b]);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastream-removetrack>
    pub fn remove_track(&self, track: impl AsRef<web_sys::MediaStreamTrack>) -> Result<(), Error> {
        Ok(self.remove_track_or_throw(track.as_ref())?)
    }

    /// A new stream of clones of the tracks. ([`Clone`] makes another reference to this one.)
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, MediaStream, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// let stream = MediaStream::new([&track])?;
    /// let preview = stream.clone_stream();
    /// track.stop();
    /// assert!(preview.active()); // its track is another
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastream-clone>
    pub fn clone_stream(&self) -> Self {
        web_sys::MediaStream::clone(self).unchecked_into()
    }

    /// Calls a closure when the user agent has added a track; script's own `add_track()` does not.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, StreamController, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let remote = StreamController::new::<mediastream_polyfill::MediaStreamTrack>([])?;
    /// let listener = remote.stream().on_add_track(|event| {
    ///     web_sys::console::log_1(&format!("Added: {}", event.track().label()).into());
    /// });
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// remote.add_track(&camera.create_track()?)?; // the listener has been called
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#event-mediastream-addtrack>
    pub fn on_add_track(&self, callback: impl Fn(MediaStreamTrackEvent) + 'static) -> Listener {
        Listener::new(self, "addtrack", callback)
    }

    /// Calls a closure when the user agent has removed a track; script's own `remove_track()` does not.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, StreamController, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// # let remote = StreamController::new([&track])?;
    /// let listener = remote.stream().on_remove_track(|event| {
    ///     web_sys::console::log_1(&format!("Removed: {}", event.track().label()).into());
    /// });
    /// remote.remove_track(&track)?; // the listener has been called
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#event-mediastream-removetrack>
    pub fn on_remove_track(&self, callback: impl Fn(MediaStreamTrackEvent) + 'static) -> Listener {
        Listener::new(self, "removetrack", callback)
    }
}

/// An array of JavaScript's, of these objects themselves: `clone()` of web-sys's track would be JavaScript's.
pub(super) fn array<T: AsRef<U>, U: AsRef<JsValue>>(items: impl IntoIterator<Item = T>) -> Array {
    items.into_iter().map(|item| JsValue::clone(item.as_ref().as_ref())).collect()
}

fn vector(tracks: &Array) -> Vec<MediaStreamTrack> {
    tracks.iter().map(JsCast::unchecked_into).collect()
}
