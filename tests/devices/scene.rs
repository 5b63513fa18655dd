//! Devices and calls of getUserMedia(), as short as a test wants to say it.

use mediastream_polyfill::devices::{
    Description, DeviceId, DeviceInfo, DeviceKind, Exposure, Listing, MediaDevices, Request, Step,
};

pub use mediastream_polyfill::devices::DeviceKind::{AudioInput, AudioOutput, VideoInput};
pub use mediastream_polyfill::devices::MediaType::{Audio, Video};

/// A user with devices, and a page.
#[derive(Default)]
pub struct Scene {
    pub media_devices: MediaDevices,
    texts: u32,
}

impl Scene {
    pub fn new() -> Self {
        Self::default()
    }

    /// Where the page may know everything from the start.
    pub fn exposed() -> Self {
        let mut scene = Self::new();
        scene.media_devices.set_exposure(Exposure::FULL);
        scene
    }

    /// What is told of a device that has nothing in common with another.
    pub fn describe(&mut self, kind: DeviceKind) -> Description {
        self.texts += 3;
        let texts = self.texts;
        Description { kind, device_id: texts, label: texts + 1, group_id: texts + 2 }
    }

    /// Connects a device, and says whether `devicechange` is fired.
    pub fn plug_in(&mut self, kind: DeviceKind) -> (DeviceId, bool) {
        self.plug(kind, false)
    }

    /// Connects the system default of its kind.
    pub fn plug_in_default(&mut self, kind: DeviceKind) -> (DeviceId, bool) {
        self.plug(kind, true)
    }

    fn plug(&mut self, kind: DeviceKind, is_default: bool) -> (DeviceId, bool) {
        let description = self.describe(kind);
        let device = self.media_devices.connect(description, is_default);
        (device.expect("it is another device"), self.media_devices.notify_of_change())
    }

    /// Devices of one kind, the first connected first.
    pub fn plug_in_all<const COUNT: usize>(
        &mut self,
        kinds: [DeviceKind; COUNT],
    ) -> [DeviceId; COUNT] {
        kinds.map(|kind| self.plug_in(kind).0)
    }

    /// Disconnects a device, and says whether `devicechange` is fired.
    pub fn pull_out(&mut self, device: DeviceId) -> bool {
        self.media_devices.disconnect(device);
        self.media_devices.notify_of_change()
    }

    /// What enumerateDevices() lists.
    pub fn enumerate(&self) -> Vec<DeviceInfo> {
        let mut listing = Listing::default();
        std::iter::from_fn(|| self.media_devices.next_device_info(&mut listing)).collect()
    }

    /// Calls getUserMedia().
    pub fn get_user_media(&mut self, audio: bool, video: bool) -> Call<'_> {
        let request = Request::new(audio, video).expect("something is requested");
        Call { request, media_devices: &mut self.media_devices }
    }
}

/// A call of getUserMedia() that has not been settled.
pub struct Call<'a> {
    pub request: Request,
    pub media_devices: &'a mut MediaDevices,
}

impl Call<'_> {
    pub fn step(&mut self) -> Step {
        self.request.next_step(self.media_devices)
    }

    pub fn candidates(&self) -> Vec<DeviceId> {
        (0..).map_while(|place| self.request.candidate(place)).collect()
    }

    /// Goes on as long as there are devices to choose from: all of them fit, and the first is the best.
    pub fn go_on(&mut self) -> Step {
        loop {
            let step = self.step();
            match step {
                Step::Choose(_) => self.request.choose(0),
                Step::SelectSettings(_) | Step::CreateStream | Step::StopTracks => {}
                _ => return step,
            }
        }
    }
}
