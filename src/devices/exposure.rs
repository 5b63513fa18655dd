//! [Device information exposure](https://www.w3.org/TR/mediacapture-streams/#device-information-exposure).

use super::device::DeviceKind;
use super::media_devices::MediaDevices;
use super::permission::PermissionState;

/// Of which devices the page may know more than that there is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exposure {
    /// `[[canExposeMicrophoneInfo]]`
    pub microphone: bool,
    /// `[[canExposeCameraInfo]]`
    pub camera: bool,
}

impl Exposure {
    /// Of every device.
    pub const FULL: Self = Self { microphone: true, camera: true };

    /// Whether the labels and ids of devices of a kind can be exposed. For audio output devices that is the exposure
    /// decision algorithm of [Audio Output Devices](https://w3c.github.io/mediacapture-output/): they go with the
    /// microphones.
    ///
    /// A device with a live track can be exposed always, and no track is made before this is set.
    #[must_use]
    pub fn includes(self, kind: DeviceKind) -> bool {
        match kind {
            DeviceKind::VideoInput => self.camera,
            DeviceKind::AudioInput | DeviceKind::AudioOutput => self.microphone,
        }
    }

    /// Whether device information can be exposed, of some device at least.
    ///
    /// <https://www.w3.org/TR/mediacapture-streams/#device-information-can-be-exposed>
    #[must_use]
    pub fn is_any(self) -> bool {
        self.microphone || self.camera
    }
}

impl MediaDevices {
    /// Of which devices information can be exposed.
    #[must_use]
    pub fn exposure(&self) -> Exposure {
        self.exposure
    }

    /// Sets it from outside: a user agent may do so at any point.
    pub fn set_exposure(&mut self, exposure: Exposure) {
        self.exposure = exposure;
    }

    /// Sets the device information exposure to true for what was requested, and extends it to the other kind where
    /// that is granted without asking.
    ///
    /// <https://www.w3.org/TR/mediacapture-streams/#set-device-information-exposure>
    pub(super) fn expose(&mut self, audio: bool, video: bool) {
        let extended = self.permission == PermissionState::Granted;
        self.exposure.microphone |= audio || extended;
        self.exposure.camera |= video || extended;
    }
}
