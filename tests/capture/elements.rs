//! Elements by their numbers.

use mediastream_polyfill::capture::{CapturedElements, Host, MediaEvent, Owner};

use crate::scene::BY_HOST;

#[test]
fn numbers_of_elements_that_are_gone_are_given_again_to_elements_that_know_nothing() {
    let mut elements = CapturedElements::default();
    let [first, second] = [Host::Lacks, Host::Captures].map(|host| elements.create(host));
    assert_ne!(first, second);
    let element = elements.get(first).expect("there");
    let capture = element.capture().expect("a number");
    element.captured(capture, Owner::Element, true, false);

    elements.free(first);
    assert!(elements.get(first).is_none());
    assert!(elements.get(second).is_some());
    elements.free(first);
    elements.free(99);
    assert!(elements.get(99).is_none());

    assert_eq!(elements.create(Host::Lacks), first);
    assert_ne!(elements.create(Host::Lacks), first);
    let element = elements.get(first).expect("there");
    element.hears(MediaEvent::Emptied, BY_HOST, 0);
    assert_eq!(element.next_effect(), None);
}
