//! "Once metadata is available and the selected or enabled tracks are determined, new captured MediaStreamTrack instances
//! are created and added", "restarting playback after playback ends causes a new set", where the host doesn't see to it.

use mediastream_polyfill::capture::{Effect, Host, MediaEvent, Owner, TrackId};

use crate::scene::{FILM, Scene};

fn leave(tracks: &[TrackId]) -> Vec<Effect> {
    let ends = tracks.iter().copied().map(Effect::End);
    ends.chain(tracks.iter().copied().map(Effect::Remove)).collect()
}

/// The element has loaded something else, and was captured anew.
fn loads_anew(scene: &mut Scene, tracks: &[(Owner, bool)]) -> Vec<TrackId> {
    scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart, MediaEvent::LoadedMetadata]);
    scene.fires(&[MediaEvent::LoadedData]);
    let effects = scene.effects();
    assert_eq!(effects.last(), Some(&Effect::CaptureAnew(scene.capture)));
    let tracks = scene.captured_anew(tracks);
    assert_eq!(scene.effects(), tracks.iter().copied().map(Effect::Add).collect::<Vec<_>>());
    tracks
}

#[test]
fn where_the_host_has_no_capture_stream_tracks_come_with_the_first_picture() {
    let (mut scene, old) = Scene::of_film(Host::Lacks);
    scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart, MediaEvent::LoadedMetadata]);
    assert_eq!(scene.effects(), leave(&old));
    scene.fires(&[MediaEvent::LoadedData]);
    assert_eq!(scene.effects(), [Effect::CaptureAnew(scene.capture)]);
    let new = scene.captured_anew(&FILM);
    assert_eq!(scene.effects(), [Effect::Add(new[0]), Effect::Add(new[1])]);
    scene.fires(&[MediaEvent::Playing]);
    scene.passes(1000);
    assert_eq!(scene.effects(), []);
}

#[test]
fn where_the_host_has_no_capture_stream_a_restart_makes_a_new_set_at_once() {
    let (mut scene, old) = Scene::of_film(Host::Lacks);
    for old in [old.to_vec(), Vec::new()] {
        scene.fires(&[MediaEvent::Ended]);
        assert_eq!(scene.effects(), leave(&old));
    }
    scene.fires(&[MediaEvent::LoadedData, MediaEvent::Resize]);
    assert_eq!(scene.effects(), []);
    scene.fires(&[MediaEvent::Playing]);
    assert_eq!(scene.effects(), [Effect::CaptureAnew(scene.capture)]);
    let new = scene.captured_anew(&FILM);
    assert_eq!(scene.effects(), [Effect::Add(new[0]), Effect::Add(new[1])]);
}

#[test]
fn a_capture_that_finds_no_tracks_is_tried_again_but_not_for_ever() {
    let (mut scene, _) = Scene::new(Host::Lacks, &[]);
    scene.fires(&[MediaEvent::LoadedData]);
    let mut tries = 0;
    while let Some(effect) = scene.element.next_effect() {
        assert_eq!(effect, Effect::CaptureAnew(scene.capture));
        scene.captured_anew(&[]);
        tries += 1;
        scene.passes(200);
    }
    assert_eq!(tries, 6);
    assert_eq!(scene.element.wake_at(), None);
    // Now it knows its size.
    scene.fires(&[MediaEvent::Resize]);
    assert_eq!(scene.effects(), [Effect::CaptureAnew(scene.capture)]);
    let new = scene.captured_anew(&FILM);
    assert_eq!(scene.effects().len(), new.len());
}

#[test]
fn a_capture_of_the_pages_tracks_is_one_that_the_host_does_not_change() {
    let (mut scene, _) = Scene::new(Host::Captures, &[(Owner::Page(1), true)]);
    let second = loads_anew(&mut scene, &[(Owner::Page(2), true)]);
    let third = loads_anew(&mut scene, &FILM);
    assert_eq!((second.len(), third.len()), (1, 2));
}

#[test]
fn a_capture_of_copies_is_one_that_the_host_does_not_change_even_if_it_was_empty() {
    let (mut scene, _) = Scene::new(Host::Captures, &[]);
    scene.element.captured_copies(scene.capture);
    let tracks = loads_anew(&mut scene, &FILM);
    assert_eq!(tracks.len(), 2);
}

#[test]
fn copies_in_a_stream_that_is_not_followed_do_not_keep_the_host_from_feeding_the_one_that_is() {
    let (mut scene, tracks) = Scene::of_film(Host::Captures);
    scene.fires(&[MediaEvent::Ended]);
    for track in tracks {
        scene.element.host_removed(track);
    }
    scene.fires(&[MediaEvent::Playing]);
    scene.passes(200);
    assert_eq!(scene.effects(), [Effect::CaptureAnew(scene.capture)]);
    scene.element.captured_copies(scene.capture);
    scene.captured_anew(&[(Owner::Copy(1), true)]);
    scene.effects();
    scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart]);
    assert_eq!(scene.effects().len(), 2);
    scene.fires(&[MediaEvent::LoadedMetadata, MediaEvent::LoadedData]);
    assert_eq!(scene.effects(), []);
}

#[test]
fn a_new_capture_that_the_host_feeds_is_followed() {
    let (mut scene, _) = Scene::new(Host::Captures, &[(Owner::Page(1), true)]);
    let old = loads_anew(&mut scene, &FILM);
    scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart]);
    assert_eq!(scene.effects(), leave(&old));
    let stream = scene.element.stream(scene.capture);
    assert_eq!((stream, scene.element.streams(scene.capture)), (1, 1));
    let new = scene.host_adds(stream, Owner::Element, true);
    assert_eq!(scene.effects(), [Effect::Add(new)]);
    scene.fires(&[MediaEvent::LoadedData, MediaEvent::Playing]);
    scene.passes(1000);
    assert_eq!(scene.effects(), []);
    scene.element.host_removed(new);
    assert_eq!(scene.effects(), leave(&[new]));
}

#[test]
fn what_the_host_adds_to_a_new_capture_for_an_earlier_source_is_taken_out_again() {
    let (mut scene, _) = Scene::new(Host::Captures, &[(Owner::Page(1), true)]);
    loads_anew(&mut scene, &FILM);
    let late = scene.element.met(scene.capture, 1, Owner::Element, true).expect("a number");
    scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart]);
    scene.effects();
    scene.element.host_added(late, scene.now);
    assert_eq!(scene.effects(), leave(&[late]));
}

#[test]
fn a_host_that_does_not_restart_is_helped_after_200_milliseconds() {
    let (mut scene, tracks) = Scene::of_film(Host::Captures);
    scene.fires(&[MediaEvent::Ended]);
    for track in tracks {
        scene.element.host_ended(track, scene.now);
        scene.element.host_removed(track);
    }
    scene.fires(&[MediaEvent::Playing]);
    scene.passes(199);
    assert_eq!(scene.effects(), []);
    scene.passes(1);
    assert_eq!(scene.effects(), [Effect::CaptureAnew(scene.capture)]);
    let new = scene.captured_anew(&FILM);
    assert_eq!(scene.effects(), [Effect::Add(new[0]), Effect::Add(new[1])]);

    // It is still the first stream that the host feeds.
    assert_eq!(scene.element.stream(scene.capture), 0);
    scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart]);
    assert_eq!(scene.effects(), leave(&new));
    // What the host adds to the other is stopped before the host itself stops it, be it the page's.
    let other = scene.host_adds(1, Owner::Element, true);
    assert_eq!(scene.effects(), leave(&[other]));
    let pages = scene.host_adds(1, Owner::Page(1), true);
    assert_eq!(scene.effects(), [Effect::EndForScript(pages), Effect::Remove(pages)]);
    scene.host_adds(0, Owner::Element, true);
    scene.fires(&[MediaEvent::LoadedData, MediaEvent::Playing]);
    scene.passes(1000);
    assert_eq!(scene.effects(), []);
}

#[test]
fn when_the_host_has_announced_tracks_after_all_those_of_a_new_capture_go() {
    let (mut scene, tracks) = Scene::of_film(Host::Captures);
    scene.fires(&[MediaEvent::Ended]);
    for track in tracks {
        scene.element.host_removed(track);
    }
    scene.fires(&[MediaEvent::Playing]);
    scene.passes(200);
    scene.effects();
    let ours = scene.captured_anew(&FILM);
    scene.effects();
    let hosts = scene.host_adds(0, Owner::Element, true);
    scene.passes(0);
    assert_eq!(scene.effects(), leave(&ours));
    scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart]);
    assert_eq!(scene.effects(), leave(&[hosts]));
}

#[test]
fn a_host_whose_captures_get_their_tracks_with_the_metadata_is_not_asked_for_them_before() {
    let (mut scene, _) = Scene::new(Host::Captures, &[(Owner::Page(1), true)]);
    scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart]);
    scene.effects();
    scene.fires(&[MediaEvent::Resize, MediaEvent::LoadedMetadata]);
    assert_eq!(scene.effects(), []);
    scene.fires(&[MediaEvent::LoadedData]);
    assert_eq!(scene.effects(), [Effect::CaptureAnew(scene.capture)]);
}

#[test]
fn a_capture_with_tracks_is_not_asked_for_more() {
    for host in [Host::Captures, Host::Lacks] {
        let (mut scene, _) = Scene::new(host, &[(Owner::Element, false)]);
        scene.fires(&[MediaEvent::LoadedData, MediaEvent::Resize, MediaEvent::Playing]);
        scene.passes(1000);
        assert_eq!(scene.effects(), []);
    }
}
