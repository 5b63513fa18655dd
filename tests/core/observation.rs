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
fn an_event_handler_observes_as_a_listener_does_and_null_does_not() {
    let mut scene = Scene::new();
    scene.user_agent.set_track_event_handler(scene.tracks[0], EventTypes::MUTE, false);
    scene.user_agent.set_stream_event_handler(scene.stream, EventTypes::ADDTRACK, false);
    assert!(!scene.track_is(scene.tracks[0], TrackState::OBSERVED));
    assert!(!scene.stream_is(StreamState::OBSERVED));
    scene.user_agent.set_track_event_handler(scene.tracks[0], EventTypes::MUTE, true);
    scene.user_agent.set_stream_event_handler(scene.stream, EventTypes::ADDTRACK, true);
    assert!(scene.track_is(scene.tracks[0], TrackState::OBSERVED));
    assert!(scene.stream_is(StreamState::OBSERVED));
}

#[test]
fn a_source_holds_a_track_that_is_observed_until_it_ends() {
    let mut scene = Scene::new();
    let [track, ..] = scene.tracks;
    assert!(!scene.user_agent.is_held_by_source(track));
    scene.user_agent.track_listener_added(track, EventTypes::ENDED);
    assert!(scene.user_agent.is_held_by_source(track));
    scene.user_agent.stop(track);
    assert!(!scene.user_agent.is_held_by_source(track));
}
