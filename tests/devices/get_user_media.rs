//! <https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia>: its steps, where it goes well.

use mediastream_polyfill::devices::PermissionState::{Denied, Granted, Prompt};
use mediastream_polyfill::devices::{Answer, DeviceId, DeviceKind, PermissionState, Request, Step};

use crate::scene::{Audio, AudioInput, AudioOutput, Scene, Video, VideoInput};

#[test]
fn if_nothing_is_requested_there_is_no_request() {
    assert_eq!(Request::new(false, false), None);
    assert!(Request::new(true, false).is_some());
    assert!(Request::new(false, true).is_some());
}

#[test]
fn audio_is_examined_before_video_and_no_track_is_created_before_all_can_be() {
    let mut scene = Scene::new();
    scene.plug_in_all([VideoInput, AudioInput]);
    scene.media_devices.set_permission(Prompt);
    let mut call = scene.get_user_media(true, true);
    let steps = [
        (Step::SelectSettings, Audio),
        (Step::SelectSettings, Video),
        (Step::RequestPermission, Video),
        (Step::Choose, Audio),
        (Step::Choose, Video),
        (Step::CreateStream, Video),
        (Step::Resolve, Video),
    ];
    assert_eq!(steps.map(|_| (call.say(Answer::Yes), call.media_type())), steps);
    for answer in [Answer::No, Answer::Yes, Answer::Failed, Answer::NotAllowed] {
        assert_eq!(call.say(answer), Step::Resolve, "it stays settled");
    }
}

#[test]
fn of_one_media_type_nothing_is_asked_about_the_other() {
    for (audio, media_type) in [(true, Audio), (false, Video)] {
        let mut scene = Scene::new();
        scene.plug_in_all([VideoInput, AudioInput]);
        let mut call = scene.get_user_media(audio, !audio);
        assert_eq!((call.begin(), call.media_type()), (Step::SelectSettings, media_type));
        // Where permission is granted, nobody is asked.
        let chosen = (call.say(Answer::Yes), call.media_type());
        assert_eq!(chosen, (Step::Choose, media_type));
        assert_eq!(call.say(Answer::Yes), Step::CreateStream);
    }
}

#[test]
fn candidates_are_the_devices_of_the_media_type_the_system_default_first() {
    let mut scene = Scene::new();
    let [first, _, microphone] = scene.plug_in_all([VideoInput, AudioOutput, AudioInput]);
    let (default, _) = scene.plug_in_default(VideoInput);
    let (last, _) = scene.plug_in(VideoInput);
    assert_eq!(scene.candidates(Video), [default, first, last]);
    assert_eq!(scene.candidates(Audio), [microphone]);
    // Whatever is exposed or told.
    scene.media_devices.disconnect(first);
    assert_eq!(scene.candidates(Video), [default, last]);
}

#[test]
fn a_device_is_accessed_if_it_is_there_and_neither_locked_nor_broken() {
    // Connected, locked, broken.
    assert_eq!(Answer::of_access(true, false, false), Answer::Yes);
    assert_eq!(Answer::of_access(true, true, false), Answer::No);
    for (is_connected, is_locked, is_broken) in [
        (true, false, true),
        (true, true, true),
        (false, false, false),
        (false, true, false),
        (false, true, true),
    ] {
        assert_eq!(Answer::of_access(is_connected, is_locked, is_broken), Answer::Failed);
    }
}

#[test]
fn if_the_constraints_cannot_be_applied_the_tracks_are_stopped_before_the_promise_is_rejected() {
    let mut scene = Scene::new();
    scene.plug_in_all([VideoInput, AudioInput]);
    let mut call = scene.get_user_media(true, true);
    call.go_on_to(Step::CreateStream);
    assert_eq!(call.say(Answer::No), Step::StopTracks);
    assert_eq!(call.say(Answer::Yes), Step::RejectApplyConstraints);
    assert_eq!(call.say(Answer::Yes), Step::RejectApplyConstraints);
}

#[test]
fn media_devices_that_are_cleared_are_as_new() {
    let mut scene = Scene::exposed();
    let [camera] = scene.plug_in_all([VideoInput]);
    scene.media_devices.set_permission(Denied);
    scene.media_devices.clear();
    assert_eq!(scene.enumerate(), []);
    assert_eq!(scene.candidates(Video), []);
    assert!(!scene.media_devices.exposure().is_any());
    assert_eq!(scene.media_devices.permission(), Granted);
    assert_eq!(scene.plug_in(VideoInput), (camera, true));
}

#[test]
fn the_permission_state_is_what_was_decided_last() {
    let mut scene = Scene::new();
    for (permission, changed) in [(Denied, true), (Denied, false), (Prompt, true), (Granted, true)]
    {
        assert_eq!(scene.media_devices.set_permission(permission), changed);
        assert_eq!(scene.media_devices.permission(), permission);
    }
}

#[test]
fn there_is_no_device_of_a_number_that_is_too_large() {
    // It leaves 4 bits of 32.
    assert_eq!(DeviceId::LARGEST, 0x0FFF_FFFF);
    assert_eq!(DeviceId::new(0), None);
    assert_eq!(DeviceId::new(DeviceId::LARGEST).map(DeviceId::get), Some(DeviceId::LARGEST));
    assert_eq!(DeviceId::new(DeviceId::LARGEST + 1), None);
}

#[test]
fn what_crosses_as_a_number_is_read_as_what_it_was() {
    for step in [
        Step::Begin,
        Step::SelectSettings,
        Step::RequestPermission,
        Step::Choose,
        Step::CreateStream,
        Step::StopTracks,
    ] {
        assert_eq!(Step::new(step as u32), Some(step));
    }
    assert_eq!(Step::new(Step::Resolve as u32), None, "a settled request has no next step");
    for answer in [Answer::No, Answer::Yes, Answer::Failed, Answer::NotAllowed] {
        assert_eq!(Answer::new(answer as u32), Some(answer));
    }
    assert_eq!(Answer::new(4), None);
    for kind in [AudioInput, VideoInput, AudioOutput] {
        assert_eq!(DeviceKind::new(kind as u32), Some(kind));
    }
    assert_eq!(DeviceKind::new(3), None);
    for permission in [Granted, Denied, Prompt] {
        assert_eq!(PermissionState::new(permission as u32), Some(permission));
    }
    assert_eq!(PermissionState::new(3), None);
}
