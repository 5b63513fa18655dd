//! Devices and calls of getUserMedia(), as short as a test wants to say it.

use mediastream_polyfill::devices::{
    Answer, Description, DeviceId, DeviceInfo, DeviceKind, Exposure, Listing, MediaDevices,
    MediaType, Request, Step, Told,
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
        self.texts += 1;
        Description { kind, device_id: self.texts, label_and_group_id: self.texts }
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
        let mut listing = Listing::new();
        std::iter::from_fn(|| self.media_devices.next_device_info(&mut listing)).collect()
    }

    /// What getUserMedia() may choose from.
    pub fn candidates(&self, media_type: MediaType) -> Vec<DeviceId> {
        let mut listing = Listing::new();
        let next = || self.media_devices.next_candidate(media_type, &mut listing);
        std::iter::from_fn(next).collect()
    }

    /// Calls getUserMedia().
    pub fn get_user_media(&mut self, audio: bool, video: bool) -> Call<'_> {
        let request = Request::new(audio, video).expect("something is requested");
        Call { request, media_devices: &mut self.media_devices }
    }
}

/// A call of getUserMedia().
pub struct Call<'a> {
    request: Request,
    pub media_devices: &'a mut MediaDevices,
}

impl Call<'_> {
    /// The next step, when the answer to the last one is this.
    pub fn say(&mut self, answer: Answer) -> Step {
        self.request.next_step(self.media_devices, answer)
    }

    /// The first step: there was none that could be answered.
    pub fn begin(&mut self) -> Step {
        self.say(Answer::No)
    }

    /// The media type that the step is about.
    pub fn media_type(&self) -> MediaType {
        self.request.media_type
    }

    /// Goes on while everything goes well, until a step, and says for which media type that is.
    pub fn go_on_to(&mut self, step: Step) -> MediaType {
        for _ in 0..8 {
            if self.say(Answer::Yes) == step {
                return self.media_type();
            }
        }
        panic!("there is no {step:?}");
    }

    /// Goes on while everything goes well, until the user is asked or the call is settled.
    pub fn go_on(&mut self) -> Step {
        loop {
            let step = self.say(Answer::Yes);
            if step == Step::RequestPermission || is_settled(step) {
                return step;
            }
        }
    }
}

/// Whether the promise is resolved or rejected.
pub fn is_settled(step: Step) -> bool {
    Step::new(step as u32).is_none()
}

pub fn nameless(device: DeviceId) -> DeviceInfo {
    DeviceInfo { device, told: Told::Kind }
}

pub fn named(device: DeviceId) -> DeviceInfo {
    DeviceInfo { device, told: Told::Description }
}

pub fn system_default(device: DeviceId) -> DeviceInfo {
    DeviceInfo { device, told: Told::SystemDefault }
}
