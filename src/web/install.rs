//! install(), for Rust.

use js_sys::{Object, Reflect, global};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use super::{Error, Installation, VirtualDevices, dictionaries::to_js, sys::install_or_throw};

/// How [`install_with_options`] shall install.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct InstallOptions {
    /// Also what the specification has dropped: `ended` of MediaStream.
    pub legacy: bool,
}

/// Gives the page, or the worker, what it lacks, and repairs what its host gets wrong.
///
/// In debug builds, the messages of panics go to the console from then on.
///
/// # Errors
///
/// [`ErrorKind::Type`](super::ErrorKind::Type) where the host can't be written to.
pub fn install() -> Result<Installation, Error> {
    install_with_options(&global(), InstallOptions::default(), None)
}

/// The same for any host, such as a frame's window, and with devices at its `navigator.mediaDevices`.
///
/// # Errors
///
/// [`ErrorKind::Type`](super::ErrorKind::Type) where the host can't be written to.
pub fn install_with_options(
    host: &Object,
    options: InstallOptions,
    devices: Option<&VirtualDevices>,
) -> Result<Installation, Error> {
    if cfg!(debug_assertions) {
        console_error_panic_hook::set_once();
    }
    let options: JsValue = to_js(&options)?;
    if let Some(devices) = devices {
        Reflect::set(&options, &"devices".into(), devices.unchecked_ref())?;
    }
    Ok(install_or_throw(host, &options)?)
}
