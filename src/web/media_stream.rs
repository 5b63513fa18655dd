//! MediaStream, for Rust.

use alloc::vec::Vec;
use core::borrow::Borrow;

use js_sys::Array;
use wasm_bindgen::JsCast;

use super::{Error, Listener, MediaStream, MediaStreamTrack, MediaStreamTrackEvent};

impl MediaStream {
    /// A stream of these tracks, without those that come twice.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) for a browser's own track, by which a `MediaStreamTrack` can only be
    /// called that was cast unchecked.
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastream-constructor>
    pub fn new<T: Borrow<MediaStreamTrack>>(
        tracks: impl IntoIterator<Item = T>,
    ) -> Result<Self, Error> {
        Ok(Self::with_tracks(&array(tracks))?)
    }

    /// All tracks, in the order in which they were added.
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastream-gettracks>
    pub fn tracks(&self) -> Vec<MediaStreamTrack> {
        vector(&self.get_tracks())
    }

    /// The tracks of kind `audio`, in the order in which they were added.
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastream-getaudiotracks>
    pub fn audio_tracks(&self) -> Vec<MediaStreamTrack> {
        vector(&self.get_audio_tracks())
    }

    /// The tracks of kind `video`, in the order in which they were added.
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastream-getvideotracks>
    pub fn video_tracks(&self) -> Vec<MediaStreamTrack> {
        vector(&self.get_video_tracks())
    }

    /// The track with this id.
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastream-gettrackbyid>
    pub fn track_by_id(&self, id: &str) -> Option<MediaStreamTrack> {
        self.get_track_by_id(id).map(JsCast::unchecked_into)
    }

    /// A new stream of clones of the tracks. ([`Clone`] makes another reference to this one.)
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-mediastream-clone>
    pub fn clone_stream(&self) -> Self {
        web_sys::MediaStream::clone(self).unchecked_into()
    }

    /// Calls a closure when the user agent has added a track; script's own `add_track()` does not.
    ///
    /// <https://w3c.github.io/mediacapture-main/#event-mediastream-addtrack>
    pub fn on_add_track(&self, callback: impl Fn(MediaStreamTrackEvent) + 'static) -> Listener {
        Listener::new(self, "addtrack", callback)
    }

    /// Calls a closure when the user agent has removed a track; script's own `remove_track()` does not.
    ///
    /// <https://w3c.github.io/mediacapture-main/#event-mediastream-removetrack>
    pub fn on_remove_track(&self, callback: impl Fn(MediaStreamTrackEvent) + 'static) -> Listener {
        Listener::new(self, "removetrack", callback)
    }
}

/// An array of JavaScript's, of what is given.
pub(super) fn array<T: Borrow<U>, U: AsRef<wasm_bindgen::JsValue>>(
    items: impl IntoIterator<Item = T>,
) -> Array {
    items.into_iter().map(|item| item.borrow().as_ref().clone()).collect()
}

fn vector(tracks: &Array) -> Vec<MediaStreamTrack> {
    tracks.iter().map(JsCast::unchecked_into).collect()
}
