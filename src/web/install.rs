//! install(), for Rust.

#[cfg(feature = "devices")]
use js_sys::Reflect;
use js_sys::{Object, global};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

#[cfg(feature = "devices")]
use super::VirtualDevices;
use super::{Error, Installation, dictionaries::to_js, sys::install_or_throw};

/// How [`install_with_options`] shall install.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::{Error, InstallOptions, install_with_options};
/// # fn main() -> Result<(), Error> {
/// let options = InstallOptions { legacy: true };
/// install_with_options(&js_sys::global(), options)?;
/// # Ok(())
/// # }
/// ```
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
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::{Error, install};
/// # fn main() -> Result<(), Error> {
/// let installation = install()?;
/// web_sys::console::log_1(&installation.repaired().join(", ").into());
/// # Ok(())
/// # }
/// ```
pub fn install() -> Result<Installation, Error> {
    install_with_options(&global(), InstallOptions::default())
}

/// The same for any host, such as a frame's window.
///
/// # Errors
///
/// [`ErrorKind::Type`](super::ErrorKind::Type) where the host can't be written to.
///
/// # Examples
///
/// ```
/// # use mediastream_polyfill::{Error, InstallOptions, install_with_options};
/// # fn main() -> Result<(), Error> {
/// let worker_or_window = js_sys::global();
/// install_with_options(&worker_or_window, InstallOptions::default())?;
/// # Ok(())
/// # }
/// ```
pub fn install_with_options(host: &Object, options: InstallOptions) -> Result<Installation, Error> {
    install_dictionary(host, &to_js(&options)?)
}

#[cfg(feature = "devices")]
impl VirtualDevices {
    /// Installs as [`install`] does, with these devices at the page's `navigator.mediaDevices`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) where the host can't be written to.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{DeviceKind, Error, VirtualDeviceInit, VirtualDevices, VirtualDevicesOptions};
    /// # fn main() -> Result<(), Error> {
    /// # let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// # let camera = devices.connect(&VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD"))?;
    /// let installation = devices.install()?;
    /// // … the page asks `navigator.mediaDevices` for a camera …
    /// installation.uninstall();
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-navigator-mediadevices>
    pub fn install(&self) -> Result<Installation, Error> {
        self.install_with_options(&global(), InstallOptions::default())
    }

    /// The same for any host, such as a frame's window.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Type`](super::ErrorKind::Type) where the host can't be written to.
    ///
    /// # Examples
    ///
    /// ```
    /// # use mediastream_polyfill::{DeviceKind, Error, VirtualDeviceInit, VirtualDevices, VirtualDevicesOptions, InstallOptions};
    /// # fn main() -> Result<(), Error> {
    /// # let devices = VirtualDevices::new(VirtualDevicesOptions::default())?;
    /// # let camera = devices.connect(&VirtualDeviceInit::new(DeviceKind::VideoInput, "FaceTime HD"))?;
    /// devices.install_with_options(&js_sys::global(), InstallOptions { legacy: true })?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// <https://w3c.github.io/mediacapture-main/#dom-navigator-mediadevices>
    pub fn install_with_options(
        &self,
        host: &Object,
        options: InstallOptions,
    ) -> Result<Installation, Error> {
        let options = to_js(&options)?;
        Reflect::set(&options, &"devices".into(), self)?;
        install_dictionary(host, &options)
    }
}

fn install_dictionary(host: &Object, options: &JsValue) -> Result<Installation, Error> {
    if cfg!(debug_assertions) {
        console_error_panic_hook::set_once();
    }
    Ok(install_or_throw(host, options)?)
}
