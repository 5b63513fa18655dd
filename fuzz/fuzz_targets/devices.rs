//! Devices, what is listed of them, and a call of getUserMedia() that is told anything at any time.

#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use mediastream_polyfill::devices::{
    Answer, Description, DeviceId, DeviceKind, Exposure, Listing, MediaDevices, MediaType,
    PermissionState, Request, Step,
};

// What it is compared with is what the tests compare with; they use parts of these files that this doesn't.
#[allow(dead_code)]
#[path = "../../tests/devices/model.rs"]
mod model;
#[allow(dead_code, unused_imports)]
#[path = "../../tests/devices/scene.rs"]
mod scene;

use model::{Model, name};

#[derive(Arbitrary, Debug)]
enum Fact {
    Connect {
        kind: u8,
        texts: [u8; 2],
        is_default: bool,
    },
    Disconnect(u8),
    Notify,
    Expose(bool, bool),
    Permission(u8),
    /// The answer to the step of the call.
    Step(u8),
}

struct Scene {
    devices: MediaDevices,
    model: Model,
    request: Request,
    steps: Vec<(Step, MediaType)>,
}

impl Scene {
    fn tell(&mut self, fact: Fact) -> Option<()> {
        use Fact::*;
        match fact {
            Connect { kind, texts, is_default } => {
                let kind = DeviceKind::new(u32::from(kind % 3))?;
                let texts = texts.map(|text| u32::from(text % 8));
                let [device_id, label_and_group_id] = texts;
                let description = Description { kind, device_id, label_and_group_id };
                let id = self.devices.connect(description, is_default).map(DeviceId::get);
                assert_eq!(id, self.model.connect(kind, texts, is_default));
            }
            Disconnect(device) => {
                self.devices.disconnect(DeviceId::new(u32::from(device))?);
                self.model.disconnect(u32::from(device));
            }
            Notify => assert_eq!(self.devices.notify_of_change(), self.model.notify()),
            Expose(microphone, camera) => {
                self.model.exposure = Exposure { microphone, camera };
                self.devices.set_exposure(self.model.exposure);
            }
            Permission(state) => {
                self.devices.set_permission(PermissionState::new(u32::from(state % 3))?);
            }
            Step(answer) => self.take_step(Answer::new(u32::from(answer % 4))?),
        }
        Some(())
    }

    /// No step is taken twice for a media type, but the last.
    fn take_step(&mut self, answer: Answer) {
        let before = self.steps.last().copied();
        self.request.next_step(&mut self.devices, answer);
        self.model.exposure = self.devices.exposure();
        let Request { step, media_type, .. } = self.request;
        let is_settled = Step::new(step as u32).is_none();
        match before {
            Some((settled, _)) if Step::new(settled as u32).is_none() => {
                assert_eq!(step, settled, "it was settled");
            }
            _ if is_settled => self.steps.push((step, media_type)),
            _ => {
                assert!(!self.steps.contains(&(step, media_type)), "{step:?} again");
                self.steps.push((step, media_type));
            }
        }
    }
}

fuzz_target!(|facts: (bool, bool, Vec<Fact>)| {
    let (audio, video, facts) = facts;
    let Some(request) = Request::new(audio, video) else { return };
    let (devices, model) = (MediaDevices::new(), Model::default());
    let mut scene = Scene { devices, model, request, steps: Vec::new() };
    for fact in facts {
        scene.tell(fact);
        let mut listing = Listing::new();
        let listed = std::iter::from_fn(|| scene.devices.next_device_info(&mut listing));
        assert_eq!(listed.map(name).collect::<Vec<_>>(), scene.model.enumerate());
    }
});
