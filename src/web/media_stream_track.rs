//! MediaStreamTrack, for Rust.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Event;

use super::{
    Error, Listener, MediaStreamTrack, MediaTrackCapabilities, MediaTrackConstraints,
    MediaTrackSettings,
    dictionaries::{from_js, to_js},
};

impl MediaStreamTrack {
    /// The settings in effect; once the track has ended, `device_id`, `group_id` and `facing_mode` only.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Other`](super::ErrorKind::Other) where the source has been given settings that are none.
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-getsettings>
    pub fn settings(&self) -> Result<MediaTrackSettings, Error> {
        from_js(self.get_settings_object())
    }

    /// What the source can do.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Other`](super::ErrorKind::Other) where the source has been given capabilities that are none.
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-getcapabilities>
    pub fn capabilities(&self) -> Result<MediaTrackCapabilities, Error> {
        from_js(self.get_capabilities_object())
    }

    /// The constraints that were applied last.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Other`](super::ErrorKind::Other) where script has applied what these types don't tell.
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-getconstraints>
    pub fn constraints(&self) -> Result<MediaTrackConstraints, Error> {
        from_js(self.get_constraints_object())
    }

    /// Replaces the constraints. Where that fails, nothing has changed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Overconstrained`](super::ErrorKind::Overconstrained) if they can't be met.
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-applyconstraints>
    pub async fn apply(&self, constraints: &MediaTrackConstraints) -> Result<(), Error> {
        let promise = self.apply_constraints_object(&to_js(constraints)?);
        JsFuture::from(promise).await?;
        Ok(())
    }

    /// Another track of the same source, in the same state, with an id of its own. ([`Clone`] makes another reference to
    /// this one.)
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-clone>
    pub fn clone_track(&self) -> Self {
        web_sys::MediaStreamTrack::clone(self).unchecked_into()
    }

    /// Calls a closure when the source has ended; script's own `stop()` does not.
    ///
    /// <https://w3c.github.io/mediacapture-main/#event-mediastreamtrack-ended>
    pub fn on_ended(&self, callback: impl Fn(Event) + 'static) -> Listener {
        Listener::new(self, "ended", callback)
    }

    /// Calls a closure when the source can't provide media for the moment.
    ///
    /// <https://w3c.github.io/mediacapture-main/#event-mediastreamtrack-mute>
    pub fn on_mute(&self, callback: impl Fn(Event) + 'static) -> Listener {
        Listener::new(self, "mute", callback)
    }

    /// Calls a closure when the source provides media again.
    ///
    /// <https://w3c.github.io/mediacapture-main/#event-mediastreamtrack-unmute>
    pub fn on_unmute(&self, callback: impl Fn(Event) + 'static) -> Listener {
        Listener::new(self, "unmute", callback)
    }
}
