//! What the package throws and rejects with.

use alloc::string::{String, ToString};
use core::fmt;

use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Why an operation has failed: a JavaScript error, as Rust sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    kind: ErrorKind,
    message: String,
    value: JsValue,
}

/// Which error it is. The names are those of
/// [DOMException](https://webidl.spec.whatwg.org/#idl-DOMException-error-names) and of JavaScript's own errors.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A `TypeError`: an argument is not what it must be, and nothing has changed.
    Type,
    /// A `RangeError`: there is no memory left.
    Range,
    /// `InvalidStateError`: a source that has ended makes no tracks.
    InvalidState,
    /// `NotFoundError`: no such device is connected.
    NotFound,
    /// `NotAllowedError`: the user has denied it.
    NotAllowed,
    /// `NotReadableError`: another program has the device.
    NotReadable,
    /// `AbortError`: the device can't be accessed otherwise.
    Abort,
    /// `OverconstrainedError`: no settings meet the constraints.
    Overconstrained {
        /// The name of a constraint that couldn't be met, or `""`.
        constraint: String,
    },
    /// Any other, such as what the host throws.
    Other,
}

impl Error {
    /// Which error it is.
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }

    /// What was thrown.
    pub fn value(&self) -> &JsValue {
        &self.value
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl core::error::Error for Error {}

impl From<JsValue> for Error {
    fn from(value: JsValue) -> Self {
        let kind = match string_of(&value, "name").as_deref() {
            Some("TypeError") => ErrorKind::Type,
            Some("RangeError") => ErrorKind::Range,
            Some("InvalidStateError") => ErrorKind::InvalidState,
            Some("NotFoundError") => ErrorKind::NotFound,
            Some("NotAllowedError") => ErrorKind::NotAllowed,
            Some("NotReadableError") => ErrorKind::NotReadable,
            Some("AbortError") => ErrorKind::Abort,
            Some("OverconstrainedError") => ErrorKind::Overconstrained {
                constraint: string_of(&value, "constraint").unwrap_or_default(),
            },
            _ => ErrorKind::Other,
        };
        let message = string_of(&value, "message").unwrap_or_else(|| alloc::format!("{value:?}"));
        Error { kind, message, value }
    }
}

impl From<serde_wasm_bindgen::Error> for Error {
    fn from(error: serde_wasm_bindgen::Error) -> Self {
        Error::from(JsValue::from(error))
    }
}

impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        error.value
    }
}

fn string_of(value: &JsValue, property: &str) -> Option<String> {
    let string = Reflect::get(value, &JsValue::from_str(property)).ok()?;
    string.dyn_ref::<JsString>().map(ToString::to_string)
}
