//! MediaStreamTrack, for Rust.

use wasm_bindgen::JsCast;
use web_sys::Event;

use super::{
    Error, Listener, MediaStreamTrack, MediaTrackCapabilities, MediaTrackConstraints,
    MediaTrackSettings, dictionaries::from_js,
};

impl MediaStreamTrack {
    /// The settings in effect; once the track has ended, `device_id`, `group_id` and `facing_mode` only.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Other`](super::ErrorKind::Other) where the source has been given settings that are none.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, MediaTrackCapabilities, MediaTrackSettings, NumberRange, TrackSource, TrackSourceInit};
    /// # fn main() -> Result<(), Error> {
    /// # let settings = MediaTrackSettings { width: Some(1280), ..Default::default() };
    /// # let capabilities = MediaTrackCapabilities { width: Some(NumberRange::new(1.0, 1280.0)), ..Default::default() };
    /// # let init = TrackSourceInit { settings, capabilities, ..Default::default() };
    /// # let track = TrackSource::new(Kind::Video, &init)?.create_track()?;
    /// assert_eq!(track.settings()?.width, Some(1280));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-getsettings>
    pub fn settings(&self) -> Result<MediaTrackSettings, Error> {
        from_js(self.get_settings_object()?)
    }

    /// What the source can do.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Other`](super::ErrorKind::Other) where the source has been given capabilities that are none.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, MediaTrackCapabilities, MediaTrackSettings, NumberRange, TrackSource, TrackSourceInit};
    /// # fn main() -> Result<(), Error> {
    /// # let settings = MediaTrackSettings { width: Some(1280), ..Default::default() };
    /// # let capabilities = MediaTrackCapabilities { width: Some(NumberRange::new(1.0, 1280.0)), ..Default::default() };
    /// # let init = TrackSourceInit { settings, capabilities, ..Default::default() };
    /// # let track = TrackSource::new(Kind::Video, &init)?.create_track()?;
    /// assert_eq!(track.capabilities()?.width, Some(NumberRange::new(1.0, 1280.0)));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-getcapabilities>
    pub fn capabilities(&self) -> Result<MediaTrackCapabilities, Error> {
        from_js(self.get_capabilities_object()?)
    }

    /// The constraints that were applied last.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Other`](super::ErrorKind::Other) where script has applied what these types don't tell.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, MediaTrackCapabilities, MediaTrackSettings, NumberRange, TrackSource, TrackSourceInit};
    /// # fn main() -> Result<(), Error> {
    /// # let settings = MediaTrackSettings { width: Some(1280), ..Default::default() };
    /// # let capabilities = MediaTrackCapabilities { width: Some(NumberRange::new(1.0, 1280.0)), ..Default::default() };
    /// # let init = TrackSourceInit { settings, capabilities, ..Default::default() };
    /// # let track = TrackSource::new(Kind::Video, &init)?.create_track()?;
    /// assert_eq!(track.constraints()?, Default::default()); // nothing has been asked for
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-getconstraints>
    pub fn constraints(&self) -> Result<MediaTrackConstraints, Error> {
        from_js(self.get_constraints_object()?)
    }

    /// Replaces the constraints. Where that fails, nothing has changed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Overconstrained`](super::ErrorKind::Overconstrained) if they can't be met.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, MediaTrackCapabilities, MediaTrackSettings, NumberRange, TrackSource, TrackSourceInit, ConstrainDouble, ErrorKind, MediaTrackConstraintSet};
    /// # async fn example() -> Result<(), Error> {
    /// # let settings = MediaTrackSettings { width: Some(1280), ..Default::default() };
    /// # let capabilities = MediaTrackCapabilities { width: Some(NumberRange::new(1.0, 1280.0)), ..Default::default() };
    /// # let init = TrackSourceInit { settings, capabilities, ..Default::default() };
    /// # let track = TrackSource::new(Kind::Video, &init)?.create_track()?;
    /// let half = MediaTrackConstraintSet { width: Some(640.0.into()), ..Default::default() };
    /// track.apply(&half.into()).await?;
    /// assert_eq!(track.settings()?.width, Some(640));
    ///
    /// let width = Some(ConstrainDouble::at_least(4096.0));
    /// let impossible = MediaTrackConstraintSet { width, ..Default::default() };
    /// let error = track.apply(&impossible.into()).await.unwrap_err();
    /// assert_eq!(*error.kind(), ErrorKind::Overconstrained { constraint: "width".into() });
    /// # Ok(())
    /// # }
    /// # fn main() {}
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-applyconstraints>
    #[cfg(feature = "devices")]
    pub async fn apply(&self, constraints: &MediaTrackConstraints) -> Result<(), Error> {
        let promise = self.apply_constraints_object(&super::dictionaries::to_js(constraints)?)?;
        wasm_bindgen_futures::JsFuture::from(promise).await?;
        Ok(())
    }

    /// Another track of the same source, in the same state, with an id of its own. ([`Clone`] makes another reference to
    /// this one.)
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// let preview = track.clone_track();
    /// track.stop();
    /// assert!(camera.in_use()); // by the clone
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-clone>
    pub fn clone_track(&self) -> Self {
        web_sys::MediaStreamTrack::clone(self).unchecked_into()
    }

    /// Calls a closure when the source has ended; script's own `stop()` does not.
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
    /// <https://w3c.github.io/mediacapture-main/#event-mediastreamtrack-ended>
    pub fn on_ended(&self, callback: impl Fn(Event) + 'static) -> Listener {
        Listener::new(self, "ended", callback)
    }

    /// Calls a closure when the source can't provide media for the moment.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// let listener = track.on_mute(|event| web_sys::console::log_1(&event.type_().into()));
    /// camera.mute(); // the listener has been called
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#event-mediastreamtrack-mute>
    pub fn on_mute(&self, callback: impl Fn(Event) + 'static) -> Listener {
        Listener::new(self, "mute", callback)
    }

    /// Calls a closure when the source provides media again.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// camera.mute();
    /// let listener = track.on_unmute(|event| web_sys::console::log_1(&event.type_().into()));
    /// camera.unmute(); // the listener has been called
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#event-mediastreamtrack-unmute>
    pub fn on_unmute(&self, callback: impl Fn(Event) + 'static) -> Listener {
        Listener::new(self, "unmute", callback)
    }
}
