//! Whatever devices come and go, and whatever is asked of them, the rules do what the model does.

use mediastream_polyfill::devices::{
    Description, DeviceId, DeviceKind, Exposure, Failure, Listing, MediaDevices, PermissionState,
    Request, Step,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::model::{Model, ModelCall, Prospect, name};
use crate::scene::{AudioInput, AudioOutput, VideoInput};

#[derive(Clone, Debug)]
enum Action {
    /// A few texts, so that some are equal.
    Connect(DeviceKind, [u32; 3], bool),
    Disconnect(u32),
    Notify,
    Expose(bool, bool),
}

fn action() -> impl Strategy<Value = Action> {
    let kind = prop_oneof![Just(AudioInput), Just(VideoInput), Just(AudioOutput)];
    prop_oneof![
        4 => (kind, [0..6u32, 0..2, 0..2], any::<bool>())
            .prop_map(|(kind, texts, is_default)| Action::Connect(kind, texts, is_default)),
        3 => (0..24u32).prop_map(Action::Disconnect),
        4 => Just(Action::Notify),
        1 => (any::<bool>(), any::<bool>()).prop_map(|(audio, video)| Action::Expose(audio, video)),
    ]
}

fn prospect() -> impl Strategy<Value = Prospect> {
    let (usually, seldom) = (prop::bool::weighted(0.7), prop::bool::weighted(0.3));
    (any::<bool>(), [usually, usually], seldom, seldom, seldom).prop_map(
        |(is_video, fits, busy, broken, unplugged)| Prospect {
            is_video,
            fits,
            busy,
            broken,
            unplugged,
        },
    )
}

fn call() -> impl Strategy<Value = ModelCall> {
    let requested = || option::of(prop::bool::weighted(0.1));
    let permission = prop_oneof![
        3 => Just(PermissionState::Granted),
        1 => Just(PermissionState::Denied),
        3 => Just(PermissionState::Prompt),
    ];
    let exposure = (any::<bool>(), any::<bool>());
    let mostly = prop::bool::weighted(0.8);
    (vec(prospect(), 0..8), requested(), requested(), permission, mostly, exposure, mostly)
        .prop_map(|(prospects, audio, video, permission, answer, (microphone, camera), applies)| {
            ModelCall {
                prospects,
                audio,
                video,
                permission,
                answer,
                exposure: Exposure { microphone, camera },
                applies,
            }
        })
}

/// Does what a call asks for, as JavaScript does, and says what came of it.
fn perform(call: &ModelCall) -> Result<Vec<usize>, Failure> {
    let mut media_devices = MediaDevices::new();
    let mut ids = Vec::new();
    for (index, prospect) in call.prospects.iter().enumerate() {
        let kind = if prospect.is_video { VideoInput } else { AudioInput };
        let description = Description { kind, device_id: index as u32, label: 0, group_id: 0 };
        ids.extend(media_devices.connect(description, false));
    }
    media_devices.notify_of_change();
    media_devices.set_permission(call.permission);
    media_devices.set_exposure(call.exposure);
    let index_of = |id: DeviceId| ids.iter().position(|other| *other == id).unwrap();
    let mut request = Request::new(call.audio.is_some(), call.video.is_some()).unwrap();
    let (mut chosen, mut has_stopped) = (Vec::new(), false);
    // The world changes once, while the user is asked or else at the end of the examination.
    let change = |media_devices: &mut MediaDevices| {
        for (id, prospect) in ids.iter().zip(&call.prospects) {
            media_devices.set_busy(*id, prospect.busy);
            media_devices.set_broken(*id, prospect.broken);
            if prospect.unplugged {
                media_devices.disconnect(*id);
            }
        }
    };
    let requested = u32::from(call.audio.is_some()) + u32::from(call.video.is_some());
    let mut examined = 0;
    loop {
        match request.next_step(&mut media_devices) {
            Step::SelectSettings(of) => {
                examined += 1;
                let not_allowed = if of == crate::scene::Audio { call.audio } else { call.video };
                if not_allowed == Some(true) {
                    request.constraint_is_not_allowed();
                }
                let mut place = 0;
                while let Some(id) = request.candidate(place) {
                    if !call.prospects[index_of(id)].fits[0] {
                        request.remove_candidate(place);
                    }
                    place += 1;
                }
                if examined == requested && call.permission == PermissionState::Granted {
                    change(&mut media_devices);
                }
            }
            Step::RequestPermission => {
                change(&mut media_devices);
                request.permission_answered(call.answer);
            }
            Step::Choose(_) => {
                let candidates = (0..).map_while(|place| request.candidate(place));
                let fitting = candidates.map(index_of).enumerate();
                let best = fitting.into_iter().find(|(_, index)| call.prospects[*index].fits[1]);
                if let Some((place, index)) = best {
                    chosen.push(index);
                    request.choose(place);
                }
            }
            Step::CreateStream => {
                if !call.applies {
                    request.apply_constraints_failed();
                }
            }
            Step::StopTracks => has_stopped = true,
            Step::Resolve => return Ok(chosen),
            Step::Reject(failure) => {
                assert_eq!(has_stopped, failure == Failure::ApplyConstraints);
                return Err(failure);
            }
        }
    }
}

/// What JavaScript may say of a request, at any time.
#[derive(Clone, Debug)]
enum Fact {
    Remove(usize),
    NotAllowed,
    Answered(bool),
    Choose(usize),
    ApplyFailed,
    Permission(PermissionState),
    Unplug(u32),
    Step,
}

fn fact() -> impl Strategy<Value = Fact> {
    use PermissionState::{Denied, Granted, Prompt};
    prop_oneof![
        (0..4usize).prop_map(Fact::Remove),
        Just(Fact::NotAllowed),
        any::<bool>().prop_map(Fact::Answered),
        any::<usize>().prop_map(Fact::Choose),
        Just(Fact::ApplyFailed),
        prop_oneof![Just(Granted), Just(Denied), Just(Prompt)].prop_map(Fact::Permission),
        (0..8u32).prop_map(Fact::Unplug),
        Just(Fact::Step),
    ]
}

proptest! {
    #[test]
    fn what_is_listed_and_what_has_changed_is_what_the_model_says(actions in vec(action(), 0..60)) {
        let (mut devices, mut model) = (MediaDevices::new(), Model::default());
        for action in actions {
            match action {
                Action::Connect(kind, texts, is_default) => {
                    let [device_id, label, group_id] = texts;
                    let description = Description { kind, device_id, label, group_id };
                    let id = devices.connect(description, is_default).map(DeviceId::get);
                    prop_assert_eq!(id, model.connect(kind, texts, is_default));
                }
                Action::Disconnect(number) => {
                    if let Some(id) = DeviceId::new(number) {
                        devices.disconnect(id);
                    }
                    model.disconnect(number);
                }
                Action::Notify => prop_assert_eq!(devices.notify_of_change(), model.notify()),
                Action::Expose(microphone, camera) => {
                    model.exposure = Exposure { microphone, camera };
                    devices.set_exposure(model.exposure);
                }
            }
            let mut listing = Listing::default();
            let listed = std::iter::from_fn(|| devices.next_device_info(&mut listing)).map(name);
            prop_assert_eq!(listed.collect::<Vec<_>>(), model.enumerate());
        }
    }

    #[test]
    fn a_call_comes_to_what_the_model_says(call in call()) {
        prop_assume!(call.audio.is_some() || call.video.is_some());
        prop_assert_eq!(perform(&call), call.outcome());
    }

    #[test]
    fn a_call_takes_a_few_steps_and_stays_settled_whatever_it_is_told(
        kinds in vec(any::<bool>(), 0..6),
        facts in vec(fact(), 0..60),
    ) {
        let mut devices = MediaDevices::new();
        for (index, is_video) in kinds.into_iter().enumerate() {
            let kind = if is_video { VideoInput } else { AudioInput };
            devices.connect(Description { kind, device_id: index as u32, label: 0, group_id: 0 }, false);
        }
        let mut request = Request::new(true, true).unwrap();
        let (mut steps, mut settled) = (Vec::new(), None);
        for fact in facts {
            match fact {
                Fact::Remove(place) => request.remove_candidate(place),
                Fact::NotAllowed => request.constraint_is_not_allowed(),
                Fact::Answered(granted) => request.permission_answered(granted),
                Fact::Choose(place) => request.choose(place),
                Fact::ApplyFailed => request.apply_constraints_failed(),
                Fact::Permission(permission) => devices.set_permission(permission),
                Fact::Unplug(number) => {
                    if let Some(id) = DeviceId::new(number) {
                        devices.disconnect(id);
                    }
                }
                Fact::Step => {
                    let step = request.next_step(&mut devices);
                    prop_assert!(settled.is_none() || settled == Some(step));
                    if matches!(step, Step::Resolve | Step::Reject(_)) {
                        settled = Some(step);
                    } else if step != Step::RequestPermission {
                        prop_assert!(!steps.contains(&step), "{:?} again", step);
                        steps.push(step);
                    }
                }
            }
        }
    }
}
