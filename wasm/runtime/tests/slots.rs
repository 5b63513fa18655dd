//! Things by their numbers.

#![cfg(not(target_arch = "wasm32"))]

use mediastream_wasm_runtime::Slots;

#[test]
fn numbers_of_things_that_are_gone_are_given_again() {
    let mut slots = Slots::default();
    let [first, second] = ["first", "second"].map(|thing| slots.create(thing));
    assert_ne!(first, second);

    slots.free(first);
    assert_eq!(slots.get(first), None);
    assert_eq!(slots.get(second), Some(&mut "second"));
    slots.free(first);
    slots.free(99);
    assert_eq!(slots.get(99), None);

    assert_eq!(slots.create("third"), first);
    assert_eq!(slots.get(first), Some(&mut "third"));
    assert_ne!(slots.create("fourth"), first);
}
