//! Whatever is negotiated, and however its host is wrong, script sees what the specification's steps say.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use mediastream_polyfill::negotiation::{SdpType, SignalingState};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::model::{Media, Outcome, Track};
use crate::scene::{Kind, Scene};

const IDS: [&str; 3] = ["a", "b", "c"];

/// What one side wants of a transceiver: bits of its streams, sends, receives, and rarely that it be stopped.
type Wish = (u8, bool, bool, u8);

#[derive(Clone)]
enum Operation {
    /// What they offer, for each transceiver, and how many new ones.
    TheyOffer(Vec<Wish>, usize),
    TheyAnswer(Vec<Wish>, bool),
    WeOffer(Vec<bool>),
    WeAnswer(Vec<bool>, bool),
    /// By the method by which the offer was set.
    RollBack,
    ScriptRemoves(u8, u8),
    ScriptDrops(u8),
}

/// In one line each: proptest prints what fails.
impl fmt::Debug for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits =
            |bits: &[bool]| bits.iter().map(|&bit| if bit { '1' } else { '0' }).collect::<String>();
        let wishes = |wishes: &[Wish]| -> Vec<String> {
            let wish = |&(of, sends, receives, chance): &Wish| {
                let stopped = if chance == 0 { "stopped " } else { "" };
                format!("{stopped}{} {}", bits(&[sends, receives]), streams(of).concat())
            };
            wishes.iter().map(wish).collect()
        };
        let line = match self {
            Operation::TheyOffer(each, new) => format!("they offer {:?}, {new} new", wishes(each)),
            Operation::TheyAnswer(each, provisional) => {
                format!("they answer {:?} {provisional}", wishes(each))
            }
            Operation::WeOffer(receives) => format!("we offer {}", bits(receives)),
            Operation::WeAnswer(receives, provisional) => {
                format!("we answer {} {provisional}", bits(receives))
            }
            Operation::RollBack => "roll back".into(),
            Operation::ScriptRemoves(stream, track) => {
                format!("script removes {track} from {stream}")
            }
            Operation::ScriptDrops(stream) => format!("script drops {stream}"),
        };
        f.write_str(&line)
    }
}

fn wishes() -> impl Strategy<Value = Vec<Wish>> {
    vec((0..8u8, prop::bool::weighted(0.8), any::<bool>(), 0..12u8), 6)
}

fn operation() -> impl Strategy<Value = Operation> {
    use Operation::*;
    prop_oneof![
        6 => (wishes(), 0..3usize).prop_map(|(wishes, new)| TheyOffer(wishes, new)),
        4 => (wishes(), prop::bool::weighted(0.2)).prop_map(|(wishes, provisional)| TheyAnswer(wishes, provisional)),
        3 => vec(any::<bool>(), 6).prop_map(WeOffer),
        6 => (vec(prop::bool::weighted(0.7), 6), prop::bool::weighted(0.2))
            .prop_map(|(receives, provisional)| WeAnswer(receives, provisional)),
        2 => Just(RollBack),
        1 => (0..3u8, 0..6u8).prop_map(|(stream, track)| ScriptRemoves(stream, track)),
        1 => (0..3u8).prop_map(ScriptDrops),
    ]
}

/// What script should see, beside the scene.
#[derive(Default)]
struct Script {
    /// The streams that it has, and what is in them.
    sets: BTreeMap<String, BTreeSet<Track>>,
    /// What the user agent has in streams that it doesn't have.
    hidden: BTreeMap<String, BTreeSet<Track>>,
}

impl Script {
    fn set(&mut self, id: &str) -> (&mut BTreeSet<Track>, bool) {
        match self.sets.get_mut(id) {
            Some(set) => (set, true),
            None => (self.hidden.entry(id.into()).or_default(), false),
        }
    }

    /// What script hears of a step, in its four phases.
    fn hears(&mut self, outcome: &Outcome, kind: Kind) -> [Vec<String>; 4] {
        let mut heard: [Vec<String>; 4] = Default::default();
        if kind == Kind::Silent {
            let mutes = outcome.mute.iter().filter(|track| !outcome.stopped.contains(track));
            heard[0].extend(mutes.map(|track| format!("mute {track}")));
            heard[0].extend(outcome.stopped.iter().map(|track| format!("ended {track}")));
        }
        for (id, track) in &outcome.remove {
            let (set, is_known) = self.set(id);
            if set.remove(track) && is_known {
                heard[1].push(format!("removetrack {id} {track}"));
            }
        }
        for (id, track) in &outcome.add {
            let (set, is_known) = self.set(id);
            if set.insert(*track) && is_known {
                heard[2].push(format!("addtrack {id} {track}"));
            }
        }
        for (track, ids) in &outcome.tracks {
            let mut ids = ids.clone();
            ids.sort();
            heard[3].push(format!("track {track} in {ids:?}"));
            for id in ids {
                if let Some(set) = self.hidden.remove(&id) {
                    self.sets.insert(id, set);
                }
            }
        }
        heard.iter_mut().for_each(|phase| phase.sort());
        heard
    }
}

fn phase_of(line: &str) -> usize {
    match line.split(' ').next() {
        Some("mute" | "ended") => 0,
        Some("removetrack") => 1,
        Some("addtrack") => 2,
        _ => 3,
    }
}

fn streams(bits: u8) -> Vec<String> {
    IDS.iter()
        .enumerate()
        .filter(|(bit, _)| bits & (1 << bit) != 0)
        .map(|(_, id)| id.to_string())
        .collect()
}

fn perform(scene: &mut Scene, operation: &Operation, mids: &mut usize) -> Option<Outcome> {
    use SignalingState::*;
    let state = scene.model.state;
    let transceivers = scene.model.transceivers.clone();
    let media = |wishes: &[Wish]| -> Vec<Media> {
        let wished = transceivers.iter().zip(wishes);
        wished
            .map(|(transceiver, &(bits, sends, receives, chance))| {
                let rejected = chance == 0;
                let sends = sends && !rejected;
                let streams = if sends { streams(bits) } else { Vec::new() };
                Media { mid: transceiver.mid, rejected, sends, receives, streams }
            })
            .collect()
    };
    match operation {
        Operation::TheyOffer(wishes, new)
            if [Stable, HaveLocalOffer, HaveRemoteOffer].contains(&state) =>
        {
            let mut media = media(wishes);
            let known = media.len();
            for &(bits, sends, receives, _) in wishes.iter().skip(known).take(*new) {
                let streams = if sends { streams(bits) } else { Vec::new() };
                media.push(Media { mid: *mids, rejected: false, sends, receives, streams });
                *mids += 1;
            }
            Some(scene.set_remote(SdpType::Offer, &media))
        }
        Operation::TheyAnswer(wishes, provisional)
            if [HaveLocalOffer, HaveRemotePranswer].contains(&state) =>
        {
            let kind = if *provisional { SdpType::Pranswer } else { SdpType::Answer };
            Some(scene.set_remote(kind, &media(wishes)))
        }
        Operation::WeOffer(receives) if [Stable, HaveLocalOffer].contains(&state) => {
            let early = transceivers
                .iter()
                .zip(receives)
                .filter(|(transceiver, receives)| transceiver.fired && !*receives);
            let early: Vec<_> = early.map(|(transceiver, _)| transceiver.track).collect();
            Some(scene.set_local(SdpType::Offer, &[], &early))
        }
        Operation::WeAnswer(receives, provisional)
            if [HaveRemoteOffer, HaveLocalPranswer].contains(&state) =>
        {
            let kind = if *provisional { SdpType::Pranswer } else { SdpType::Answer };
            let receiving = transceivers
                .iter()
                .zip(receives)
                .filter(|(transceiver, receives)| transceiver.fired && **receives);
            let receiving: Vec<_> = receiving.map(|(transceiver, _)| transceiver.track).collect();
            Some(scene.set_local(kind, &receiving, &[]))
        }
        Operation::RollBack if [HaveLocalOffer, HaveRemoteOffer].contains(&state) => {
            let moved: Vec<_> = match state {
                HaveLocalOffer => {
                    transceivers.iter().filter(|each| each.fired).map(|each| each.track).collect()
                }
                _ => Vec::new(),
            };
            Some(scene.roll_back(state == HaveRemoteOffer, &moved))
        }
        _ => None,
    }
}

fn script_sees_what_the_model_says(kind: Kind, operations: &[Operation]) {
    let mut scene = Scene::new(kind);
    let mut script = Script::default();
    let mut mids = 0;
    for operation in operations {
        match operation {
            Operation::ScriptRemoves(stream, track) => {
                let id = IDS[usize::from(*stream)];
                scene.script_removes(id, usize::from(*track));
                if let Some(set) = script.sets.get_mut(id) {
                    set.remove(&usize::from(*track));
                }
                continue;
            }
            Operation::ScriptDrops(stream) => {
                let id = IDS[usize::from(*stream)];
                if scene.script_drops(id) {
                    script.sets.remove(id);
                }
                continue;
            }
            _ => {}
        }
        scene.log.clear();
        let Some(outcome) = perform(&mut scene, operation, &mut mids) else { continue };
        let expected = script.hears(&outcome, kind);
        let mut heard: [Vec<String>; 4] = Default::default();
        let mut last = 0;
        for line in &scene.log {
            let phase = phase_of(line);
            assert!(phase >= last, "{kind:?}: {line} is too late: {:?}", scene.log);
            last = phase;
            heard[phase].push(line.clone());
        }
        heard.iter_mut().for_each(|phase| phase.sort());
        assert_eq!(heard, expected, "{kind:?}: {operation:?}: {:?}", scene.log);
        for (id, set) in &script.sets {
            assert_eq!(scene.tracks_of(id), Some(set.iter().copied().collect()), "{kind:?}: {id}");
        }
    }
}

proptest! {
    #[test]
    fn with_a_host_that_is_right(operations in vec(operation(), 0..24)) {
        script_sees_what_the_model_says(Kind::Right, &operations);
    }

    #[test]
    fn with_a_host_that_makes_streams_anew(operations in vec(operation(), 0..24)) {
        script_sees_what_the_model_says(Kind::Forgetful, &operations);
    }

    #[test]
    fn with_a_host_that_is_early(operations in vec(operation(), 0..24)) {
        script_sees_what_the_model_says(Kind::Early, &operations);
    }

    #[test]
    fn with_a_host_that_is_late(operations in vec(operation(), 0..24)) {
        script_sees_what_the_model_says(Kind::Late, &operations);
    }

    #[test]
    fn with_a_host_that_tells_nothing(operations in vec(operation(), 0..24)) {
        script_sees_what_the_model_says(Kind::Silent, &operations);
    }
}
