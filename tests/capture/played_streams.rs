//! "If the selected VideoTrack or enabled AudioTracks for the media element change, an addtrack event with a new
//! MediaStreamTrack is generated for each track that was not previously selected or enabled; and a removetrack event is
//! generated for each track that ceases to be selected or enabled."

use mediastream_polyfill::capture::{Effect, Host, MediaEvent, Owner, TrackId};

use crate::scene::{FILM, Scene};

fn play(scene: &mut Scene, tracks: &[(u32, bool)]) {
    for &(source, is_video) in tracks {
        scene.element.plays(source, is_video);
    }
    scene.element.played_tracks();
}

const BOTH: [(Owner, bool); 2] = [(Owner::Page(1), false), (Owner::Page(2), true)];

#[test]
fn a_track_that_script_takes_out_of_the_played_stream_ends_and_leaves() {
    let (mut scene, tracks) = Scene::new(Host::Captures, &BOTH);
    play(&mut scene, &[(2, true)]);
    assert_eq!(scene.effects(), [Effect::EndForScript(tracks[0]), Effect::Remove(tracks[0])]);
    play(&mut scene, &[(2, true)]);
    assert_eq!(scene.effects(), []);
}

#[test]
fn a_track_that_script_adds_to_the_played_stream_comes() {
    let (mut scene, tracks) = Scene::new(Host::Lacks, &[(Owner::Copy(2), true)]);
    play(&mut scene, &[(2, true), (1, false)]);
    assert_eq!(scene.effects(), [Effect::CaptureAnew(scene.capture)]);
    // The element is captured whole: what there is already is not wanted.
    let new = scene.captured_anew(&[(Owner::Copy(2), true), (Owner::Copy(1), false)]);
    assert_eq!(new.len(), 1);
    assert_eq!(scene.effects(), [Effect::Add(new[0])]);
    play(&mut scene, &[]);
    let all = [tracks[0], new[0]];
    assert_eq!(scene.effects(), [all.map(Effect::End), all.map(Effect::Remove)].concat());
}

#[test]
fn a_second_video_is_not_shown_and_so_not_captured_until_it_is() {
    let (mut scene, tracks) = Scene::new(Host::Captures, &BOTH);
    play(&mut scene, &[(1, false), (2, true), (3, true)]);
    assert_eq!(scene.effects(), []);
    play(&mut scene, &[(1, false), (3, true)]);
    assert_eq!(
        scene.effects(),
        [
            Effect::EndForScript(tracks[1]),
            Effect::Remove(tracks[1]),
            Effect::CaptureAnew(scene.capture),
        ]
    );
    let new = scene.captured_anew(&[(Owner::Page(1), false), (Owner::Page(3), true)]);
    assert_eq!(scene.effects(), [Effect::Add(new[0])]);
}

#[test]
fn where_a_video_is_captured_another_that_is_captured_with_new_audio_is_not_wanted() {
    let (mut scene, _) = Scene::new(Host::Captures, &[(Owner::Page(2), true)]);
    play(&mut scene, &[(2, true), (3, true), (1, false)]);
    assert_eq!(scene.effects(), [Effect::CaptureAnew(scene.capture)]);
    let new = scene.captured_anew(&[(Owner::Page(1), false), (Owner::Page(3), true)]);
    assert_eq!(scene.effects(), [Effect::Add(new[0])]);
}

#[test]
fn when_all_have_left_another_comes_all_the_same() {
    let (mut scene, _) = Scene::new(Host::Captures, &BOTH);
    play(&mut scene, &[]);
    assert_eq!(scene.effects().len(), 4);
    play(&mut scene, &[(1, false)]);
    assert_eq!(scene.effects(), [Effect::CaptureAnew(scene.capture)]);
}

#[test]
fn what_the_host_renders_is_the_hosts_to_follow() {
    let (mut scene, _) = Scene::of_film(Host::Captures);
    play(&mut scene, &[(1, false), (2, true)]);
    play(&mut scene, &[]);
    assert_eq!(scene.effects(), []);
}

#[test]
fn a_stream_that_is_not_played_any_more_is_not_followed() {
    let (mut scene, tracks) = Scene::new(Host::Captures, &BOTH);
    scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart]);
    assert_eq!(scene.effects().len(), tracks.len() * 2);
    play(&mut scene, &[(1, false), (2, true), (3, false)]);
    assert_eq!(scene.effects(), []);
    scene.fires(&[MediaEvent::LoadedData]);
    assert_eq!(scene.effects(), [Effect::CaptureAnew(scene.capture)]);
    scene.captured_anew(&FILM);
    assert_eq!(scene.effects().len(), 2);
    play(&mut scene, &[(1, false)]);
    assert_eq!(scene.effects(), []);
}

#[test]
fn what_comes_to_a_stream_that_was_captured_empty_comes() {
    for host in [Host::Captures, Host::Lacks] {
        let (mut scene, _) = Scene::new(host, &[]);
        scene.element.captured_copies(scene.capture);
        play(&mut scene, &[(1, false)]);
        assert_eq!(scene.effects(), [Effect::CaptureAnew(scene.capture)]);
    }
}

#[test]
fn a_capture_that_was_empty_and_is_not_of_copies_is_the_hosts_to_fill() {
    let (mut scene, _) = Scene::new(Host::Captures, &[]);
    play(&mut scene, &[(1, false)]);
    assert_eq!(scene.effects(), []);
}

/// The element has got a stream and not told so yet when it is captured.
fn captured_early() -> (Scene, TrackId) {
    let (mut scene, _) = Scene::new(Host::Captures, &[]);
    let track = scene.element.captured(scene.capture, Owner::Page(1), true, true);
    (scene, track.expect("a number"))
}

#[test]
fn a_track_that_was_captured_before_its_stream_was_told_of_stays() {
    let (mut scene, _) = captured_early();
    scene.element.plays(1, true);
    scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart, MediaEvent::LoadedMetadata]);
    scene.passes(1000);
    assert_eq!(scene.effects(), []);
}

#[test]
fn what_is_loaded_next_is_another_set_also_if_it_has_the_same_track() {
    for told in [MediaEvent::LoadedMetadata, MediaEvent::LoadedData] {
        let (mut scene, track) = captured_early();
        scene.fires(&[MediaEvent::LoadStart, told]);
        scene.element.plays(1, true);
        scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart]);
        assert_eq!(scene.effects(), [Effect::EndForScript(track), Effect::Remove(track)]);
    }
}
