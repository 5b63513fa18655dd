//! Which failure of getUserMedia() comes first.

use mediastream_polyfill::devices::PermissionState::{Denied, Granted, Prompt};
use mediastream_polyfill::devices::{DeviceId, Exposure, Failure, MediaDevices, Step};

use crate::scene::{Audio, AudioInput, AudioOutput, Scene, Video, VideoInput};

fn rejected(step: Step) -> Failure {
    match step {
        Step::Reject(failure) => failure,
        other => panic!("not rejected: {other:?}"),
    }
}

#[test]
fn if_the_candidate_set_is_empty_not_found_whatever_else_there_is() {
    let mut scene = Scene::new();
    assert_eq!(rejected(scene.get_user_media(true, true).go_on()), Failure::NotFound(Audio));
    scene.plug_in(AudioOutput);
    assert_eq!(rejected(scene.get_user_media(true, false).go_on()), Failure::NotFound(Audio));
    scene.plug_in(AudioInput);
    assert_eq!(rejected(scene.get_user_media(true, true).go_on()), Failure::NotFound(Video));
}

#[test]
fn a_required_constraint_that_is_not_allowed_comes_before_one_that_is_not_satisfied_and_after_not_found()
 {
    let mut scene = Scene::new();
    scene.plug_in(AudioInput);
    let mut call = scene.get_user_media(true, true);
    call.step();
    call.request.remove_candidate(0);
    call.request.constraint_is_not_allowed();
    assert_eq!(rejected(call.step()), Failure::ConstraintNotAllowed);
    // Nobody looks at the constraints of a media type that there is no device for.
    let mut call = scene.get_user_media(false, true);
    assert_eq!(rejected(call.step()), Failure::NotFound(Video));
    call.request.constraint_is_not_allowed();
    assert_eq!(rejected(call.step()), Failure::NotFound(Video));
}

#[test]
fn that_a_constraint_is_not_allowed_is_told_also_where_permission_is_denied() {
    let mut scene = Scene::new();
    scene.plug_in(VideoInput);
    scene.media_devices.set_permission(Denied);
    let mut call = scene.get_user_media(false, true);
    call.step();
    call.request.constraint_is_not_allowed();
    assert_eq!(rejected(call.step()), Failure::ConstraintNotAllowed);
}

#[test]
fn the_constraint_to_blame_is_told_once_some_device_information_can_be_exposed() {
    let only = |microphone, camera| Exposure { microphone, camera };
    for (exposure, failure) in [
        (only(false, false), Failure::OverconstrainedUnexposed),
        (only(true, false), Failure::Overconstrained),
        (only(false, true), Failure::Overconstrained),
        (only(true, true), Failure::Overconstrained),
    ] {
        let mut scene = Scene::new();
        scene.plug_in_all([VideoInput; 2]);
        scene.media_devices.set_exposure(exposure);
        let mut call = scene.get_user_media(false, true);
        call.step();
        call.request.remove_candidate(1);
        call.request.remove_candidate(0);
        assert_eq!(rejected(call.step()), failure);
    }
}

#[test]
fn what_no_device_can_do_is_told_before_the_user_is_asked() {
    let mut scene = Scene::new();
    scene.plug_in_all([VideoInput, AudioInput]);
    scene.media_devices.set_permission(Prompt);
    let mut call = scene.get_user_media(true, true);
    call.step();
    call.step();
    call.request.remove_candidate(0);
    assert_eq!(rejected(call.step()), Failure::OverconstrainedUnexposed);
}

#[test]
fn where_permission_is_denied_no_failure_tells_more() {
    // No device, none that fits, and one that is there.
    for (devices, fits) in [(0, false), (1, false), (1, true)] {
        let mut scene = Scene::exposed();
        for _ in 0..devices {
            scene.plug_in(VideoInput);
        }
        scene.media_devices.set_permission(Denied);
        let mut call = scene.get_user_media(false, true);
        if call.step() == Step::SelectSettings(Video) && !fits {
            call.request.remove_candidate(0);
        }
        assert_eq!(rejected(call.step()), Failure::PermissionDenied);
    }
}

#[test]
fn if_all_devices_of_one_media_type_are_denied_the_next_is_not_examined() {
    let mut scene = Scene::new();
    scene.plug_in(AudioInput);
    scene.media_devices.set_permission(Denied);
    assert_eq!(rejected(scene.get_user_media(true, true).go_on()), Failure::PermissionDenied);
}

#[test]
fn permission_that_is_denied_while_settings_are_selected_is_denied() {
    let mut scene = Scene::new();
    scene.plug_in(VideoInput);
    let mut call = scene.get_user_media(false, true);
    call.step();
    call.media_devices.set_permission(Denied);
    assert_eq!(rejected(call.step()), Failure::PermissionDenied);
}

#[test]
fn if_the_user_denies_permission_denied() {
    let mut scene = Scene::new();
    let [camera] = scene.plug_in_all([VideoInput]);
    // Also if there would be another failure after that.
    scene.media_devices.set_broken(camera, true);
    scene.media_devices.set_permission(Prompt);
    let mut call = scene.get_user_media(false, true);
    assert_eq!(call.go_on(), Step::RequestPermission);
    call.request.permission_answered(false);
    call.request.permission_answered(true);
    assert_eq!(rejected(call.step()), Failure::PermissionDenied);
}

/// What prevents access to a device after the user's answer, and what that is called.
type Obstacle = (fn(&mut MediaDevices, DeviceId), Failure);

const LOCKED: Obstacle = (|devices, id| devices.set_busy(id, true), Failure::NotReadable(Video));
const BROKEN: Obstacle = (|devices, id| devices.set_broken(id, true), Failure::Aborted(Video));
const UNPLUGGED: Obstacle = (MediaDevices::disconnect, Failure::Aborted(Video));
const LOCKED_AND_BROKEN: Obstacle = (
    |devices, id| {
        devices.set_busy(id, true);
        devices.set_broken(id, true);
    },
    Failure::Aborted(Video),
);

#[test]
fn a_lock_is_not_readable_and_any_other_reason_aborted_if_no_other_device_is_left() {
    for (obstruct, failure) in [LOCKED, BROKEN, UNPLUGGED, LOCKED_AND_BROKEN] {
        let mut scene = Scene::new();
        let [camera] = scene.plug_in_all([VideoInput]);
        scene.media_devices.set_permission(Prompt);
        let mut call = scene.get_user_media(false, true);
        assert_eq!(call.go_on(), Step::RequestPermission);
        obstruct(call.media_devices, camera);
        call.request.permission_answered(true);
        assert_eq!(rejected(call.step()), failure);
    }
}

#[test]
fn of_several_failures_of_access_that_of_the_last_candidate_is_told() {
    for (first, last) in [(LOCKED, BROKEN), (BROKEN, LOCKED), (UNPLUGGED, LOCKED)] {
        let mut scene = Scene::new();
        let cameras = scene.plug_in_all([VideoInput; 2]);
        scene.media_devices.set_permission(Prompt);
        let mut call = scene.get_user_media(false, true);
        assert_eq!(call.go_on(), Step::RequestPermission);
        first.0(call.media_devices, cameras[0]);
        last.0(call.media_devices, cameras[1]);
        call.request.permission_answered(true);
        assert_eq!(rejected(call.step()), last.1);
    }
}

#[test]
fn a_device_that_never_fitted_does_not_say_why_the_others_cannot_be_accessed() {
    let mut scene = Scene::new();
    let [fitting, other] = scene.plug_in_all([VideoInput; 2]);
    scene.media_devices.set_busy(fitting, true);
    scene.media_devices.set_broken(other, true);
    let mut call = scene.get_user_media(false, true);
    call.step();
    call.request.remove_candidate(1);
    assert_eq!(rejected(call.step()), Failure::NotReadable(Video));
}

#[test]
fn a_device_that_fitted_before_the_prompt_and_does_not_any_more_is_not_readable() {
    for permission in [Granted, Prompt] {
        let mut scene = Scene::new();
        scene.plug_in_all([VideoInput, AudioInput]);
        scene.media_devices.set_permission(permission);
        let mut call = scene.get_user_media(true, true);
        if permission == Prompt {
            assert_eq!(call.go_on(), Step::RequestPermission);
            call.request.permission_answered(true);
        }
        while call.step() != Step::Choose(Audio) {}
        call.request.choose(0);
        assert_eq!(call.step(), Step::Choose(Video));
        // There is one candidate, and no second.
        call.request.choose(1);
        assert_eq!(rejected(call.step()), Failure::NotReadable(Video));
    }
}
