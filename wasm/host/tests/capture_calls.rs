//! The exports of captured elements, called as `src/js/capture` calls them: with numbers. The rules behind them have tests of
//! their own.
#![cfg(not(target_arch = "wasm32"))]

use std::iter;
use std::sync::{Mutex, MutexGuard};

use mediastream_host::capture::*;

// Media events and owners, as src/js/capture has them.
const EMPTIED: u32 = 0;
const LOAD_START: u32 = 1;
const LOADED_METADATA: u32 = 2;
const LOADED_DATA: u32 = 3;
const PAGES: u32 = 2;

// Kinds of effects.
const END_FOR_SCRIPT: u32 = 2;
const REMOVE_TRACK: u32 = 3;
const CAPTURE_ANEW: u32 = 5;

/// The module has one thread, and tests have many.
fn alone() -> MutexGuard<'static, ()> {
    static THREAD: Mutex<()> = Mutex::new(());
    THREAD.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

fn capture_effects(element: u32) -> Vec<(u32, u32)> {
    let effects = iter::repeat_with(|| next_capture_effect(element));
    effects
        .take_while(|effect| *effect != 0)
        .map(|effect| (effect >> 28, effect << 4 >> 4))
        .collect()
}

fn hears(element: u32, events: &[u32]) {
    for &event in events {
        hears_media_event(element, event, true, true, 1000.0);
    }
}

#[test]
fn a_capture_that_is_forgotten_has_no_effects() {
    let _alone = alone();
    let element = create_captured_element(true);
    let capture = capture_element(element);
    assert_ne!(has_captured(element, capture, PAGES, 1, true, false), 0);
    hears(element, &[EMPTIED]);
    forget_capture(element, capture);
    assert_eq!(capture_effects(element), []);
    free_captured_element(element);
}

#[test]
fn a_track_is_of_its_capture_until_it_has_left() {
    let _alone = alone();
    let element = create_captured_element(true);
    let [first, second] = [(); 2].map(|()| capture_element(element));
    let [one, other] =
        [first, second].map(|capture| has_captured(element, capture, PAGES, 1, true, false));
    assert_eq!([one, other].map(|track| capture_of_track(element, track)), [first, second]);
    hears(element, &[EMPTIED]);
    while next_capture_effect(element) >> 28 != REMOVE_TRACK {
        assert_eq!(capture_of_track(element, one), first);
    }
    assert_eq!(capture_of_track(element, one), first);
    assert_ne!(capture_effects(element), []);
    assert_eq!([one, other, first, 0].map(|track| capture_of_track(element, track)), [0; 4]);
    free_captured_element(element);
}

#[test]
fn a_capture_of_copies_is_ours_to_keep() {
    let _alone = alone();
    let element = create_captured_element(false);
    let [copies, other] = [(); 2].map(|()| capture_element(element));
    assert_ne!(copies, other);
    captured_copies(element, copies);
    hears(element, &[EMPTIED, LOAD_START, LOADED_METADATA, LOADED_DATA]);
    assert_eq!(capture_effects(element), [(CAPTURE_ANEW, copies)]);
    free_captured_element(element);
}

#[test]
fn what_was_captured_before_the_metadata_belongs_to_what_is_loaded_then() {
    let _alone = alone();
    for told in [true, false] {
        let element = create_captured_element(false);
        let capture = capture_element(element);
        let track = has_captured(element, capture, PAGES, 1, true, true);
        if told {
            hears(element, &[LOADED_METADATA]);
        }
        plays_track(element, 1, true);
        hears(element, &[EMPTIED, LOAD_START]);
        let leaves = vec![(END_FOR_SCRIPT, track), (REMOVE_TRACK, track)];
        assert_eq!(capture_effects(element), if told { leaves } else { Vec::new() });
        free_captured_element(element);
    }
}

#[test]
fn what_is_not_played_any_more_leaves() {
    let _alone = alone();
    let element = create_captured_element(false);
    let capture = capture_element(element);
    let [first, second] =
        [1, 2].map(|source| has_captured(element, capture, PAGES, source, false, false));
    assert_ne!(first, 0);
    plays_track(element, 1, false);
    plays_those_tracks(element);
    assert_eq!(capture_effects(element), [(END_FOR_SCRIPT, second), (REMOVE_TRACK, second)]);
    free_captured_element(element);
}
