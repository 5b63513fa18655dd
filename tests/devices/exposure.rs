//! <https://www.w3.org/TR/mediacapture-streams/#device-information-exposure>

use mediastream_polyfill::devices::PermissionState::{Denied, Granted, Prompt};
use mediastream_polyfill::devices::{Answer, Exposure, Step};

use crate::scene::{AudioInput, AudioOutput, Scene, VideoInput};

const NONE: Exposure = Exposure { microphone: false, camera: false };
const MICROPHONES: Exposure = Exposure { microphone: true, camera: false };
const CAMERAS: Exposure = Exposure { microphone: false, camera: true };

#[test]
fn nothing_is_exposed_at_first() {
    assert_eq!(Scene::new().media_devices.exposure(), NONE);
    assert!(!NONE.is_any());
    assert!(MICROPHONES.is_any() && CAMERAS.is_any() && Exposure::FULL.is_any());
}

#[test]
fn outputs_are_exposed_with_microphones() {
    assert_eq!(
        [AudioInput, VideoInput, AudioOutput].map(|kind| MICROPHONES.includes(kind)),
        [true, false, true]
    );
    assert_eq!(
        [AudioInput, VideoInput, AudioOutput].map(|kind| CAMERAS.includes(kind)),
        [false, true, false]
    );
}

#[test]
fn a_grant_exposes_what_was_requested_and_where_permission_is_granted_without_asking_the_other_kind()
 {
    for (permission, audio, video, exposure) in [
        (Prompt, true, false, MICROPHONES),
        (Prompt, false, true, CAMERAS),
        (Prompt, true, true, Exposure::FULL),
        (Granted, true, false, Exposure::FULL),
        (Granted, false, true, Exposure::FULL),
    ] {
        let mut scene = Scene::new();
        scene.plug_in_all([AudioInput, VideoInput]);
        scene.media_devices.set_permission(permission);
        let mut call = scene.get_user_media(audio, video);
        if permission == Prompt {
            assert_eq!(call.go_on(), Step::RequestPermission);
            assert_eq!(call.media_devices.exposure(), NONE, "not before the answer");
        }
        assert_eq!(call.go_on(), Step::Resolve);
        assert_eq!(scene.media_devices.exposure(), exposure, "{permission:?}, {audio}, {video}");
    }
}

#[test]
fn what_is_exposed_stays_so_whatever_is_requested_next() {
    for (audio_first, exposure) in [(true, MICROPHONES), (false, CAMERAS)] {
        let mut scene = Scene::new();
        scene.plug_in_all([AudioInput, VideoInput]);
        scene.media_devices.set_permission(Prompt);
        for (audio, exposure) in [(audio_first, exposure), (!audio_first, Exposure::FULL)] {
            let mut call = scene.get_user_media(audio, !audio);
            assert_eq!(call.go_on(), Step::RequestPermission);
            assert_eq!(call.go_on(), Step::Resolve);
            assert_eq!(scene.media_devices.exposure(), exposure);
        }
    }
}

#[test]
fn a_call_that_fails_before_the_grant_exposes_nothing() {
    let mut scene = Scene::new();
    let [camera, _] = scene.plug_in_all([VideoInput, AudioInput]);
    scene.media_devices.set_permission(Denied);
    assert_eq!(scene.get_user_media(true, true).go_on(), Step::RejectPermissionDenied);
    scene.media_devices.set_permission(Prompt);
    let mut call = scene.get_user_media(false, true);
    assert_eq!(call.go_on(), Step::RequestPermission);
    assert_eq!(call.say(Answer::No), Step::RejectPermissionDenied);
    let mut call = scene.get_user_media(false, true);
    call.begin();
    assert_eq!(call.say(Answer::No), Step::RejectOverconstrainedUnexposed);
    let mut call = scene.get_user_media(false, true);
    call.begin();
    assert_eq!(call.say(Answer::NotAllowed), Step::RejectNotAllowed);
    scene.pull_out(camera);
    assert_eq!(scene.get_user_media(false, true).go_on(), Step::RejectNotFound);
    assert_eq!(scene.media_devices.exposure(), NONE);
}

#[test]
fn a_call_that_fails_after_the_grant_has_exposed_what_it_requested() {
    let mut scene = Scene::new();
    scene.plug_in_all([VideoInput, AudioInput]);
    let mut call = scene.get_user_media(false, true);
    call.go_on_to(Step::Choose);
    assert_eq!(call.say(Answer::No), Step::RejectNotReadable);
    assert_eq!(scene.media_devices.exposure(), Exposure::FULL);
}

#[test]
fn a_change_of_the_permission_state_is_told_and_the_same_state_again_is_not() {
    let mut scene = Scene::new();
    let told = [Granted, Denied, Denied, Prompt, Granted, Granted]
        .map(|permission| scene.media_devices.set_permission(permission));
    assert_eq!(told, [false, true, false, true, true, false]);
}
