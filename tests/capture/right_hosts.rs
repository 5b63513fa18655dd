//! A host that is right is never helped, however fast sources change.

use mediastream_polyfill::capture::{Host, MediaEvent, Owner};

use crate::scene::Scene;

#[test]
fn tracks_that_the_host_takes_out_in_time_are_nobodys_business() {
    let (mut scene, tracks) = Scene::of_film(Host::Captures);
    scene.fires(&[MediaEvent::Emptied]);
    for track in tracks {
        scene.element.host_ended(track, scene.now);
        scene.element.host_removed(track);
    }
    scene.fires(&[MediaEvent::LoadStart]);
    scene.passes(1000);
    assert_eq!(scene.effects(), []);
    assert_eq!(scene.element.wake_at(), None);
}

#[test]
fn a_stream_that_the_host_feeds_is_never_given_a_second_capture() {
    let (mut scene, [sound, picture]) = Scene::of_film(Host::Captures);
    scene.fires(&[MediaEvent::Emptied]);
    scene.element.host_removed(sound);
    scene.element.host_removed(picture);
    scene.fires(&[MediaEvent::LoadStart, MediaEvent::LoadedMetadata, MediaEvent::LoadedData]);
    scene.fires(&[MediaEvent::Playing]);
    scene.passes(1000);
    scene.fires(&[MediaEvent::Playing]);
    scene.passes(1000);
    assert_eq!(scene.effects(), []);
}

#[test]
fn a_stream_that_had_no_tracks_is_the_hosts_to_fill_when_it_likes() {
    let (mut scene, _) = Scene::new(Host::Captures, &[]);
    scene.fires(&[MediaEvent::LoadStart, MediaEvent::LoadedData, MediaEvent::Playing]);
    scene.passes(1000);
    assert_eq!(scene.effects(), []);
    scene.host_adds(0, Owner::Element, true);
    scene.fires(&[MediaEvent::Playing]);
    scene.passes(1000);
    assert_eq!(scene.effects(), []);
}

#[test]
fn what_was_begun_for_one_source_ends_with_it() {
    let (mut scene, [sound, picture]) = Scene::of_film(Host::Captures);
    scene.fires(&[MediaEvent::Ended]);
    scene.element.host_removed(sound);
    scene.element.host_removed(picture);
    scene.fires(&[MediaEvent::Playing]);
    assert_eq!(scene.element.wake_at(), Some(1200));
    scene.fires(&[MediaEvent::Emptied]);
    assert_eq!(scene.element.wake_at(), None);
    scene.passes(1000);
    assert_eq!(scene.effects(), []);
}

#[test]
fn where_playback_is_restarted_the_host_has_200_milliseconds_to_announce_others() {
    let (mut scene, [sound, picture]) = Scene::of_film(Host::Captures);
    scene.fires(&[MediaEvent::Ended]);
    scene.element.host_removed(sound);
    scene.element.host_removed(picture);
    scene.fires(&[MediaEvent::Playing]);
    scene.passes(199);
    scene.host_adds(0, Owner::Element, true);
    assert_eq!(scene.element.wake_at(), None);
    assert_eq!(scene.effects(), []);
}

#[test]
fn what_has_played_to_its_end_is_restarted_by_nothing_but_playing() {
    let (mut scene, tracks) = Scene::of_film(Host::Captures);
    scene.fires(&[MediaEvent::Ended]);
    for track in tracks {
        scene.element.host_removed(track);
    }
    scene.fires(&[MediaEvent::LoadedMetadata, MediaEvent::LoadedData, MediaEvent::Resize]);
    assert_eq!(scene.element.wake_at(), None);
    assert_eq!(scene.effects(), []);
}

#[test]
fn a_host_that_has_announced_others_at_a_restart_does_so_at_the_next() {
    let (mut scene, tracks) = Scene::of_film(Host::Captures);
    scene.fires(&[MediaEvent::Ended]);
    for track in tracks {
        scene.element.host_removed(track);
    }
    let other = scene.host_adds(0, Owner::Element, true);
    scene.fires(&[MediaEvent::Playing, MediaEvent::Ended]);
    scene.element.host_removed(other);
    scene.fires(&[MediaEvent::Playing]);
    assert_eq!(scene.element.wake_at(), None);
    scene.passes(1000);
    assert_eq!(scene.effects(), []);
}
