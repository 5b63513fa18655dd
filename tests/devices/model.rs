//! The rules once more, as plainly as they can be written: what the properties compare with.

use mediastream_polyfill::devices::{
    DeviceInfo, DeviceKind, Exposure, MediaType, PermissionState, Step, Told,
};

use crate::scene::{Audio, AudioInput, AudioOutput, Video, VideoInput};

#[derive(Clone, Debug, PartialEq)]
pub struct ModelDevice {
    pub id: u32,
    pub kind: DeviceKind,
    pub texts: [u32; 2],
    pub says_default: bool,
}

#[derive(Clone, Debug, Default)]
pub struct Model {
    pub available: Vec<ModelDevice>,
    pub stored: Vec<ModelDevice>,
    pub exposure: Exposure,
    pub connected: u32,
}

impl Model {
    pub fn connect(
        &mut self,
        kind: DeviceKind,
        texts: [u32; 2],
        says_default: bool,
    ) -> Option<u32> {
        if self.available.iter().any(|other| (other.kind, other.texts[0]) == (kind, texts[0])) {
            return None;
        }
        self.connected += 1;
        self.available.push(ModelDevice { id: self.connected, kind, texts, says_default });
        Some(self.connected)
    }

    pub fn disconnect(&mut self, id: u32) {
        self.available.retain(|device| device.id != id);
    }

    pub fn notify(&mut self) -> bool {
        let told = |list| {
            let infos = self.infos(list).into_iter();
            infos.map(|(name, device)| {
                (name, device.kind, (name != "nameless").then_some(device.texts))
            })
        };
        let differs = told(&self.stored).ne(told(&self.available));
        self.stored = self.available.clone();
        differs
    }

    pub fn enumerate(&self) -> Vec<(&'static str, u32)> {
        self.infos(&self.stored).into_iter().map(|(name, device)| (name, device.id)).collect()
    }

    /// The three lists of the specification, step by step.
    fn infos<'a>(&self, list: &'a [ModelDevice]) -> Vec<(&'static str, &'a ModelDevice)> {
        let mut microphones = Vec::new();
        let mut cameras = Vec::new();
        let mut others = Vec::new();
        let is_default = |device: &ModelDevice| {
            let of_kind = |other: &&ModelDevice| other.kind == device.kind && other.says_default;
            list.iter().rfind(of_kind) == Some(device)
        };
        let named = |is_exposed| if is_exposed { "named" } else { "nameless" };
        for device in list.iter().filter(|device| device.kind == AudioInput) {
            let place = if is_default(device) { 0 } else { microphones.len() };
            microphones.insert(place, (named(self.exposure.microphone), device));
        }
        for device in list.iter().filter(|device| device.kind == VideoInput) {
            let place = if is_default(device) { 0 } else { cameras.len() };
            cameras.insert(place, (named(self.exposure.camera), device));
        }
        if !self.exposure.microphone {
            microphones.truncate(1);
        }
        if !self.exposure.camera {
            cameras.truncate(1);
        }
        for device in list.iter().filter(|device| device.kind == AudioOutput) {
            if self.exposure.microphone {
                others.push(("named", device));
                if is_default(device) {
                    others.insert(0, ("system default", device));
                }
            }
        }
        [microphones, cameras, others].concat()
    }
}

pub fn name(DeviceInfo { device, told }: DeviceInfo) -> (&'static str, u32) {
    let name = match told {
        Told::Kind => "nameless",
        Told::Description => "named",
        Told::SystemDefault => "system default",
    };
    (name, device.get())
}

/// A device that getUserMedia() may choose, and what becomes of it.
#[derive(Clone, Debug)]
pub struct Prospect {
    pub is_video: bool,
    /// Before the prompt, and after it.
    pub fits: [bool; 2],
    /// After the prompt.
    pub busy: bool,
    pub broken: bool,
    pub unplugged: bool,
}

#[derive(Clone, Debug)]
pub struct ModelCall {
    pub prospects: Vec<Prospect>,
    /// Whether audio and video are requested, and whether a constraint of it is not allowed.
    pub audio: Option<bool>,
    pub video: Option<bool>,
    pub permission: PermissionState,
    pub answer: bool,
    pub exposure: Exposure,
    pub applies: bool,
}

impl ModelCall {
    /// The algorithm from its first step to its last, as one function: the devices that are chosen, or why not.
    pub fn outcome(&self) -> Result<Vec<usize>, (Step, MediaType)> {
        let requested = [(Audio, self.audio), (Video, self.video)];
        let requested =
            requested.into_iter().filter_map(|(of, not_allowed)| Some((of, not_allowed?)));
        let requested: Vec<(MediaType, bool)> = requested.collect();
        let last = if self.video.is_some() { Video } else { Audio };
        let is_denied = self.permission == PermissionState::Denied;
        let specific = |failure| if is_denied { Step::RejectPermissionDenied } else { failure };
        let of_type = |of| {
            let prospects = self.prospects.iter().enumerate();
            prospects.filter(move |(_, prospect)| prospect.is_video == (of == Video))
        };
        for &(of, not_allowed) in &requested {
            if of_type(of).count() == 0 {
                return Err((specific(Step::RejectNotFound), of));
            }
            if not_allowed {
                return Err((Step::RejectNotAllowed, of));
            }
            if !of_type(of).any(|(_, prospect)| prospect.fits[0]) {
                let failure = if self.exposure.camera || self.exposure.microphone {
                    Step::RejectOverconstrained
                } else {
                    Step::RejectOverconstrainedUnexposed
                };
                return Err((specific(failure), of));
            }
            if is_denied {
                return Err((Step::RejectPermissionDenied, of));
            }
        }
        if self.permission == PermissionState::Prompt && !self.answer {
            return Err((Step::RejectPermissionDenied, last));
        }
        let mut chosen = Vec::new();
        for &(of, _) in &requested {
            let mut failure = Step::RejectNotReadable;
            let mut accessible = Vec::new();
            for (index, prospect) in of_type(of).filter(|(_, prospect)| prospect.fits[0]) {
                if prospect.unplugged || prospect.broken {
                    failure = Step::RejectAborted;
                } else if prospect.busy {
                    failure = Step::RejectNotReadable;
                } else {
                    accessible.push(index);
                }
            }
            if accessible.is_empty() {
                return Err((failure, of));
            }
            let best = accessible.into_iter().find(|&index| self.prospects[index].fits[1]);
            chosen.push(best.ok_or((Step::RejectNotReadable, of))?);
        }
        if self.applies { Ok(chosen) } else { Err((Step::RejectApplyConstraints, last)) }
    }
}
