//! Devices, what is listed of them, and a call of getUserMedia() that is told anything at any time.

#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use mediastream_polyfill::devices::{
    Description, DeviceId, DeviceKind, Exposure, Listing, MediaDevices, PermissionState, Request,
    Step,
};

// What it is compared with is what the tests compare with.
#[allow(dead_code)]
#[path = "../../tests/devices/model.rs"]
mod model;
#[allow(dead_code, unused_imports)]
#[path = "../../tests/devices/scene.rs"]
mod scene;

use model::{Model, name};

#[derive(Arbitrary, Debug)]
enum Fact {
    Connect { kind: u8, texts: [u8; 3], is_default: bool },
    Disconnect(u8),
    Busy(u8, bool),
    Broken(u8, bool),
    Notify,
    Expose(bool, bool),
    Permission(u8),
    // Of the call.
    Step,
    Remove(u8),
    NotAllowed,
    Answered(bool),
    Choose(u8),
    ApplyConstraintsFailed,
}

struct Scene {
    devices: MediaDevices,
    model: Model,
    request: Request,
    steps: Vec<Step>,
}

impl Scene {
    fn tell(&mut self, fact: Fact) -> Option<()> {
        use Fact::*;
        match fact {
            Connect { kind, texts, is_default } => {
                let kind = DeviceKind::new(u32::from(kind % 3))?;
                let texts = texts.map(|text| u32::from(text % 8));
                let [device_id, label, group_id] = texts;
                let description = Description { kind, device_id, label, group_id };
                let id = self.devices.connect(description, is_default).map(DeviceId::get);
                assert_eq!(id, self.model.connect(kind, texts, is_default));
            }
            Disconnect(device) => {
                self.devices.disconnect(DeviceId::new(u32::from(device))?);
                self.model.disconnect(u32::from(device));
            }
            Busy(device, busy) => self.devices.set_busy(DeviceId::new(u32::from(device))?, busy),
            Broken(device, broken) => {
                self.devices.set_broken(DeviceId::new(u32::from(device))?, broken);
            }
            Notify => assert_eq!(self.devices.notify_of_change(), self.model.notify()),
            Expose(microphone, camera) => {
                self.model.exposure = Exposure { microphone, camera };
                self.devices.set_exposure(self.model.exposure);
            }
            Permission(state) => {
                self.devices.set_permission(PermissionState::new(u32::from(state % 3))?);
            }
            Step => self.take_step(),
            Remove(place) => self.request.remove_candidate(usize::from(place)),
            NotAllowed => self.request.constraint_is_not_allowed(),
            Answered(granted) => self.request.permission_answered(granted),
            Choose(place) => self.request.choose(usize::from(place)),
            ApplyConstraintsFailed => self.request.apply_constraints_failed(),
        }
        Some(())
    }

    /// No step is taken twice, but that of waiting for the user and the last.
    fn take_step(&mut self) {
        let step = self.request.next_step(&mut self.devices);
        self.model.exposure = self.devices.exposure();
        let last = self.steps.last().copied();
        if let Some(settled @ (Step::Resolve | Step::Reject(_))) = last {
            assert_eq!(step, settled, "it was settled");
        } else if !matches!(step, Step::RequestPermission) {
            assert!(!self.steps.contains(&step), "{step:?} again");
        }
        if last != Some(step) {
            self.steps.push(step);
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
        let mut listing = Listing::default();
        let listed = std::iter::from_fn(|| scene.devices.next_device_info(&mut listing));
        assert_eq!(listed.map(name).collect::<Vec<_>>(), scene.model.enumerate());
    }
});
