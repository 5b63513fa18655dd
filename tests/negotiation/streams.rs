//! The streams of a connection, by their ids.

use std::collections::HashMap;

use mediastream_polyfill::negotiation::{Host, Negotiation, Phase};
use proptest::collection::vec;
use proptest::prelude::*;

#[test]
fn a_connection_has_one_stream_for_each_id() {
    let mut negotiation = Negotiation::new(Host::Announces);
    let [a, b] = [b"a", b"b"].map(|id| negotiation.stream_named(id));
    assert_ne!(a, b);
    assert_eq!(negotiation.stream_named(b"a"), a);
    assert_eq!(negotiation.find_stream(b"b"), Some(b));
    assert_eq!(negotiation.find_stream(b"c"), None);
    assert_eq!(negotiation.stream_id(a), Some(&b"a"[..]));
    assert_eq!(negotiation.stream_id(7), None);
}

#[test]
fn a_stream_that_no_receiver_comes_to_be_in_is_forgotten_with_the_step() {
    let mut negotiation = Negotiation::new(Host::Announces);
    let stream = negotiation.stream_named(b"a");
    assert_eq!(negotiation.next_effect(Phase::Settled, false), None);
    assert_eq!(negotiation.find_stream(b"a"), None);
    assert_eq!(negotiation.stream_named(b"b"), stream, "its number may be another's");
}

proptest! {
    #[test]
    fn ids_keep_their_numbers_until_their_streams_are_lost(steps in vec((any::<bool>(), 0..40u8), 0..400)) {
        let mut negotiation = Negotiation::new(Host::Announces);
        let mut expected: HashMap<Vec<u8>, u32> = HashMap::new();
        for (lose, id) in steps {
            let id = vec![b'x'; usize::from(id % 7)].into_iter().chain([id]).collect::<Vec<_>>();
            if lose {
                if let Some(number) = expected.remove(&id) {
                    negotiation.lose(number);
                }
                prop_assert_eq!(negotiation.find_stream(&id), None);
            } else {
                let number = negotiation.stream_named(&id);
                let known = *expected.entry(id).or_insert(number);
                prop_assert_eq!(number, known);
            }
            for (id, &number) in &expected {
                prop_assert_eq!(negotiation.find_stream(id), Some(number));
                prop_assert_eq!(negotiation.stream_id(number), Some(&id[..]));
            }
            let mut numbers: Vec<_> = expected.values().collect();
            numbers.sort();
            numbers.dedup();
            prop_assert_eq!(numbers.len(), expected.len());
        }
    }
}
