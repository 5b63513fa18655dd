//! <https://www.w3.org/TR/mediacapture-streams/#creating-a-list-of-device-info-objects>

use mediastream_polyfill::devices::{Description, Exposure};

use crate::scene::{AudioInput, AudioOutput, Scene, VideoInput, named, nameless, system_default};

#[test]
fn microphones_come_before_cameras_and_these_before_other_devices() {
    let mut scene = Scene::exposed();
    let [speaker, front, built_in, back, headset] =
        scene.plug_in_all([AudioOutput, VideoInput, AudioInput, VideoInput, AudioInput]);
    assert_eq!(scene.enumerate(), [built_in, headset, front, back, speaker].map(named));
}

#[test]
fn the_system_default_microphone_and_camera_are_prepended_to_their_lists() {
    let mut scene = Scene::exposed();
    let [first_microphone, first_camera] = scene.plug_in_all([AudioInput, VideoInput]);
    let (microphone, _) = scene.plug_in_default(AudioInput);
    let (camera, _) = scene.plug_in_default(VideoInput);
    let [last_microphone, last_camera] = scene.plug_in_all([AudioInput, VideoInput]);
    let order = [microphone, first_microphone, last_microphone, camera, first_camera, last_camera];
    assert_eq!(scene.enumerate(), order.map(named));
}

#[test]
fn the_default_audio_output_info_is_prepended_and_the_outputs_keep_their_order() {
    let mut scene = Scene::exposed();
    let (a, _) = scene.plug_in(AudioOutput);
    let (b, _) = scene.plug_in_default(AudioOutput);
    assert_eq!(scene.enumerate(), [system_default(b), named(a), named(b)]);
    let (c, _) = scene.plug_in(AudioOutput);
    assert_eq!(scene.enumerate(), [system_default(b), named(a), named(b), named(c)]);
    scene.pull_out(b);
    assert_eq!(scene.enumerate(), [named(a), named(c)]);
}

#[test]
fn each_kind_has_one_system_default_the_last_that_said_so() {
    let mut scene = Scene::exposed();
    let (camera, _) = scene.plug_in_default(VideoInput);
    let (a, _) = scene.plug_in_default(AudioOutput);
    let (b, _) = scene.plug_in_default(AudioOutput);
    let (other, _) = scene.plug_in(VideoInput);
    let rest = [system_default(b), named(a), named(b)];
    assert_eq!(scene.enumerate(), [&[named(camera), named(other)], &rest[..]].concat());
    let (last, _) = scene.plug_in_default(VideoInput);
    assert_eq!(
        scene.enumerate(),
        [&[named(last), named(camera), named(other)], &rest[..]].concat()
    );
}

#[test]
fn where_the_system_default_goes_it_is_again_what_said_so_before() {
    let mut scene = Scene::exposed();
    let (first, _) = scene.plug_in_default(AudioOutput);
    let (other, _) = scene.plug_in(AudioOutput);
    let (second, _) = scene.plug_in_default(AudioOutput);
    let (third, _) = scene.plug_in_default(AudioOutput);
    let (microphone, _) = scene.plug_in_default(AudioInput);
    let [first_of, second_of] = [first, second].map(system_default);
    let [first, other, second, microphone] = [first, other, second, microphone].map(named);
    scene.pull_out(third);
    assert_eq!(scene.enumerate(), [microphone, second_of, first, other, second]);
    scene.pull_out(third);
    scene.pull_out(second.device);
    assert_eq!(scene.enumerate(), [microphone, first_of, first, other]);
    scene.pull_out(first.device);
    assert_eq!(scene.enumerate(), [microphone, other]);
}

#[test]
fn a_list_that_must_not_be_exposed_is_truncated_to_its_first_item_which_is_nameless() {
    let mut scene = Scene::new();
    let [_, camera, _] = scene.plug_in_all([AudioInput, VideoInput, AudioOutput]);
    let (microphone, _) = scene.plug_in_default(AudioInput);
    assert_eq!(scene.enumerate(), [nameless(microphone), nameless(camera)]);
}

#[test]
fn audio_outputs_are_exposed_with_microphones_and_not_with_cameras() {
    let mut scene = Scene::new();
    let [microphone, camera, speaker, other] =
        scene.plug_in_all([AudioInput, VideoInput, AudioOutput, VideoInput]);
    let only = |microphone, camera| Exposure { microphone, camera };
    scene.media_devices.set_exposure(only(false, true));
    assert_eq!(scene.enumerate(), [nameless(microphone), named(camera), named(other)]);
    scene.media_devices.set_exposure(only(true, false));
    assert_eq!(scene.enumerate(), [named(microphone), nameless(camera), named(speaker)]);
}

#[test]
fn without_devices_nothing_is_listed() {
    assert_eq!(Scene::new().enumerate(), []);
    assert_eq!(Scene::exposed().enumerate(), []);
}

#[test]
fn what_is_listed_is_the_stored_device_list_also_while_a_change_is_not_yet_told() {
    let mut scene = Scene::exposed();
    let [camera] = scene.plug_in_all([VideoInput]);
    scene.media_devices.disconnect(camera);
    assert_eq!(scene.enumerate(), [named(camera)]);
    assert!(scene.media_devices.notify_of_change());
    assert_eq!(scene.enumerate(), []);
}

#[test]
fn a_device_is_known_by_its_kind_and_device_id_while_it_is_connected() {
    let mut scene = Scene::exposed();
    let description = scene.describe(AudioOutput);
    let speaker = scene.media_devices.connect(description, true).unwrap();
    let relabelled = Description { label_and_group_id: 0, ..description };
    assert_eq!(scene.media_devices.connect(relabelled, false), None);
    let camera = Description { kind: VideoInput, ..description };
    let camera = scene.media_devices.connect(camera, true).unwrap();
    scene.media_devices.notify_of_change();
    // What failed has changed nothing, and another kind has another default.
    assert_eq!(scene.enumerate(), [named(camera), system_default(speaker), named(speaker)]);
    scene.media_devices.disconnect(speaker);
    let again = scene.media_devices.connect(description, false).unwrap();
    assert!(again > camera, "an id is not used again");
}

#[test]
fn room_for_a_device_is_no_device() {
    let mut scene = Scene::exposed();
    assert_eq!(scene.media_devices.reserve(), Ok(()));
    assert!(!scene.media_devices.notify_of_change());
    assert_eq!(scene.enumerate(), []);
}

#[test]
fn a_device_that_is_refused_does_not_become_the_default() {
    let mut scene = Scene::exposed();
    let description = scene.describe(AudioOutput);
    let speaker = scene.media_devices.connect(description, false).unwrap();
    let (default, _) = scene.plug_in_default(AudioOutput);
    assert_eq!(scene.media_devices.connect(description, true), None);
    scene.media_devices.notify_of_change();
    assert_eq!(scene.enumerate(), [system_default(default), named(speaker), named(default)]);
}
