use mediastream_polyfill::media::{ContentHint, EventTypes, TrackState};

use crate::scene::Scene;

#[test]
fn a_new_track_is_live_and_enabled_and_muted_if_its_source_is() {
    let mut scene = Scene::new();
    assert_eq!(scene.user_agent.track_state(scene.tracks[0]), TrackState::VIDEO);
    scene.user_agent.set_source_muted(scene.camera, true);
    let track = scene.user_agent.create_track(scene.camera, false).unwrap();
    assert_eq!(scene.user_agent.track_state(track), TrackState::MUTED);
}

#[test]
fn a_track_stops_once() {
    let mut scene = Scene::new();
    assert!(scene.user_agent.stop(scene.tracks[0]));
    assert!(!scene.user_agent.stop(scene.tracks[0]));
}

#[test]
fn a_stopped_track_hears_nothing_more() {
    let mut scene = Scene::new();
    for track in scene.tracks {
        scene.user_agent.stop(track);
    }
    scene.user_agent.set_source_muted(scene.camera, true);
    assert_eq!(scene.camera_effects(), []);
    scene.user_agent.end_source(scene.camera);
    assert_eq!(scene.camera_effects(), []);
}

#[test]
fn a_clone_has_the_state_of_its_original_and_none_of_its_listeners() {
    let mut scene = Scene::new();
    let original = scene.tracks[0];
    scene.user_agent.set_enabled(original, false);
    scene.user_agent.set_content_hint(original, ContentHint::Detail);
    scene.user_agent.track_listener_added(original, EventTypes::ENDED);
    let clone = scene.user_agent.clone_track(original).unwrap();
    assert_eq!(scene.user_agent.track_state(clone), TrackState::VIDEO | TrackState::DISABLED);
    assert_eq!(scene.user_agent.content_hint(clone), ContentHint::Detail);
}

#[test]
fn the_clone_of_an_ended_track_is_ended_and_its_source_has_nothing_to_say_to_it() {
    let mut scene = Scene::new();
    scene.user_agent.stop(scene.tracks[0]);
    let clone = scene.user_agent.clone_track(scene.tracks[0]).unwrap();
    assert!(scene.track_is(clone, TrackState::ENDED));
    scene.user_agent.end_source(scene.camera);
    assert_eq!(scene.camera_effects().len(), 2);
}

#[test]
fn a_clone_is_enabled_and_stopped_independently() {
    let mut scene = Scene::new();
    let clone = scene.user_agent.clone_track(scene.tracks[0]).unwrap();
    scene.user_agent.set_enabled(clone, false);
    scene.user_agent.stop(clone);
    assert_eq!(scene.user_agent.track_state(scene.tracks[0]), TrackState::VIDEO);
}

#[test]
fn an_ended_track_can_be_disabled_and_enabled() {
    let mut scene = Scene::new();
    let track = scene.tracks[0];
    scene.user_agent.stop(track);
    scene.user_agent.set_enabled(track, false);
    assert!(scene.track_is(track, TrackState::DISABLED));
    scene.user_agent.set_enabled(track, true);
    assert!(!scene.track_is(track, TrackState::DISABLED));
}
