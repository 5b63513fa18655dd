use mediastream_polyfill::media::StreamState;

use crate::scene::Scene;

#[test]
fn a_track_set_keeps_the_order_in_which_tracks_were_added() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    scene.user_agent.add_track(scene.stream, third).unwrap();
    assert_eq!(scene.track_set(), [first, second, third]);
    scene.user_agent.remove_track(scene.stream, first);
    scene.user_agent.add_track(scene.stream, first).unwrap();
    assert_eq!(scene.track_set(), [second, third, first]);
}

#[test]
fn a_track_is_in_a_set_once() {
    let mut scene = Scene::new();
    assert!(!scene.user_agent.add_track(scene.stream, scene.tracks[0]).unwrap());
    assert_eq!(scene.track_set().len(), 2);
}

#[test]
fn only_what_is_in_a_set_is_removed() {
    let mut scene = Scene::new();
    assert!(!scene.user_agent.remove_track(scene.stream, scene.tracks[2]));
    assert!(scene.user_agent.remove_track(scene.stream, scene.tracks[1]));
    assert!(!scene.user_agent.remove_track(scene.stream, scene.tracks[1]));
}

#[test]
fn a_track_is_in_as_many_streams_as_script_puts_it_into() {
    let mut scene = Scene::new();
    let others = [(); 100].map(|()| scene.user_agent.create_stream().unwrap());
    for other in others {
        assert!(scene.user_agent.add_track(other, scene.tracks[0]).unwrap());
    }
    scene.user_agent.remove_track(others[50], scene.tracks[0]);
    assert!(others.iter().all(|&other| {
        scene.user_agent.has_track(other, scene.tracks[0]) == (other != others[50])
    }));
}

#[test]
fn a_stream_is_active_while_a_track_of_it_is_live() {
    let mut scene = Scene::new();
    assert!(scene.stream_is(StreamState::ACTIVE));
    scene.user_agent.stop(scene.tracks[0]);
    assert!(scene.stream_is(StreamState::ACTIVE));
    scene.user_agent.stop(scene.tracks[1]);
    assert!(!scene.stream_is(StreamState::ACTIVE));
    scene.user_agent.remove_track(scene.stream, scene.tracks[0]);
    assert!(!scene.stream_is(StreamState::ACTIVE));
    scene.user_agent.add_track(scene.stream, scene.tracks[2]).unwrap();
    assert!(scene.stream_is(StreamState::ACTIVE));
    scene.user_agent.remove_track(scene.stream, scene.tracks[2]);
    assert!(!scene.stream_is(StreamState::ACTIVE));
}

#[test]
fn a_removal_leaves_the_track_s_own_state_as_it_is() {
    let mut scene = Scene::new();
    let before = scene.user_agent.track_state(scene.tracks[0]);
    scene.user_agent.remove_track(scene.stream, scene.tracks[0]);
    assert_eq!(scene.user_agent.track_state(scene.tracks[0]), before);
}
