//! What the package throws and rejects with.

use alloc::string::{String, ToString};
use core::fmt;

use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Why an operation has failed: a JavaScript error, as Rust sees it.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::{Error, ErrorKind, Kind, TrackSource};
/// # fn main() -> Result<(), Error> {
/// let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
/// camera.end();
/// let error: Error = camera.create_track().unwrap_err();
/// assert_eq!((error.kind(), error.name()), (&ErrorKind::InvalidState, "InvalidStateError"));
/// # Ok(())
/// # }
/// ```
///
/// <https://webidl.spec.whatwg.org/#idl-exceptions>
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    kind: ErrorKind,
    name: String,
    message: String,
    value: JsValue,
}

/// Which error it is. The names are those of
/// [DOMException](https://webidl.spec.whatwg.org/#idl-DOMException-error-names) and of JavaScript's own errors.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::ErrorKind;
/// # fn main() {
/// fn explain(kind: &ErrorKind) -> String {
///     match kind {
///         ErrorKind::NotAllowed => "Allow the camera in the address bar".into(),
///         ErrorKind::NotReadable => "Another program has the camera".into(),
///         ErrorKind::Overconstrained { constraint } => format!("No camera has such a {constraint}"),
///         _ => "There is no camera".into(),
///     }
/// }
/// # }
/// ```
///
/// <https://webidl.spec.whatwg.org/#idl-DOMException-error-names>
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
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, ErrorKind, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # camera.end();
    /// let error = camera.create_track().unwrap_err();
    /// assert_eq!(*error.kind(), ErrorKind::InvalidState);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://webidl.spec.whatwg.org/#idl-DOMException-error-names>
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }

    /// Its name in JavaScript, such as `NotAllowedError`; `""` for what is no error, which JavaScript can throw as well.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # camera.end();
    /// assert_eq!(camera.create_track().unwrap_err().name(), "InvalidStateError");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://webidl.spec.whatwg.org/#dom-domexception-name>
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What was thrown.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{Error, Kind, TrackSource};
    /// # fn main() -> Result<(), Error> {
    /// # let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    /// # camera.end();
    /// let error = camera.create_track().unwrap_err();
    /// web_sys::console::error_1(error.value());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://webidl.spec.whatwg.org/#idl-DOMException>
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
        let name = string_of(&value, "name").unwrap_or_default();
        let kind = match name.as_str() {
            "TypeError" => ErrorKind::Type,
            "RangeError" => ErrorKind::Range,
            "InvalidStateError" => ErrorKind::InvalidState,
            "NotFoundError" => ErrorKind::NotFound,
            "NotAllowedError" => ErrorKind::NotAllowed,
            "NotReadableError" => ErrorKind::NotReadable,
            "AbortError" => ErrorKind::Abort,
            "OverconstrainedError" => ErrorKind::Overconstrained {
                constraint: string_of(&value, "constraint").unwrap_or_default(),
            },
            _ => ErrorKind::Other,
        };
        let message = string_of(&value, "message").unwrap_or_else(|| alloc::format!("{value:?}"));
        Error { kind, name, message, value }
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
