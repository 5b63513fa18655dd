//! <https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia>: its steps, where it goes well.

use mediastream_polyfill::devices::PermissionState::{Granted, Prompt};
use mediastream_polyfill::devices::{Failure, Request, Step};

use crate::scene::{Audio, AudioInput, AudioOutput, Scene, Video, VideoInput};

#[test]
fn if_nothing_is_requested_there_is_no_request() {
    assert!(Request::new(false, false).is_none());
    assert!(Request::new(true, false).is_some());
    assert!(Request::new(false, true).is_some());
}

#[test]
fn audio_is_examined_before_video_and_no_track_is_created_before_all_can_be() {
    let mut scene = Scene::new();
    scene.plug_in_all([VideoInput, AudioInput]);
    scene.media_devices.set_permission(Prompt);
    let mut call = scene.get_user_media(true, true);
    assert_eq!(call.step(), Step::SelectSettings(Audio));
    assert_eq!(call.step(), Step::SelectSettings(Video));
    assert_eq!(call.step(), Step::RequestPermission);
    call.request.permission_answered(true);
    for media_type in [Audio, Video] {
        assert_eq!(call.step(), Step::Choose(media_type));
        call.request.choose(0);
    }
    assert_eq!(call.step(), Step::CreateStream);
    assert_eq!(call.step(), Step::Resolve);
    assert_eq!(call.step(), Step::Resolve, "it stays settled");
}

#[test]
fn where_permission_is_granted_nobody_is_asked() {
    let mut scene = Scene::new();
    scene.plug_in(VideoInput);
    scene.media_devices.set_permission(Granted);
    let mut call = scene.get_user_media(false, true);
    assert_eq!(call.step(), Step::SelectSettings(Video));
    assert_eq!(call.step(), Step::Choose(Video));
}

#[test]
fn the_algorithm_stalls_until_the_user_responds() {
    let mut scene = Scene::new();
    scene.plug_in(VideoInput);
    scene.media_devices.set_permission(Prompt);
    let mut call = scene.get_user_media(false, true);
    call.step();
    for _ in 0..3 {
        assert_eq!(call.step(), Step::RequestPermission);
    }
    call.request.permission_answered(true);
    // What was answered is answered.
    call.request.permission_answered(false);
    assert_eq!(call.step(), Step::Choose(Video));
}

#[test]
fn candidates_are_the_devices_of_the_media_type_the_system_default_first() {
    let mut scene = Scene::new();
    let [first, _, _] = scene.plug_in_all([VideoInput, AudioOutput, AudioInput]);
    let (default, _) = scene.plug_in_default(VideoInput);
    let (last, _) = scene.plug_in(VideoInput);
    let mut call = scene.get_user_media(false, true);
    assert_eq!(call.candidates(), [], "before it is asked what to do");
    call.step();
    assert_eq!(call.candidates(), [default, first, last]);
    call.step();
    assert_eq!(call.candidates(), [default, first, last]);
}

#[test]
fn a_candidate_that_cannot_satisfy_the_constraints_is_removed_and_the_others_keep_their_places() {
    let mut scene = Scene::new();
    let [_, second, _, fourth] = scene.plug_in_all([VideoInput; 4]);
    let mut call = scene.get_user_media(false, true);
    call.step();
    call.request.remove_candidate(0);
    assert_eq!(call.request.candidate(0), None);
    assert_eq!(call.request.candidate(1), Some(second));
    call.request.remove_candidate(2);
    call.request.remove_candidate(4);
    assert_eq!(call.step(), Step::Choose(Video));
    assert_eq!(call.candidates(), [second, fourth]);
}

#[test]
fn of_what_was_satisfied_before_the_prompt_a_device_that_is_connected_meanwhile_is_none() {
    let mut scene = Scene::new();
    let [camera] = scene.plug_in_all([VideoInput]);
    scene.media_devices.set_permission(Prompt);
    let description = scene.describe(VideoInput);
    let mut call = scene.get_user_media(false, true);
    assert_eq!(call.go_on(), Step::RequestPermission);
    call.media_devices.connect(description, true).unwrap();
    call.request.permission_answered(true);
    assert_eq!(call.step(), Step::Choose(Video));
    assert_eq!(call.candidates(), [camera]);
}

#[test]
fn a_device_that_cannot_be_accessed_is_removed_and_the_rest_is_chosen_from() {
    let mut scene = Scene::new();
    let [busy, free, broken, gone] = scene.plug_in_all([VideoInput; 4]);
    scene.media_devices.set_permission(Prompt);
    scene.media_devices.set_busy(busy, true);
    scene.media_devices.set_broken(broken, true);
    let mut call = scene.get_user_media(false, true);
    call.step();
    assert_eq!(call.candidates(), [busy, free, broken, gone], "who is asked for what there is");
    assert_eq!(call.step(), Step::RequestPermission);
    call.media_devices.disconnect(gone);
    call.request.permission_answered(true);
    assert_eq!(call.step(), Step::Choose(Video));
    assert_eq!(call.candidates(), [free]);
}

#[test]
fn a_device_that_is_free_again_is_chosen() {
    let mut scene = Scene::new();
    let [camera] = scene.plug_in_all([VideoInput]);
    for is_held in [true, false] {
        scene.media_devices.set_busy(camera, is_held);
        scene.media_devices.set_broken(camera, is_held);
        let settled = scene.get_user_media(false, true).go_on();
        assert_eq!(settled == Step::Resolve, !is_held);
    }
}

#[test]
fn if_the_constraints_cannot_be_applied_the_tracks_are_stopped_before_the_promise_is_rejected() {
    let mut scene = Scene::new();
    scene.plug_in_all([VideoInput, AudioInput]);
    let mut call = scene.get_user_media(true, true);
    while call.step() != Step::CreateStream {
        call.request.choose(0);
    }
    call.request.apply_constraints_failed();
    assert_eq!(call.step(), Step::StopTracks);
    assert_eq!(call.step(), Step::Reject(Failure::ApplyConstraints));
    assert_eq!(call.step(), Step::Reject(Failure::ApplyConstraints));
}

#[test]
fn a_request_that_begins_another_call_knows_nothing_of_the_last() {
    let mut scene = Scene::new();
    let [first, second] = scene.plug_in_all([VideoInput; 2]);
    let mut request = Request::new(false, true).unwrap();
    request.next_step(&mut scene.media_devices);
    request.remove_candidate(0);
    assert!(request.begin(true, true));
    let step = request.next_step(&mut scene.media_devices);
    assert_eq!(step, Step::Reject(Failure::NotFound(Audio)));
    assert!(request.begin(false, true));
    assert_eq!(request.next_step(&mut scene.media_devices), Step::SelectSettings(Video));
    assert_eq!([0, 1, 2].map(|place| request.candidate(place)), [Some(first), Some(second), None]);
    assert!(!request.begin(false, false));
}

#[test]
fn media_devices_that_are_cleared_are_as_new() {
    let mut scene = Scene::exposed();
    let [camera] = scene.plug_in_all([VideoInput]);
    scene.media_devices.set_permission(Prompt);
    scene.media_devices.clear();
    assert_eq!(scene.enumerate(), []);
    assert!(!scene.media_devices.exposure().is_any());
    assert_eq!(scene.media_devices.permission(), Granted);
    assert_eq!(scene.plug_in(VideoInput), (camera, true));
}
