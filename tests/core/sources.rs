use mediastream_polyfill::media::{Effect, SourceState, TrackState};

use crate::scene::Scene;

#[test]
fn the_tracks_of_a_source_end_in_the_order_of_their_creation() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    scene.user_agent.end_source(scene.camera);
    assert_eq!(
        scene.camera_effects(),
        [Effect::Ended(first), Effect::Ended(second), Effect::Ended(third)]
    );
}

#[test]
fn a_track_is_ended_when_its_effect_is_taken_and_the_next_is_still_live() {
    let mut scene = Scene::new();
    let [first, second, _] = scene.tracks;
    scene.user_agent.end_source(scene.camera);
    assert!(!scene.track_is(first, TrackState::ENDED));
    scene.user_agent.next_source_effect(scene.camera);
    assert!(scene.track_is(first, TrackState::ENDED));
    assert!(!scene.track_is(second, TrackState::ENDED));
}

#[test]
fn a_track_that_a_listener_stopped_in_between_hears_nothing() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    scene.user_agent.end_source(scene.camera);
    assert_eq!(scene.user_agent.next_source_effect(scene.camera), Some(Effect::Ended(first)));
    scene.user_agent.stop(second);
    assert_eq!(scene.camera_effects(), [Effect::Ended(third)]);
}

#[test]
fn a_live_track_that_a_listener_cloned_in_between_gives_a_clone_that_ends_too() {
    let mut scene = Scene::new();
    scene.user_agent.end_source(scene.camera);
    scene.user_agent.next_source_effect(scene.camera);
    let clone = scene.user_agent.clone_track(scene.tracks[1]).unwrap();
    assert_eq!(scene.camera_effects().last(), Some(&Effect::Ended(clone)));
}

#[test]
fn a_source_that_ended_gives_no_track() {
    let mut scene = Scene::new();
    scene.user_agent.end_source(scene.camera);
    assert_eq!(scene.user_agent.create_track(scene.camera, true), None);
}

#[test]
fn a_source_that_ended_neither_mutes_nor_unmutes() {
    let mut scene = Scene::new();
    scene.user_agent.set_source_muted(scene.camera, true);
    scene.camera_effects();
    scene.user_agent.end_source(scene.camera);
    scene.camera_effects();
    scene.user_agent.set_source_muted(scene.camera, false);
    assert!(scene.camera_is(SourceState::MUTED));
    assert_eq!(scene.camera_effects(), []);
}

#[test]
fn muting_mutes_each_live_track_once() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    scene.user_agent.stop(second);
    scene.user_agent.set_source_muted(scene.camera, true);
    assert_eq!(scene.camera_effects(), [Effect::Muted(first), Effect::Muted(third)]);
    scene.user_agent.set_source_muted(scene.camera, true);
    assert_eq!(scene.camera_effects(), []);
    assert!(!scene.track_is(second, TrackState::MUTED));
}

#[test]
fn a_listener_that_unmutes_the_source_keeps_the_other_tracks_from_being_muted() {
    let mut scene = Scene::new();
    let [first, ..] = scene.tracks;
    scene.user_agent.set_source_muted(scene.camera, true);
    assert_eq!(scene.user_agent.next_source_effect(scene.camera), Some(Effect::Muted(first)));
    scene.user_agent.set_source_muted(scene.camera, false);
    assert_eq!(scene.camera_effects(), [Effect::Unmuted(first)]);
}

#[test]
fn a_listener_that_ends_the_source_ends_the_muting() {
    let mut scene = Scene::new();
    scene.user_agent.set_source_muted(scene.camera, true);
    scene.user_agent.next_source_effect(scene.camera);
    scene.user_agent.end_source(scene.camera);
    assert!(scene.camera_effects().iter().all(|effect| matches!(effect, Effect::Ended(_))));
    assert!(!scene.track_is(scene.tracks[1], TrackState::MUTED));
}

#[test]
fn a_source_is_in_use_until_its_last_live_track_stops() {
    let mut scene = Scene::new();
    let clone = scene.user_agent.clone_track(scene.tracks[0]).unwrap();
    for track in scene.tracks {
        scene.user_agent.stop(track);
        assert!(scene.camera_is(SourceState::IN_USE));
    }
    scene.user_agent.stop(clone);
    assert!(!scene.camera_is(SourceState::IN_USE));
    scene.user_agent.create_track(scene.camera, true);
    assert!(scene.camera_is(SourceState::IN_USE));
}
