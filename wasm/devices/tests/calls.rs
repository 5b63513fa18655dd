//! The exports, called as `src/js/devices` calls them: with numbers.
#![cfg(not(target_arch = "wasm32"))]

use std::iter;
use std::sync::{Mutex, MutexGuard};

use mediastream_devices::{
    access_device, begin_list, begin_request, connect_device, create_media_devices,
    disconnect_device, free_media_devices, next_candidate, next_device_info, next_step,
    notify_of_change, reserve_device, set_permission,
};

// As src/js/devices/machine.js has them.
const MICROPHONE: u32 = 0;
const CAMERA: u32 = 1;
const LOUDSPEAKER: u32 = 2;
const DEFAULT: u32 = 4;
const NO: u32 = 0;
const YES: u32 = 1;
const FAILED: u32 = 2;
const NOT_ALLOWED: u32 = 3;

/// The module has one thread, and tests have many.
fn alone() -> MutexGuard<'static, ()> {
    static THREAD: Mutex<()> = Mutex::new(());
    THREAD.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// The device infos: the device, and how much is told of it.
fn device_infos(media_devices: u32) -> Vec<(u32, u32)> {
    begin_list();
    let infos = iter::repeat_with(|| next_device_info(media_devices));
    infos.take_while(|info| *info != 0).map(|info| (info >> 2, info & 3)).collect()
}

fn candidates(media_devices: u32, video: bool) -> Vec<u32> {
    begin_list();
    let candidates = iter::repeat_with(|| next_candidate(media_devices, video));
    candidates.take_while(|candidate| *candidate != 0).collect()
}

/// The step of a request, and whether it is about video.
fn step(request: u32) -> (u32, bool) {
    (request & 15, request >> 4 & 1 == 1)
}

#[test]
fn a_device_info_is_how_much_is_told_below_its_device() {
    let _alone = alone();
    let media_devices = create_media_devices(true);
    assert!(reserve_device(media_devices) && !reserve_device(0));
    let microphone = connect_device(media_devices, MICROPHONE, 1, 1);
    let camera = connect_device(media_devices, CAMERA, 1, 1);
    let loudspeaker = connect_device(media_devices, LOUDSPEAKER | DEFAULT, 1, 1);
    assert_eq!(
        connect_device(media_devices, LOUDSPEAKER, 1, 2),
        0,
        "there is one of that kind and deviceId"
    );
    assert!(notify_of_change(media_devices));
    assert!(!notify_of_change(media_devices));
    let told = [(microphone, 1), (camera, 1), (loudspeaker, 2), (loudspeaker, 1)];
    assert_eq!(device_infos(media_devices), told);
    disconnect_device(media_devices, camera);
    assert_eq!(candidates(media_devices, true), []);
    assert_eq!(candidates(media_devices, false), [microphone]);
    assert_eq!(device_infos(media_devices), told);
    assert!(notify_of_change(media_devices));
    assert_eq!(device_infos(media_devices), [told[0], told[2], told[3]]);
    free_media_devices(media_devices);
}

#[test]
fn what_is_not_exposed_is_told_by_its_kind() {
    let _alone = alone();
    let media_devices = create_media_devices(false);
    let camera = connect_device(media_devices, CAMERA, 1, 1);
    connect_device(media_devices, LOUDSPEAKER, 1, 1);
    notify_of_change(media_devices);
    assert_eq!(device_infos(media_devices), [(camera, 0)]);
    free_media_devices(media_devices);
}

#[test]
fn a_default_is_a_device_whose_kind_has_4_added() {
    let _alone = alone();
    let media_devices = create_media_devices(true);
    let microphone = connect_device(media_devices, MICROPHONE, 1, 1);
    let default = connect_device(media_devices, MICROPHONE | DEFAULT, 2, 2);
    assert!(notify_of_change(media_devices));
    assert_eq!(candidates(media_devices, false), [default, microphone]);
    let another = connect_device(media_devices, MICROPHONE, 3, 3);
    assert!(notify_of_change(media_devices));
    assert_eq!(candidates(media_devices, false), [default, microphone, another]);
    free_media_devices(media_devices);
}

#[test]
fn a_request_is_its_step_and_what_is_requested() {
    let _alone = alone();
    let media_devices = create_media_devices(false);
    connect_device(media_devices, MICROPHONE, 1, 1);
    connect_device(media_devices, CAMERA, 1, 1);
    set_permission(media_devices, 2);
    assert_eq!(begin_request(false, false), 0);
    let mut request = begin_request(true, true);
    for expected in [(1, false), (1, true), (2, true), (3, false), (3, true), (4, true), (6, true)]
    {
        request = next_step(media_devices, request, YES);
        assert_eq!(step(request), expected);
    }
    assert_eq!(next_step(media_devices, request, YES), 0, "it is settled");
    assert!(set_permission(media_devices, 0));
    assert!(!set_permission(media_devices, 0), "it is the same");
    let video = begin_request(false, true);
    let examined = next_step(media_devices, video, NO);
    assert_eq!(step(examined), (1, true));
    // A request is a number: it can be gone on with in more than one way.
    assert_eq!(step(next_step(media_devices, examined, NOT_ALLOWED)).0, 7);
    // A grant has exposed something.
    assert_eq!(step(next_step(media_devices, examined, NO)).0, 9);
    let chosen = next_step(media_devices, examined, YES);
    assert_eq!(step(next_step(media_devices, chosen, access_device(true, true, false))).0, 12);
    assert_eq!(step(next_step(media_devices, chosen, FAILED)).0, 13);
    let created = next_step(media_devices, chosen, YES);
    let stopped = next_step(media_devices, created, NO);
    assert_eq!((step(stopped).0, step(next_step(media_devices, stopped, YES)).0), (5, 14));
    set_permission(media_devices, 1);
    assert_eq!(step(next_step(media_devices, examined, YES)).0, 11);
    free_media_devices(media_devices);
    let nothing = create_media_devices(false);
    assert_eq!(step(next_step(nothing, video, YES)).0, 8);
    let camera = connect_device(nothing, CAMERA, 1, 1);
    assert_ne!(camera, 0);
    assert_eq!(step(next_step(nothing, examined, NO)).0, 10);
    free_media_devices(nothing);
}

#[test]
fn a_slot_that_was_freed_is_taken_again_and_is_as_new() {
    let _alone = alone();
    let (first, second) = (create_media_devices(true), create_media_devices(true));
    connect_device(first, CAMERA, 1, 1);
    notify_of_change(first);
    set_permission(first, 1);
    free_media_devices(second);
    free_media_devices(first);
    assert_eq!(create_media_devices(false), first);
    assert_eq!(create_media_devices(false), second);
    assert_eq!(device_infos(first), []);
    let camera = connect_device(first, CAMERA, 1, 1);
    notify_of_change(first);
    assert_eq!(device_infos(first), [(camera, 0)]);
    assert_eq!(device_infos(second), []);
    let request = next_step(first, begin_request(false, true), YES);
    assert_eq!(step(next_step(first, request, YES)).0, 3, "nobody has denied anything");
    free_media_devices(first);
    free_media_devices(second);
}

#[test]
fn numbers_that_name_nothing_change_nothing() {
    let _alone = alone();
    let media_devices = create_media_devices(true);
    let camera = connect_device(media_devices, CAMERA, 1, 1);
    notify_of_change(media_devices);
    let request = begin_request(true, true);
    for nothing in [0, u32::MAX, 1 << 28] {
        free_media_devices(nothing);
        assert_eq!(connect_device(nothing, CAMERA, 1, 2), 0);
        disconnect_device(nothing, camera);
        disconnect_device(media_devices, nothing);
        assert!(!set_permission(nothing, 1));
        assert!(!notify_of_change(nothing));
        assert_eq!(device_infos(nothing), []);
        assert_eq!(candidates(nothing, true), []);
        assert_eq!(next_step(nothing, request, YES), 0);
    }
    for nothing in [3, 7, 1 << 28, u32::MAX] {
        assert_eq!(connect_device(media_devices, nothing, 1, 2), 0);
        assert!(!set_permission(media_devices, nothing));
    }
    for answer in [4, u32::MAX] {
        assert_eq!(next_step(media_devices, request, answer), 0);
    }
    assert_eq!(next_step(media_devices, 15, YES), 0);
    assert_eq!(device_infos(media_devices), [(camera, 1)]);
    assert_eq!(candidates(media_devices, true), [camera]);
    free_media_devices(media_devices);
}

#[test]
fn access_is_an_answer() {
    let _alone = alone();
    assert_eq!(access_device(true, false, false), YES);
    assert_eq!(access_device(true, true, false), NO);
    assert_eq!(access_device(true, false, true), FAILED);
    assert_eq!(access_device(false, false, false), FAILED);
}
