use mediastream_polyfill::media::{EventTypes, SourceState, StreamState, TrackState};

use crate::scene::Scene;

#[test]
fn a_listener_for_an_event_of_its_source_makes_a_track_observed_and_its_source() {
    for types in [EventTypes::MUTE, EventTypes::UNMUTE, EventTypes::ENDED] {
        let mut scene = Scene::new();
        let [track, other, _] = scene.tracks;
        scene.user_agent.track_listener_added(track, types);
        assert!(scene.track_is(track, TrackState::OBSERVED));
        assert!(!scene.track_is(other, TrackState::OBSERVED));
        assert!(scene.camera_is(SourceState::OBSERVED));
    }
}

#[test]
fn a_listener_for_an_event_of_its_track_set_makes_a_stream_observed() {
    for types in [EventTypes::ADDTRACK, EventTypes::REMOVETRACK] {
        let mut scene = Scene::new();
        assert!(!scene.stream_is(StreamState::OBSERVED));
        scene.user_agent.stream_listener_added(scene.stream, types);
        assert!(scene.stream_is(StreamState::OBSERVED));
    }
}

#[test]
fn a_listener_for_another_event_observes_nothing() {
    let mut scene = Scene::new();
    scene.user_agent.track_listener_added(scene.tracks[0], EventTypes::OF_STREAM);
    scene.user_agent.stream_listener_added(scene.stream, EventTypes::OF_TRACK);
    assert!(!scene.track_is(scene.tracks[0], TrackState::OBSERVED));
    assert!(!scene.stream_is(StreamState::OBSERVED));
}

#[test]
fn a_source_must_keep_a_track_alive_that_is_observed_while_it_is_live() {
    let mut scene = Scene::new();
    let [track, ended, _] = scene.tracks;
    assert!(scene.user_agent.track_listener_added(track, EventTypes::ENDED));
    scene.user_agent.stop(ended);
    assert!(!scene.user_agent.track_listener_added(ended, EventTypes::ENDED));
    assert!(!scene.user_agent.track_listener_added(scene.tracks[2], EventTypes::ADDTRACK));
}

#[test]
fn a_track_whose_listeners_were_removed_is_not_observed_and_its_source_still_was() {
    let mut scene = Scene::new();
    let [track, ..] = scene.tracks;
    scene.user_agent.track_listener_added(track, EventTypes::ENDED);
    scene.user_agent.track_listeners_removed(track);
    assert!(!scene.track_is(track, TrackState::OBSERVED));
    assert!(scene.camera_is(SourceState::OBSERVED));
    assert!(scene.user_agent.track_listener_added(track, EventTypes::MUTE));
    assert!(scene.track_is(track, TrackState::OBSERVED));
}
