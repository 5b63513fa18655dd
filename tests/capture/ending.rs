//! "A captured MediaStreamTrack ends when playback ends or when the track that it captures is no longer selected or
//! enabled for playback", and "MUST end prior to being removed".
//! <https://w3c.github.io/mediacapture-fromelement/#dom-htmlmediaelement-capturestream>

use mediastream_polyfill::capture::{Effect, Host, MediaEvent, Owner};

use crate::scene::Scene;

#[test]
fn when_another_source_is_loaded_all_tracks_end_before_any_is_removed() {
    let (mut scene, [sound, picture]) = Scene::of_film(Host::Captures);
    scene.fires(&[MediaEvent::Emptied]);
    assert_eq!(scene.effects(), []);
    scene.fires(&[MediaEvent::LoadStart]);
    assert_eq!(
        scene.effects(),
        [Effect::End(sound), Effect::End(picture), Effect::Remove(sound), Effect::Remove(picture),]
    );
}

#[test]
fn what_two_captures_have_ends_before_anything_leaves_either() {
    let (mut scene, first) = Scene::of_film(Host::Captures);
    let other = scene.element.capture().expect("a number");
    let second = scene.element.captured(other, Owner::Element, true, false).expect("a number");
    scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart]);
    let [sound, picture] = first;
    let ends = [sound, picture, second].map(Effect::End);
    let removals = [sound, picture, second].map(Effect::Remove);
    assert_eq!(scene.effects(), [ends, removals].concat());
}

#[test]
fn when_the_source_is_taken_away_the_host_has_50_milliseconds() {
    let (mut scene, [sound, picture]) = Scene::of_film(Host::Captures);
    scene.fires(&[MediaEvent::Emptied]);
    assert_eq!(scene.element.wake_at(), Some(1050));
    scene.passes(49);
    assert_eq!(scene.effects(), []);
    scene.passes(1);
    assert_eq!(scene.effects()[..2], [Effect::End(sound), Effect::End(picture)]);
    assert_eq!(scene.element.wake_at(), None);
}

#[test]
fn when_it_has_played_to_its_end_the_host_has_200_milliseconds() {
    let (mut scene, [sound, picture]) = Scene::of_film(Host::Captures);
    scene.fires(&[MediaEvent::Ended]);
    scene.passes(199);
    assert_eq!(scene.effects(), []);
    scene.passes(1);
    assert_eq!(
        scene.effects(),
        [Effect::End(sound), Effect::End(picture), Effect::Remove(sound), Effect::Remove(picture),]
    );
}

#[test]
fn a_clock_that_is_late_gives_the_host_more_time_once() {
    let (mut scene, tracks) = Scene::of_film(Host::Captures);
    scene.fires(&[MediaEvent::Emptied]);
    scene.passes(400);
    assert_eq!(scene.effects(), []);
    assert_eq!(scene.element.wake_at(), Some(1450));
    scene.passes(400);
    assert_eq!(scene.effects()[..2], tracks.map(Effect::End));
}

#[test]
fn where_the_host_has_no_capture_stream_nothing_waits_for_it() {
    let (mut scene, tracks) = Scene::of_film(Host::Lacks);
    scene.fires(&[MediaEvent::Emptied]);
    assert_eq!(scene.effects()[..2], tracks.map(Effect::End));

    let (mut scene, tracks) = Scene::of_film(Host::Lacks);
    scene.fires(&[MediaEvent::Ended]);
    assert_eq!(scene.effects()[..2], tracks.map(Effect::End));
    assert_eq!(scene.element.wake_at(), None);
}

#[test]
fn what_began_to_leave_for_one_source_does_not_wait_longer_for_the_next() {
    let (mut scene, tracks) = Scene::of_film(Host::Captures);
    scene.fires(&[MediaEvent::Emptied]);
    scene.passes(40);
    scene.fires(&[MediaEvent::Emptied]);
    assert_eq!(scene.element.wake_at(), Some(1050));
    scene.passes(10);
    assert_eq!(scene.effects()[..2], tracks.map(Effect::End));
}

#[test]
fn restarting_playback_does_not_wait_for_those_of_the_playback_that_ended() {
    let (mut scene, tracks) = Scene::of_film(Host::Captures);
    scene.fires(&[MediaEvent::Ended]);
    scene.passes(20);
    scene.fires(&[MediaEvent::Playing]);
    assert_eq!(scene.effects()[..2], tracks.map(Effect::End));
}

#[test]
fn pausing_seeking_and_loading_more_end_nothing() {
    let (mut scene, _) = Scene::of_film(Host::Captures);
    scene.fires(&[MediaEvent::Playing, MediaEvent::LoadedData, MediaEvent::Resize]);
    scene.fires(&[MediaEvent::LoadedMetadata, MediaEvent::Playing, MediaEvent::LoadStart]);
    scene.passes(1000);
    assert_eq!(scene.effects(), []);
    assert_eq!(scene.element.wake_at(), None);
}

#[test]
fn a_track_of_the_pages_ends_for_script_only() {
    let (mut scene, tracks) = Scene::new(Host::Captures, &[(Owner::Page(7), true)]);
    scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart]);
    assert_eq!(scene.effects(), [Effect::EndForScript(tracks[0]), Effect::Remove(tracks[0])]);
}

#[test]
fn a_copy_of_a_track_of_the_pages_is_stopped() {
    let (mut scene, tracks) = Scene::new(Host::Lacks, &[(Owner::Copy(7), true)]);
    scene.fires(&[MediaEvent::Emptied]);
    assert_eq!(scene.effects(), [Effect::End(tracks[0]), Effect::Remove(tracks[0])]);
}

#[test]
fn a_track_that_the_host_has_ended_only_leaves_and_not_before_those_that_end_with_it() {
    let (mut scene, [sound, picture]) = Scene::of_film(Host::Captures);
    scene.element.host_ended(sound, scene.now);
    scene.passes(49);
    scene.element.host_ended(picture, scene.now);
    assert_eq!(scene.effects(), []);
    scene.passes(1);
    assert_eq!(scene.effects(), [Effect::Remove(sound)]);
    scene.passes(49);
    assert_eq!(scene.effects(), [Effect::Remove(picture)]);
}

#[test]
fn what_the_host_announces_late_of_an_earlier_source_leaves_after_it() {
    let (mut scene, _) = Scene::new(Host::Captures, &[]);
    let late = scene.element.met(scene.capture, 0, Owner::Element, true).expect("a number");
    scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart]);
    scene.element.host_added(late, scene.now);
    assert_eq!(scene.effects(), []);
    let new = scene.host_adds(0, Owner::Element, true);
    scene.passes(50);
    assert_eq!(scene.effects(), [Effect::End(late), Effect::Remove(late)]);
    scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart]);
    assert_eq!(scene.effects(), [Effect::End(new), Effect::Remove(new)]);
}

#[test]
fn what_is_captured_before_the_element_has_told_of_its_new_source_is_of_that() {
    let (mut scene, _) = Scene::new(Host::Captures, &[]);
    let early =
        scene.element.captured(scene.capture, Owner::Page(7), true, true).expect("a number");
    scene.element.plays(7, true);
    scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart, MediaEvent::LoadedMetadata]);
    scene.fires(&[MediaEvent::LoadedData, MediaEvent::Playing]);
    scene.passes(1000);
    assert_eq!(scene.effects(), []);
    scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart]);
    assert_eq!(scene.effects(), [Effect::EndForScript(early), Effect::Remove(early)]);
}

#[test]
fn what_was_captured_early_of_the_first_source_leaves_with_it() {
    let (mut scene, _) = Scene::new(Host::Captures, &[]);
    let early =
        scene.element.captured(scene.capture, Owner::Page(7), true, true).expect("a number");
    scene.fires(&[MediaEvent::LoadStart, MediaEvent::LoadedMetadata, MediaEvent::LoadedData]);
    scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart]);
    assert_eq!(scene.effects(), [Effect::EndForScript(early), Effect::Remove(early)]);
}

#[test]
fn what_was_captured_early_of_a_source_that_has_been_replaced_leaves() {
    let (mut scene, _) = Scene::new(Host::Captures, &[]);
    let early =
        scene.element.captured(scene.capture, Owner::Page(7), true, true).expect("a number");
    scene.element.plays(8, true);
    scene.fires(&[MediaEvent::Emptied, MediaEvent::LoadStart]);
    assert_eq!(scene.effects(), [Effect::EndForScript(early), Effect::Remove(early)]);
}
