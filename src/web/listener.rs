//! Rust closures that listen to events for as long as they are kept.

use alloc::boxed::Box;

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::EventTarget;

/// Keeps a closure listening, which stops when this is dropped.
///
/// The closure may add, remove and end tracks, and so be called while it runs. It may also drop its own listener.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::{Error, Listener, MediaStream};
/// # fn main() -> Result<(), Error> {
/// # let stream = MediaStream::new::<mediastream_polyfill::MediaStreamTrack>([])?;
/// /// What a component keeps: dropped with it, the closure stops listening.
/// struct Call {
///     _listener: Listener,
/// }
///
/// let call = Call { _listener: stream.on_remove_track(|_| {}) };
/// # Ok(())
/// # }
/// ```
///
/// <https://dom.spec.whatwg.org/#concept-event-listener>
#[must_use = "the closure stops listening when this is dropped"]
pub struct Listener {
    target: EventTarget,
    event_type: &'static str,
    callback: Closure<dyn Fn(web_sys::Event)>,
}

impl Listener {
    pub(super) fn new<E: JsCast>(
        target: &EventTarget,
        event_type: &'static str,
        callback: impl Fn(E) + 'static,
    ) -> Self {
        let callback: Box<dyn Fn(web_sys::Event)> =
            Box::new(move |event| callback(event.unchecked_into()));
        let callback = Closure::wrap(callback);
        // It throws where one of them is not what it must be, and both are.
        let _ =
            target.add_event_listener_with_callback(event_type, callback.as_ref().unchecked_ref());
        Listener { target: target.clone(), event_type, callback }
    }

    /// Listens as long as the target lives, as a listener of JavaScript's does.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # let track = camera.create_track()?;
    /// track.on_ended(|_| web_sys::console::log_1(&"Unplugged".into())).forget();
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://dom.spec.whatwg.org/#dom-eventtarget-addeventlistener>
    pub fn forget(self) {
        core::mem::forget(self);
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback(
            self.event_type,
            self.callback.as_ref().unchecked_ref(),
        );
    }
}
