//! <https://www.w3.org/TR/mediacapture-streams/#device-change-notification-steps>

use mediastream_polyfill::devices::{Description, Exposure};

use crate::scene::{AudioInput, AudioOutput, Scene, VideoInput, named};

#[test]
fn a_device_that_comes_or_goes_is_told_where_it_is_exposed() {
    for kind in [AudioInput, VideoInput, AudioOutput] {
        let mut scene = Scene::exposed();
        let (first, is_told) = scene.plug_in(kind);
        assert!(is_told);
        let (second, is_told) = scene.plug_in(kind);
        assert!(is_told);
        assert!(scene.pull_out(first));
        assert!(scene.pull_out(second));
    }
}

#[test]
fn if_the_infos_match_and_have_the_same_order_nothing_is_fired() {
    let mut scene = Scene::new();
    let (first, is_told) = scene.plug_in(VideoInput);
    assert!(is_told, "that there is a camera");
    let (second, is_told) = scene.plug_in(VideoInput);
    assert!(!is_told, "which and how many there are is not exposed");
    assert!(!scene.plug_in_default(VideoInput).1);
    assert!(!scene.plug_in_default(AudioOutput).1);
    assert!(!scene.pull_out(first));
    assert!(!scene.pull_out(second));
    assert!(!scene.media_devices.notify_of_change());
}

#[test]
fn the_last_device_of_a_kind_to_go_is_told() {
    let mut scene = Scene::new();
    let [camera, microphone] = scene.plug_in_all([VideoInput, AudioInput]);
    assert!(scene.pull_out(camera));
    assert!(scene.pull_out(microphone));
}

#[test]
fn another_system_default_is_told_by_the_order() {
    for kind in [VideoInput, AudioOutput] {
        let mut scene = Scene::exposed();
        let description = |device_id| Description { kind, device_id, label_and_group_id: 0 };
        scene.media_devices.connect(description(1), true).unwrap();
        let other = scene.media_devices.connect(description(2), false).unwrap();
        assert!(scene.media_devices.notify_of_change());
        // The same devices are listed, and the other is the default.
        scene.media_devices.disconnect(other);
        scene.media_devices.connect(description(2), true).unwrap();
        assert!(scene.media_devices.notify_of_change());
        assert!(!scene.media_devices.notify_of_change());
    }
}

#[test]
fn what_is_told_of_a_device_is_compared_by_its_texts() {
    let mut scene = Scene::exposed();
    let description = scene.describe(VideoInput);
    let camera = scene.media_devices.connect(description, false).unwrap();
    scene.media_devices.notify_of_change();
    scene.media_devices.disconnect(camera);
    // Replugged before the page was told: it can't tell the difference.
    let mut device = scene.media_devices.connect(description, false).unwrap();
    assert!(!scene.media_devices.notify_of_change());
    for changed in [
        Description { label_and_group_id: 98, ..description },
        Description { device_id: 97, label_and_group_id: 98, ..description },
    ] {
        scene.media_devices.disconnect(device);
        device = scene.media_devices.connect(changed, false).unwrap();
        assert!(scene.media_devices.notify_of_change(), "{changed:?}");
        assert_eq!(scene.enumerate(), [named(device)]);
    }
}

#[test]
fn what_was_connected_before_the_page_might_know_is_listed_once_it_may() {
    let mut scene = Scene::new();
    let [first, second] = scene.plug_in_all([VideoInput, VideoInput]);
    scene.media_devices.set_exposure(Exposure::FULL);
    assert_eq!(scene.enumerate(), [first, second].map(named));
    // That was no change of devices.
    assert!(!scene.media_devices.notify_of_change());
}
