use mediastream_polyfill::media::{Effect, Id};

use crate::scene::Scene;

#[test]
fn removals_come_first_in_the_set_s_order_and_then_additions_in_the_order_given() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    let fourth = scene.user_agent.create_track(scene.camera, true).unwrap();
    let reconciliation = scene.reconcile(&[fourth, third]);
    assert_eq!(
        scene.track_set_effects(reconciliation),
        [
            Effect::Removed(first),
            Effect::Removed(second),
            Effect::Added(fourth),
            Effect::Added(third)
        ]
    );
    assert_eq!(scene.track_set(), [fourth, third]);
}

#[test]
fn nothing_changes_before_its_effect_is_taken() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    let reconciliation = scene.reconcile(&[third]);
    assert_eq!(scene.track_set(), [first, second]);
    scene.user_agent.next_track_set_effect(reconciliation);
    assert_eq!(scene.track_set(), [second]);
    scene.user_agent.next_track_set_effect(reconciliation);
    scene.user_agent.next_track_set_effect(reconciliation);
    assert_eq!(scene.track_set(), [third]);
}

#[test]
fn what_is_in_the_set_and_wanted_stays_in_its_place() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    let reconciliation = scene.reconcile(&[third, second, third]);
    assert_eq!(
        scene.track_set_effects(reconciliation),
        [Effect::Removed(first), Effect::Added(third)]
    );
    assert_eq!(scene.track_set(), [second, third]);
}

#[test]
fn what_a_listener_removed_or_added_itself_fires_nothing() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    let reconciliation = scene.reconcile(&[third]);
    assert_eq!(
        scene.user_agent.next_track_set_effect(reconciliation),
        Some(Effect::Removed(first))
    );
    scene.user_agent.remove_track(scene.stream, second);
    scene.user_agent.add_track(scene.stream, third);
    assert_eq!(scene.track_set_effects(reconciliation), []);
}

#[test]
fn a_track_that_a_listener_puts_back_stays() {
    let mut scene = Scene::new();
    let [first, second, _] = scene.tracks;
    let reconciliation = scene.reconcile(&[]);
    scene.user_agent.next_track_set_effect(reconciliation);
    scene.user_agent.add_track(scene.stream, first);
    assert_eq!(scene.track_set_effects(reconciliation), [Effect::Removed(second)]);
    assert_eq!(scene.track_set(), [first]);
}

#[test]
fn a_listener_may_reconcile_and_the_outer_reconciliation_goes_on_after_it() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    let outer = scene.reconcile(&[third]);
    assert_eq!(scene.user_agent.next_track_set_effect(outer), Some(Effect::Removed(first)));
    let inner = scene.reconcile(&[first]);
    assert_eq!(scene.track_set_effects(inner), [Effect::Removed(second), Effect::Added(first)]);
    assert_eq!(scene.track_set_effects(outer), [Effect::Added(third)]);
    assert_eq!(scene.track_set(), [first, third]);
}

#[test]
fn a_reconciliation_that_a_listener_abandoned_does_not_disturb_the_outer_one() {
    let mut scene = Scene::new();
    let [first, second, third] = scene.tracks;
    let outer = scene.reconcile(&[third]);
    assert_eq!(scene.user_agent.next_track_set_effect(outer), Some(Effect::Removed(first)));
    scene.reconcile(&[first, second, third]);
    assert_eq!(scene.track_set_effects(outer), [Effect::Removed(second), Effect::Added(third)]);
    let next = scene.reconcile(&[]);
    assert_eq!(scene.track_set_effects(next), [Effect::Removed(third)]);
}

#[test]
fn a_number_that_names_no_reconciliation_has_no_effects() {
    let mut scene = Scene::new();
    let reconciliation = scene.reconcile(&[]);
    assert_eq!(scene.track_set_effects(reconciliation + 1), []);
    assert_eq!(scene.track_set().len(), 2);
    assert_eq!(scene.track_set_effects(reconciliation).len(), 2);
    assert_eq!(scene.track_set_effects(reconciliation), []);
}

#[test]
fn what_was_wanted_of_a_stream_that_is_none_is_not_wanted_of_the_next() {
    let mut scene = Scene::new();
    scene.user_agent.want(scene.tracks[2]);
    let nothing = scene.user_agent.reconcile(Id::new(1).unwrap());
    assert_eq!(scene.track_set_effects(nothing), []);
    let [first, second, _] = scene.tracks;
    let reconciliation = scene.reconcile(&[first, second]);
    assert_eq!(scene.track_set_effects(reconciliation), []);
}
