//! Whatever a page and its host do and when, at the end each capture has what the specification says.

use proptest::prelude::*;

use crate::hosts::{Kind, Source, World};

#[derive(Clone, Copy, Debug)]
enum Step {
    Load(Source, u64),
    PlayOut,
    PlayAgain(u64),
    Capture,
    ScriptRemoves,
    ScriptAdds,
    ChangePlayed(bool),
    Pass(u64),
}

fn step() -> impl Strategy<Value = Step> {
    let source =
        prop_oneof![3 => Just(Source::Film), 3 => Just(Source::Stream), 1 => Just(Source::Nothing)];
    // How fast a host is, and how long a page waits: from changes within a task to such as a reader makes.
    let pace = prop_oneof![0..4_u64, 0..40_u64, 0..90_u64];
    let wait = prop_oneof![0..3_u64, 0..60_u64, 0..400_u64];
    prop_oneof![
        4 => (source, pace.clone()).prop_map(|(source, pace)| Step::Load(source, pace)),
        1 => Just(Step::PlayOut),
        1 => pace.prop_map(Step::PlayAgain),
        2 => Just(Step::Capture),
        1 => Just(Step::ScriptRemoves),
        1 => Just(Step::ScriptAdds),
        1 => any::<bool>().prop_map(Step::ChangePlayed),
        5 => wait.prop_map(Step::Pass),
    ]
}

fn run(kind: Kind, steps: &[Step]) -> World {
    let mut world = World::new(kind);
    for &step in steps {
        match step {
            Step::Load(source, pace) => world.load(source, pace),
            Step::PlayOut => world.play_out(),
            Step::PlayAgain(pace) => world.play_again(pace),
            Step::Capture => world.capture(),
            Step::ScriptRemoves => world.script_removes(),
            Step::ScriptAdds => world.script_adds(),
            Step::ChangePlayed(adds) => world.change_played(adds),
            Step::Pass(milliseconds) => world.pass(milliseconds),
        }
    }
    world.pass(10_000);
    assert!(world.is_quiet(), "nothing goes on for ever");
    world.check();
    world
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_host_that_is_right_is_never_helped(steps in prop::collection::vec(step(), 1..40)) {
        prop_assert_eq!(run(Kind::Right, &steps).effects, 0);
    }

    #[test]
    fn a_host_that_only_adds_is_helped_and_the_pages_tracks_go_on(
        steps in prop::collection::vec(step(), 1..40),
    ) {
        run(Kind::Adds, &steps);
    }

    #[test]
    fn where_the_host_has_no_captures_they_are_as_they_should_be(
        steps in prop::collection::vec(step(), 1..40),
    ) {
        run(Kind::Lacks, &steps);
    }
}
