//! StreamController, for Rust.

use core::borrow::Borrow;

use super::{Error, MediaStreamTrack, StreamController, media_stream::array};

impl StreamController {
    /// The user agent's side of a new stream of these tracks.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) for a browser's own track.
    pub fn new<T: Borrow<MediaStreamTrack>>(
        tracks: impl IntoIterator<Item = T>,
    ) -> Result<Self, Error> {
        Ok(Self::with_track_array(&array(tracks))?)
    }

    /// That of a stream which exists: one of the package's, or a browser's own.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) for what is no MediaStream.
    pub fn of(stream: &web_sys::MediaStream) -> Result<Self, Error> {
        Ok(Self::of_stream(stream)?)
    }

    /// Adds a track and fires `addtrack`, unless the stream has it already.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) for a track that the stream can't take, such as a browser's own.
    ///
    /// <https://w3c.github.io/mediacapture-main/#mediastream-add-a-track>
    pub fn add_track(&self, track: &web_sys::MediaStreamTrack) -> Result<(), Error> {
        Ok(self.add_track_or_throw(track)?)
    }

    /// Removes a track and fires `removetrack`, if the stream has it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) for a track that the stream can't have.
    ///
    /// <https://w3c.github.io/mediacapture-main/#mediastream-remove-a-track>
    pub fn remove_track(&self, track: &web_sys::MediaStreamTrack) -> Result<(), Error> {
        Ok(self.remove_track_or_throw(track)?)
    }

    /// Makes these the stream's tracks: first the removals, in the stream's order, then the additions, in the order given,
    /// each with its event before the next.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) for a track that the stream can't take; nothing has changed then.
    pub fn set_tracks<T: Borrow<web_sys::MediaStreamTrack>>(
        &self,
        tracks: impl IntoIterator<Item = T>,
    ) -> Result<(), Error> {
        Ok(self.set_track_array(&array(tracks))?)
    }
}
