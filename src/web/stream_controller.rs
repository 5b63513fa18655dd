//! StreamController, for Rust.

use super::{Error, MediaStreamTrack, StreamController, media_stream::array};

impl StreamController {
    /// The user agent's side of a new stream of these tracks.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) for a browser's own track.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, StreamController, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// let remote = StreamController::new([&track])?;
    /// assert!(remote.stream().active());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastream-constructor>
    pub fn new<T: AsRef<MediaStreamTrack>>(
        tracks: impl IntoIterator<Item = T>,
    ) -> Result<Self, Error> {
        Ok(Self::with_track_array(&array(tracks))?)
    }

    /// That of a stream which exists: one of the package's, or a browser's own.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) for what is no MediaStream.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, StreamController, TrackSource, MediaStream};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// let stream = MediaStream::new([&track])?; // or what a browser has captured
    /// StreamController::of(&stream)?.remove_track(&track)?;
    /// assert!(!stream.active());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#track-set>
    pub fn of(stream: &web_sys::MediaStream) -> Result<Self, Error> {
        Ok(Self::of_stream(stream)?)
    }

    /// Adds a track and fires `addtrack`, unless the stream has it already.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) for a track that the stream can't take, such as a browser's own.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, StreamController, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// # let remote = StreamController::new([&track])?;
    /// remote.add_track(&camera.create_track()?)?; // `addtrack` is fired
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#mediastream-add-a-track>
    pub fn add_track(&self, track: impl AsRef<web_sys::MediaStreamTrack>) -> Result<(), Error> {
        Ok(self.add_track_or_throw(track.as_ref())?)
    }

    /// Removes a track and fires `removetrack`, if the stream has it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) for a track that the stream can't have.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, StreamController, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// # let remote = StreamController::new([&track])?;
    /// remote.remove_track(&track)?; // `removetrack` is fired
    /// remote.remove_track(&track)?; // nothing happens: it's gone
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#mediastream-remove-a-track>
    pub fn remove_track(&self, track: impl AsRef<web_sys::MediaStreamTrack>) -> Result<(), Error> {
        Ok(self.remove_track_or_throw(track.as_ref())?)
    }

    /// Makes these the stream's tracks: first the removals, in the stream's order, then the additions, in the order given,
    /// each with its event before the next.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) for a track that the stream can't take; nothing has changed then.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, StreamController, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// # let remote = StreamController::new([&track])?;
    /// let other = camera.create_track()?;
    /// remote.set_tracks([&other])?; // `removetrack`, then `addtrack`
    /// assert_eq!(remote.stream().tracks(), [other]);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#track-set>
    pub fn set_tracks<T: AsRef<web_sys::MediaStreamTrack>>(
        &self,
        tracks: impl IntoIterator<Item = T>,
    ) -> Result<(), Error> {
        Ok(self.set_track_array(&array(tracks))?)
    }
}
