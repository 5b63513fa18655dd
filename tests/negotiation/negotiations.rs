//! All connections' negotiations, by their numbers.

use mediastream_polyfill::negotiation::{Host, Negotiation, Negotiations};

#[test]
fn a_negotiation_is_found_by_its_number_until_its_connection_is_gone() {
    let mut negotiations = Negotiations::default();
    let [a, b] = [(); 2].map(|()| negotiations.create(Negotiation::new(Host::Announces)));
    assert_ne!(a, b);
    let receiver = negotiations.get(a).unwrap().create_receiver();
    assert_eq!(
        negotiations.get(b).unwrap().create_receiver(),
        receiver,
        "they know nothing of each other"
    );
    negotiations.free(a);
    assert!(negotiations.get(a).is_none());
    assert!(negotiations.get(b).is_some());
    assert_eq!(
        negotiations.create(Negotiation::new(Host::Announces)),
        a,
        "the number is given again"
    );
}

#[test]
fn numbers_are_given_one_after_another() {
    let mut negotiations = Negotiations::new();
    let numbers = [(); 3].map(|()| negotiations.create(Negotiation::new(Host::Announces)));
    assert_eq!(numbers, [0, 1, 2]);
}
