use mediastream_polyfill::media::{Id, Stream, StreamState};

use crate::scene::Scene;

#[test]
fn onremovetrack_has_a_value_from_an_object_to_null() {
    let mut scene = Scene::new();
    let other = scene.user_agent.create_stream().unwrap();
    assert!(!scene.user_agent.onremovetrack(scene.stream));
    scene.user_agent.set_onremovetrack(scene.stream, true);
    assert!(scene.user_agent.onremovetrack(scene.stream));
    assert!(!scene.user_agent.onremovetrack(other));
    scene.user_agent.set_onremovetrack(scene.stream, false);
    assert!(!scene.user_agent.onremovetrack(scene.stream));
}

#[test]
fn an_object_makes_the_stream_observed_and_null_does_not() {
    let mut scene = Scene::new();
    scene.user_agent.set_onremovetrack(scene.stream, false);
    assert!(!scene.stream_is(StreamState::OBSERVED));
    scene.user_agent.set_onremovetrack(scene.stream, true);
    assert!(scene.stream_is(StreamState::OBSERVED));
}

#[test]
fn an_id_that_names_nothing_has_no_handler_and_takes_none() {
    let mut scene = Scene::new();
    let nothing = Id::<Stream>::new(u32::MAX).unwrap();
    scene.user_agent.set_onremovetrack(nothing, true);
    assert!(!scene.user_agent.onremovetrack(nothing));
}
