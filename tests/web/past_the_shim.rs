//! What only JavaScript does: it calls another class's method on an object.

use js_sys::Function;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = EventTarget)]
    pub(crate) type HostEventTarget;

    /// `EventTarget.prototype.addEventListener.call(target, …)`: past the package's own method.
    #[wasm_bindgen(method, final, js_class = EventTarget, js_name = addEventListener)]
    pub(crate) fn add_event_listener(this: &HostEventTarget, event_type: &str, listener: &Function);
}
