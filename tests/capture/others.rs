//! What is no fact of the host's, or of another capture.

use mediastream_polyfill::capture::{Effect, Fired, Host, MediaEvent, Owner};

use crate::scene::{BY_HOST, Scene};

const EVENTS: [MediaEvent; 7] = [
    MediaEvent::Emptied,
    MediaEvent::LoadStart,
    MediaEvent::LoadedMetadata,
    MediaEvent::LoadedData,
    MediaEvent::Resize,
    MediaEvent::Playing,
    MediaEvent::Ended,
];

#[test]
fn only_what_the_host_fires_at_the_element_itself_counts() {
    for host in [Host::Captures, Host::Lacks] {
        for fired in [Fired { by_host: false, ..BY_HOST }, Fired { at_element: false, ..BY_HOST }] {
            let (mut scene, _) = Scene::of_film(host);
            for event in EVENTS {
                scene.element.hears(event, fired, scene.now);
            }
            scene.passes(1000);
            assert_eq!(scene.effects(), [], "{host:?} {fired:?}");
        }
    }
}

#[test]
fn a_capture_that_nobody_can_see_gets_nothing() {
    let (mut scene, _) = Scene::of_film(Host::Captures);
    scene.fires(&[MediaEvent::Emptied]);
    scene.element.forget(scene.capture);
    assert_eq!(scene.element.wake_at(), None);
    scene.fires(&[MediaEvent::LoadStart, MediaEvent::LoadedData]);
    scene.passes(1000);
    assert_eq!(scene.effects(), []);
    assert_eq!(scene.element.captured(scene.capture, Owner::Element, true, false), None);
    assert_eq!(scene.element.met(scene.capture, 0, Owner::Element, true), None);
}

#[test]
fn effects_of_a_capture_that_is_forgotten_meanwhile_are_dropped() {
    let (mut scene, [sound, _]) = Scene::of_film(Host::Lacks);
    scene.fires(&[MediaEvent::Emptied]);
    assert_eq!(scene.element.next_effect(), Some(Effect::End(sound)));
    scene.element.forget(scene.capture);
    assert_eq!(scene.effects(), []);
}

#[test]
fn a_track_that_has_left_is_known_no_longer() {
    let (mut scene, [sound, picture]) = Scene::of_film(Host::Lacks);
    scene.fires(&[MediaEvent::Emptied]);
    scene.effects();
    for track in [sound, picture] {
        scene.element.host_ended(track, scene.now);
        scene.element.host_removed(track);
        scene.element.host_added(track, scene.now);
    }
    scene.passes(1000);
    assert_eq!(scene.effects(), []);
}

#[test]
fn tracks_that_script_has_added_stay() {
    let (mut scene, tracks) = Scene::of_film(Host::Captures);
    for _ in 0..3 {
        scene.element.met(scene.capture, 0, Owner::Element, true);
        scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart]);
    }
    scene.passes(1000);
    assert_eq!(scene.effects(), [tracks.map(Effect::End), tracks.map(Effect::Remove)].concat());
}
