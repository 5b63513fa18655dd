use mediastream_polyfill::media::{Change, Id, PAGE_SIZE, SlotType, UserAgent};

use crate::scene::Scene;

#[test]
fn removals_come_first_in_the_set_s_order_and_then_additions_in_the_order_given() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    let fourth = scene.user_agent.create_track(scene.camera, true).unwrap();
    let reconciliation = scene.reconcile(0, &[fourth, third]);
    assert_eq!(
        scene.changes(reconciliation),
        [
            Change::Removal(first),
            Change::Removal(second),
            Change::Addition(fourth),
            Change::Addition(third)
        ]
    );
    assert_eq!(scene.track_set(), [fourth, third]);
}

#[test]
fn nothing_changes_before_its_effect_is_taken() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    let reconciliation = scene.reconcile(0, &[third]);
    assert_eq!(scene.track_set(), [first, second]);
    scene.change(reconciliation);
    assert_eq!(scene.track_set(), [second]);
    scene.change(reconciliation);
    scene.change(reconciliation);
    assert_eq!(scene.track_set(), [third]);
}

#[test]
fn what_is_in_the_set_and_wanted_stays_in_its_place() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    let reconciliation = scene.reconcile(0, &[third, second, third]);
    assert_eq!(scene.changes(reconciliation), [Change::Removal(first), Change::Addition(third)]);
    assert_eq!(scene.track_set(), [second, third]);
}

#[test]
fn what_a_listener_removed_or_added_itself_fires_nothing() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    let reconciliation = scene.reconcile(0, &[third]);
    assert_eq!(scene.change(reconciliation), Some(Change::Removal(first)));
    scene.user_agent.remove_track(scene.stream, second);
    scene.user_agent.add_track(scene.stream, third).unwrap();
    assert_eq!(scene.changes(reconciliation), []);
}

#[test]
fn a_track_that_a_listener_puts_back_stays() {
    let mut scene = Scene::new();
    let [first, second, _] = scene.tracks;
    let reconciliation = scene.reconcile(0, &[]);
    scene.change(reconciliation);
    scene.user_agent.add_track(scene.stream, first).unwrap();
    assert_eq!(scene.changes(reconciliation), [Change::Removal(second)]);
    assert_eq!(scene.track_set(), [first]);
}

#[test]
fn a_listener_may_reconcile_and_the_outer_reconciliation_goes_on_after_it() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    let outer = scene.reconcile(0, &[third]);
    assert_eq!(scene.change(outer), Some(Change::Removal(first)));
    let inner = scene.reconcile(outer, &[first]);
    assert_eq!(scene.changes(inner), [Change::Removal(second), Change::Addition(first)]);
    assert_eq!(scene.changes(outer), [Change::Addition(third)]);
    assert_eq!(scene.track_set(), [first, third]);
}

#[test]
fn a_reconciliation_that_a_listener_abandoned_does_not_disturb_the_outer_one() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    let outer = scene.reconcile(0, &[third]);
    assert_eq!(scene.change(outer), Some(Change::Removal(first)));
    scene.reconcile(outer, &[first, second, third]);
    assert_eq!(scene.changes(outer), [Change::Removal(second), Change::Addition(third)]);
    let next = scene.reconcile(0, &[]);
    assert_eq!(scene.changes(next), [Change::Removal(third)]);
}

#[test]
fn a_number_that_names_no_reconciliation_has_no_effects() {
    let mut scene = Scene::new();
    let reconciliation = scene.reconcile(0, &[]);
    assert_eq!(scene.changes(reconciliation + 1), []);
    assert_eq!(scene.track_set().len(), 2);
    assert_eq!(scene.changes(reconciliation).len(), 2);
    assert_eq!(scene.changes(reconciliation), []);
}

#[test]
fn a_reconciliation_that_is_finished_takes_no_more_tracks() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    let outer = scene.reconcile(0, &[]);
    assert_eq!(scene.change(outer), Some(Change::Removal(first)));
    let inner = scene.reconcile(outer, &[second]);
    assert_eq!(scene.change(inner), None);
    scene.user_agent.want(third).unwrap();
    assert_eq!(scene.change(inner), None);
    assert_eq!(scene.changes(outer), [Change::Removal(second), Change::Addition(third)]);
    scene.user_agent.want(first).unwrap();
    assert_eq!(scene.change(outer), None);
}

#[test]
fn a_stream_that_is_none_has_no_changes_that_happen() {
    let mut scene = Scene::new();
    let nothing = scene.user_agent.reconcile(0, Id::new(1).unwrap()).unwrap();
    scene.user_agent.want(scene.tracks[2]).unwrap();
    assert_eq!(scene.user_agent.next_change(nothing), Some(Change::Addition(scene.tracks[2])));
    assert!(!scene.user_agent.add_track(Id::new(1).unwrap(), scene.tracks[2]).unwrap());
    let [first, second, _] = scene.tracks;
    let reconciliation = scene.reconcile(0, &[first, second]);
    assert_eq!(scene.changes(reconciliation), []);
}

#[test]
fn a_track_that_is_wanted_and_that_a_listener_removes_stays_out() {
    let mut scene = Scene::new();
    let [first, second, _] = scene.tracks;
    let reconciliation = scene.reconcile(0, &[second]);
    assert_eq!(scene.change(reconciliation), Some(Change::Removal(first)));
    scene.user_agent.remove_track(scene.stream, second);
    assert_eq!(scene.changes(reconciliation), []);
    assert_eq!(scene.track_set(), []);
}

#[test]
fn a_track_that_is_to_be_added_and_that_a_listener_adds_and_removes_stays_out() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    let reconciliation = scene.reconcile(0, &[second, third]);
    assert_eq!(scene.change(reconciliation), Some(Change::Removal(first)));
    scene.user_agent.add_track(scene.stream, third).unwrap();
    scene.user_agent.remove_track(scene.stream, third);
    assert_eq!(scene.changes(reconciliation), []);
    assert_eq!(scene.track_set(), [second]);
}

#[test]
fn a_track_that_is_to_be_removed_and_that_a_listener_removes_and_adds_stays_in() {
    let mut scene = Scene::new();
    let [first, second, _] = scene.tracks;
    let reconciliation = scene.reconcile(0, &[]);
    assert_eq!(scene.change(reconciliation), Some(Change::Removal(first)));
    scene.user_agent.remove_track(scene.stream, second);
    scene.user_agent.add_track(scene.stream, second).unwrap();
    assert_eq!(scene.changes(reconciliation), []);
    assert_eq!(scene.track_set(), [second]);
}

#[test]
fn what_a_listener_does_to_another_stream_does_not_count() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    let other = scene.user_agent.create_stream().unwrap();
    let reconciliation = scene.reconcile(0, &[third]);
    assert_eq!(scene.change(reconciliation), Some(Change::Removal(first)));
    for track in [second, third] {
        scene.user_agent.add_track(other, track).unwrap();
        scene.user_agent.remove_track(other, track);
    }
    assert_eq!(scene.changes(reconciliation), [Change::Removal(second), Change::Addition(third)]);
}

#[test]
fn what_an_inner_reconciliation_changed_is_left_as_it_is_by_the_outer_one() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    let outer = scene.reconcile(0, &[third]);
    assert_eq!(scene.change(outer), Some(Change::Removal(first)));
    let inner = scene.reconcile(outer, &[third, second]);
    assert_eq!(scene.changes(inner), [Change::Addition(third)]);
    scene.user_agent.remove_track(scene.stream, third);
    assert_eq!(scene.changes(outer), [Change::Removal(second)]);
    assert_eq!(scene.track_set(), []);
}

#[test]
fn a_reconciliation_that_nobody_finished_is_over_when_the_next_begins() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    for _ in 0..3 {
        assert_eq!(scene.reconcile(0, &[third]), 1);
    }
    let reconciliation = scene.reconcile(0, &[first]);
    assert_eq!(scene.changes(reconciliation), [Change::Removal(second)]);
    assert_eq!(scene.change(reconciliation), None);
}

#[test]
fn a_plan_about_a_track_that_was_collected_is_not_about_the_next_in_its_slot() {
    let mut user_agent = UserAgent::new();
    let source = user_agent.create_source().unwrap();
    let tracks: Vec<_> =
        (0..PAGE_SIZE).map(|_| user_agent.create_track(source, true).unwrap()).collect();
    let [stream, other] = [(); 2].map(|()| user_agent.create_stream().unwrap());
    let outer = user_agent.reconcile(0, stream).unwrap();
    user_agent.want(tracks[0]).unwrap();
    user_agent.reconcile(outer, other).unwrap();
    user_agent.want(tracks[0]).unwrap();
    user_agent.free_page(SlotType::Track, tracks[0].get() / PAGE_SIZE);
    let next = user_agent.create_track(source, true).unwrap();
    assert_eq!(next, tracks[0]);
    // What is over leaves nothing behind with the track that has the slot now.
    assert!(user_agent.next_change(outer).is_some());
    user_agent.want(next).unwrap();
    assert_eq!(user_agent.next_change(outer), Some(Change::Addition(next)));
    assert_eq!(user_agent.next_change(outer), None);
    let reconciliation = user_agent.reconcile(0, stream).unwrap();
    user_agent.want(next).unwrap();
    assert_eq!(user_agent.next_change(reconciliation), Some(Change::Addition(next)));
}
