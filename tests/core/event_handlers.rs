use mediastream_polyfill::media::{EventTypes, Id, ListenerChange, Stream};

use crate::scene::Scene;

const OBJECT: bool = true;
const NULL: bool = false;

#[test]
fn the_first_object_takes_a_place_in_the_listener_order_and_later_ones_keep_it() {
    let mut scene = Scene::new();
    let mut set = |value| {
        scene.user_agent.set_stream_event_handler(scene.stream, EventTypes::REMOVETRACK, value)
    };
    assert_eq!(set(OBJECT), ListenerChange::Append);
    assert_eq!(set(OBJECT), ListenerChange::Keep);
}

#[test]
fn null_gives_the_place_up_and_the_next_object_takes_another() {
    let mut scene = Scene::new();
    let mut set =
        |value| scene.user_agent.set_track_event_handler(scene.tracks[0], EventTypes::ENDED, value);
    assert_eq!(set(NULL), ListenerChange::Keep);
    set(OBJECT);
    assert_eq!(set(NULL), ListenerChange::Remove);
    assert_eq!(set(NULL), ListenerChange::Keep);
    assert_eq!(set(OBJECT), ListenerChange::Append);
}

#[test]
fn handlers_of_different_types_are_independent() {
    let mut scene = Scene::new();
    let [track, other, _] = scene.tracks;
    scene.user_agent.set_track_event_handler(track, EventTypes::MUTE, OBJECT);
    assert!(scene.user_agent.has_track_event_handler(track, EventTypes::MUTE));
    assert!(!scene.user_agent.has_track_event_handler(track, EventTypes::UNMUTE));
    assert!(!scene.user_agent.has_track_event_handler(other, EventTypes::MUTE));
}

#[test]
fn an_id_that_names_nothing_has_no_handler_and_takes_none() {
    let mut scene = Scene::new();
    let nothing = Id::<Stream>::new(u32::MAX).unwrap();
    let change = scene.user_agent.set_stream_event_handler(nothing, EventTypes::ADDTRACK, OBJECT);
    assert_eq!(change, ListenerChange::Keep);
    assert!(!scene.user_agent.has_stream_event_handler(nothing, EventTypes::ADDTRACK));
}
