//! Which failure of getUserMedia() comes first.

use mediastream_polyfill::devices::PermissionState::{Denied, Granted, Prompt};
use mediastream_polyfill::devices::{Answer, Exposure, Step};

use crate::scene::{Audio, AudioInput, AudioOutput, Call, Scene, Video, VideoInput};

/// A call for a camera that is being examined.
fn examined(scene: &mut Scene) -> Call<'_> {
    let mut call = scene.get_user_media(false, true);
    assert_eq!(call.begin(), Step::SelectSettings);
    call
}

#[test]
fn if_the_candidate_set_is_empty_not_found_whatever_else_there_is() {
    let mut scene = Scene::new();
    assert_eq!(scene.get_user_media(true, true).begin(), Step::RejectNotFound);
    scene.plug_in(AudioOutput);
    let mut call = scene.get_user_media(true, false);
    assert_eq!((call.begin(), call.media_type()), (Step::RejectNotFound, Audio));
    scene.plug_in(AudioInput);
    assert_eq!(scene.get_user_media(false, true).begin(), Step::RejectNotFound);
    let mut call = scene.get_user_media(true, true);
    assert_eq!(call.begin(), Step::SelectSettings);
    assert_eq!((call.say(Answer::Yes), call.media_type()), (Step::RejectNotFound, Video));
}

#[test]
fn what_is_wrong_with_audio_comes_before_what_is_wrong_with_video() {
    let mut scene = Scene::new();
    scene.plug_in(AudioInput);
    for (answer, failure) in [
        (Answer::NotAllowed, Step::RejectNotAllowed),
        (Answer::No, Step::RejectOverconstrainedUnexposed),
        (Answer::Yes, Step::RejectNotFound),
    ] {
        let mut call = scene.get_user_media(true, true);
        assert_eq!((call.begin(), call.media_type()), (Step::SelectSettings, Audio));
        assert_eq!(call.say(answer), failure);
    }
}

#[test]
fn that_a_required_constraint_is_not_allowed_is_told_also_where_permission_is_denied() {
    let mut scene = Scene::new();
    scene.plug_in(VideoInput);
    for permission in [Granted, Prompt, Denied] {
        scene.media_devices.set_permission(permission);
        assert_eq!(examined(&mut scene).say(Answer::NotAllowed), Step::RejectNotAllowed);
    }
}

#[test]
fn the_constraint_to_blame_is_told_once_some_device_information_can_be_exposed() {
    let only = |microphone, camera| Exposure { microphone, camera };
    for (exposure, failure) in [
        (only(false, false), Step::RejectOverconstrainedUnexposed),
        (only(true, false), Step::RejectOverconstrained),
        (only(false, true), Step::RejectOverconstrained),
        (only(true, true), Step::RejectOverconstrained),
    ] {
        let mut scene = Scene::new();
        scene.plug_in(VideoInput);
        scene.media_devices.set_exposure(exposure);
        assert_eq!(examined(&mut scene).say(Answer::No), failure);
    }
}

#[test]
fn what_no_device_can_do_is_told_before_the_user_is_asked() {
    let mut scene = Scene::new();
    scene.plug_in_all([VideoInput, AudioInput]);
    scene.media_devices.set_permission(Prompt);
    let mut call = scene.get_user_media(true, true);
    assert_eq!(call.begin(), Step::SelectSettings);
    assert_eq!((call.say(Answer::Yes), call.media_type()), (Step::SelectSettings, Video));
    assert_eq!(call.say(Answer::No), Step::RejectOverconstrainedUnexposed);
}

#[test]
fn where_permission_is_denied_no_failure_tells_more() {
    let mut scene = Scene::exposed();
    scene.media_devices.set_permission(Denied);
    // That there is no device, that none fits, that there is one.
    assert_eq!(scene.get_user_media(false, true).begin(), Step::RejectPermissionDenied);
    scene.plug_in(VideoInput);
    for answer in [Answer::No, Answer::Yes] {
        assert_eq!(examined(&mut scene).say(answer), Step::RejectPermissionDenied);
    }
}

#[test]
fn if_all_devices_of_one_media_type_are_denied_the_next_is_not_examined() {
    let mut scene = Scene::new();
    scene.plug_in_all([AudioInput, VideoInput]);
    scene.media_devices.set_permission(Denied);
    let mut call = scene.get_user_media(true, true);
    assert_eq!(call.begin(), Step::SelectSettings);
    assert_eq!(call.say(Answer::Yes), Step::RejectPermissionDenied);
}

#[test]
fn permission_that_is_denied_while_settings_are_selected_is_denied() {
    let mut scene = Scene::new();
    scene.plug_in(VideoInput);
    let mut call = examined(&mut scene);
    call.media_devices.set_permission(Denied);
    assert_eq!(call.say(Answer::Yes), Step::RejectPermissionDenied);
}

#[test]
fn if_the_user_denies_permission_denied() {
    let mut scene = Scene::new();
    scene.plug_in(VideoInput);
    scene.media_devices.set_permission(Prompt);
    let mut call = scene.get_user_media(false, true);
    assert_eq!(call.go_on(), Step::RequestPermission);
    assert_eq!(call.say(Answer::No), Step::RejectPermissionDenied);
    assert_eq!(call.say(Answer::Yes), Step::RejectPermissionDenied, "it stays settled");
}

#[test]
fn the_users_answer_counts_whatever_has_been_decided_for_later_calls() {
    let mut scene = Scene::new();
    scene.plug_in(VideoInput);
    for (answer, later, next) in
        [(Answer::Yes, Denied, Step::Choose), (Answer::No, Granted, Step::RejectPermissionDenied)]
    {
        scene.media_devices.set_permission(Prompt);
        let mut call = scene.get_user_media(false, true);
        assert_eq!(call.go_on(), Step::RequestPermission);
        call.media_devices.set_permission(later);
        assert_eq!(call.say(answer), next);
    }
}

#[test]
fn a_lock_is_not_readable_and_any_other_reason_aborted() {
    for (answer, failure) in [
        (Answer::of_access(true, true, false), Step::RejectNotReadable),
        (Answer::of_access(true, false, true), Step::RejectAborted),
        (Answer::of_access(false, false, false), Step::RejectAborted),
    ] {
        let mut scene = Scene::new();
        scene.plug_in_all([AudioInput, VideoInput]);
        let mut call = scene.get_user_media(true, true);
        assert_eq!(call.go_on_to(Step::Choose), Audio);
        assert_eq!((call.say(answer), call.media_type()), (failure, Audio));
        let mut call = scene.get_user_media(true, true);
        call.go_on_to(Step::Choose);
        assert_eq!(call.go_on_to(Step::Choose), Video);
        assert_eq!((call.say(answer), call.media_type()), (failure, Video));
    }
}

#[test]
fn if_no_device_fits_any_more_after_the_prompt_not_readable() {
    for permission in [Granted, Prompt] {
        let mut scene = Scene::new();
        scene.plug_in(VideoInput);
        scene.media_devices.set_permission(permission);
        let mut call = scene.get_user_media(false, true);
        call.go_on_to(Step::Choose);
        assert_eq!(call.say(Answer::No), Step::RejectNotReadable);
    }
}
