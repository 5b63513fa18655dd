//! Whatever devices come and go, and whatever is asked of them, the rules do what the model does.

use mediastream_polyfill::devices::{
    Answer, Description, DeviceId, DeviceKind, Exposure, Listing, MediaDevices, MediaType,
    PermissionState, Request, Step,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::model::{Model, ModelCall, Prospect, name};
use crate::scene::{Audio, AudioInput, AudioOutput, VideoInput, is_settled};

#[derive(Clone, Debug)]
enum Action {
    /// A few texts, so that some are equal.
    Connect(DeviceKind, [u32; 2], bool),
    Disconnect(u32),
    Notify,
    Expose(bool, bool),
}

fn action() -> impl Strategy<Value = Action> {
    let kind = prop_oneof![Just(AudioInput), Just(VideoInput), Just(AudioOutput)];
    prop_oneof![
        4 => (kind, [0..6u32, 0..3], any::<bool>())
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
    let exposure = (any::<bool>(), any::<bool>());
    let mostly = prop::bool::weighted(0.8);
    (vec(prospect(), 0..8), requested(), requested(), permission(), mostly, exposure, mostly)
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
fn perform(call: &ModelCall) -> Result<Vec<usize>, (Step, MediaType)> {
    let mut media_devices = MediaDevices::new();
    let mut ids = Vec::new();
    for (index, prospect) in call.prospects.iter().enumerate() {
        let kind = if prospect.is_video { VideoInput } else { AudioInput };
        let description = Description { kind, device_id: index as u32, label_and_group_id: 0 };
        ids.extend(media_devices.connect(description, false));
    }
    media_devices.set_permission(call.permission);
    media_devices.set_exposure(call.exposure);
    let mut request = Request::new(call.audio.is_some(), call.video.is_some()).unwrap();
    let (mut final_set, mut chosen, mut has_stopped) = (Vec::new(), Vec::new(), false);
    let mut answer = Answer::No;
    let yes = |condition| if condition { Answer::Yes } else { Answer::No };
    loop {
        let step = request.next_step(&mut media_devices, answer);
        let of = request.media_type;
        answer = match step {
            Step::SelectSettings => {
                let mut listing = Listing::new();
                let candidates =
                    std::iter::from_fn(|| media_devices.next_candidate(of, &mut listing));
                let candidates =
                    candidates.map(|id| ids.iter().position(|other| *other == id).unwrap());
                let satisfying = candidates.filter(|index| call.prospects[*index].fits[0]);
                let before = final_set.len();
                final_set.extend(satisfying.map(|index| (of, index)));
                match if of == Audio { call.audio } else { call.video } {
                    Some(true) => Answer::NotAllowed,
                    _ => yes(final_set.len() > before),
                }
            }
            Step::RequestPermission => yes(call.answer),
            Step::Choose => {
                let (mut accessible, mut last) = (Vec::new(), Answer::No);
                for &(_, index) in final_set.iter().filter(|(other, _)| *other == of) {
                    let Prospect { busy, broken, unplugged, .. } = call.prospects[index];
                    match Answer::of_access(!unplugged, busy, broken) {
                        Answer::Yes => accessible.push(index),
                        failed => last = failed,
                    }
                }
                if accessible.is_empty() {
                    last
                } else {
                    let best = accessible.into_iter().find(|index| call.prospects[*index].fits[1]);
                    chosen.extend(best);
                    yes(best.is_some())
                }
            }
            Step::CreateStream => yes(call.applies),
            Step::StopTracks => {
                has_stopped = true;
                Answer::Yes
            }
            Step::Resolve => return Ok(chosen),
            failure => {
                assert_eq!(has_stopped, failure == Step::RejectApplyConstraints);
                return Err((failure, of));
            }
        }
    }
}

fn answers() -> impl Strategy<Value = Vec<(Answer, PermissionState)>> {
    let answer = prop_oneof![
        1 => Just(Answer::No),
        6 => Just(Answer::Yes),
        1 => Just(Answer::Failed),
        1 => Just(Answer::NotAllowed),
    ];
    vec((answer, permission()), 12)
}

fn permission() -> impl Strategy<Value = PermissionState> {
    prop_oneof![
        3 => Just(PermissionState::Granted),
        1 => Just(PermissionState::Denied),
        3 => Just(PermissionState::Prompt),
    ]
}

proptest! {
    #[test]
    fn what_is_listed_and_what_has_changed_is_what_the_model_says(actions in vec(action(), 0..60)) {
        let (mut devices, mut model) = (MediaDevices::new(), Model::default());
        for action in actions {
            match action {
                Action::Connect(kind, texts, is_default) => {
                    let [device_id, label_and_group_id] = texts;
                    let description = Description { kind, device_id, label_and_group_id };
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
            let mut listing = Listing::new();
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
    fn a_call_is_settled_after_at_most_eight_steps_and_stays_so_whatever_is_answered(
        kinds in vec(any::<bool>(), 0..3), answers in answers(), audio: bool, video: bool,
    ) {
        prop_assume!(audio || video);
        let mut devices = MediaDevices::new();
        for (index, is_video) in kinds.into_iter().enumerate() {
            let kind = if is_video { VideoInput } else { AudioInput };
            devices.connect(Description { kind, device_id: index as u32, label_and_group_id: 0 }, false);
        }
        let mut request = Request::new(audio, video).unwrap();
        let mut steps = Vec::new();
        for (answer, permission) in answers {
            devices.set_permission(permission);
            let step = request.next_step(&mut devices, answer);
            steps.push((step, request.media_type));
        }
        let settled = steps.iter().position(|(step, _)| is_settled(*step)).unwrap();
        prop_assert!(settled < 8, "{:?}", steps);
        prop_assert!(steps[settled..].iter().all(|step| *step == steps[settled]), "{:?}", steps);
        // No step is taken twice.
        for (index, step) in steps[..settled].iter().enumerate() {
            prop_assert!(!steps[..index].contains(step), "{:?}", steps);
        }
    }
}
