//! Rust closures as listeners, and what they write down.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use mediastream_polyfill::MediaStreamTrackEvent;
use wasm_bindgen::convert::FromWasmAbi;
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget};

/// A closure as a JavaScript function, which may be called while it runs.
pub(crate) fn function<E: FromWasmAbi + 'static>(listener: impl Fn(E) + 'static) -> Function {
    let closure = Closure::<dyn Fn(E)>::new(listener);
    closure.into_js_value().unchecked_into()
}

/// Adds a closure as a listener, as script does it.
pub(crate) fn listen<E: FromWasmAbi + 'static>(
    target: &EventTarget,
    event_type: &str,
    listener: impl Fn(E) + 'static,
) {
    target.add_event_listener_with_callback(event_type, &function(listener)).unwrap();
}

/// What has happened, in its order.
#[derive(Clone, Default)]
pub(crate) struct Log(Rc<RefCell<Vec<String>>>);

impl Log {
    pub(crate) fn write(&self, entry: impl Into<String>) {
        self.0.borrow_mut().push(entry.into());
    }

    /// Writes down a stream's track events, as "removetrack camera".
    pub(crate) fn listen_to_stream(&self, stream: &EventTarget) {
        for event_type in ["addtrack", "removetrack"] {
            let log = self.clone();
            listen(stream, event_type, move |event: MediaStreamTrackEvent| {
                log.write(format!("{} {}", event.type_(), event.track().label()));
            });
        }
    }

    /// Writes down a track's events, as "ended camera".
    pub(crate) fn listen_to_track(&self, track: &EventTarget, name: &'static str) {
        for event_type in ["mute", "unmute", "ended"] {
            let log = self.clone();
            listen(track, event_type, move |event: Event| {
                log.write(format!("{} {name}", event.type_()));
            });
        }
    }

    #[track_caller]
    pub(crate) fn is(&self, entries: &[&str]) {
        assert_eq!(*self.0.borrow(), entries);
    }
}
