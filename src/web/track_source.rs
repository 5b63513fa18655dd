//! TrackSource, for Rust.

use super::{
    Error, Kind, MediaStreamTrack, MediaTrackSettings, TrackSource, TrackSourceInit,
    dictionaries::to_js,
};

impl TrackSource {
    /// A source of which tracks can be made.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) where what is told of it contradicts itself.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, MediaTrackSettings, TrackSource, TrackSourceInit};
    /// # fn main() -> Result<(), Error> {
    /// let settings = MediaTrackSettings { width: Some(1280), height: Some(720), ..Default::default() };
    /// let init = TrackSourceInit { label: "FaceTime HD".into(), settings, ..Default::default() };
    /// let camera = TrackSource::new(Kind::Video, &init)?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dfn-source>
    pub fn new(kind: Kind, init: &TrackSourceInit) -> Result<Self, Error> {
        Ok(Self::with_init_object(kind.as_str(), &to_js(init)?)?)
    }

    /// A source of which nothing but its name is known.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Range`](super::ErrorKind::Range) where there is no memory left.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// let microphone = TrackSource::with_label(Kind::Audio, "AirPods")?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dfn-source>
    pub fn with_label(kind: Kind, label: &str) -> Result<Self, Error> {
        Self::new(kind, &TrackSourceInit { label: label.into(), ..Default::default() })
    }

    /// The kind of its tracks.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// assert_eq!(camera.kind(), Kind::Video);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-kind>
    pub fn kind(&self) -> Kind {
        if self.kind_string() == Kind::Audio.as_str() { Kind::Audio } else { Kind::Video }
    }

    /// A new live track. Its clones share the source.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidState`](super::ErrorKind::InvalidState) after [`end()`](Self::end).
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, ErrorKind, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// let track = camera.create_track()?;
    /// camera.end();
    /// assert_eq!(*camera.create_track().unwrap_err().kind(), ErrorKind::InvalidState);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#create-a-mediastreamtrack>
    pub fn create_track(&self) -> Result<MediaStreamTrack, Error> {
        Ok(self.create_track_or_throw()?)
    }

    /// The user agent chooses new settings, as a camera does that is turned. What isn't given stays.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Range`](super::ErrorKind::Range) where there is no memory left.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, MediaTrackSettings, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// let settings = MediaTrackSettings { width: Some(720), height: Some(1280), ..Default::default() };
    /// camera.set_settings(&settings)?; // held upright
    /// assert_eq!(track.settings()?.width, Some(720));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dfn-applyconstraints-algorithm>
    pub fn set_settings(&self, settings: &MediaTrackSettings) -> Result<(), Error> {
        Ok(self.set_settings_object(&to_js(settings)?)?)
    }
}
