//! A connection: any descriptions, transceivers and events of the host's, in any order.

#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use mediastream_polyfill::negotiation::{
    Call, Direction, Effect, Host, Negotiation, Phase, SdpType, SignalingState,
};

#[derive(Arbitrary, Debug)]
enum Medium {
    Plain {
        mid: u8,
        rejected: bool,
        direction: u8,
        streams: Vec<u8>,
    },
    /// As before there were mids.
    Old {
        direction: u8,
        streams: Vec<u8>,
    },
    Bytes(Vec<u8>),
}

#[derive(Arbitrary, Debug)]
struct Transceiver {
    receiver: u8,
    mid: Option<u8>,
    direction: u8,
}

#[derive(Arbitrary, Debug)]
enum Fact {
    CreateReceiver,
    Read {
        state: u8,
        call: Option<(bool, u8)>,
        description: Option<Vec<Medium>>,
        transceivers: Vec<Transceiver>,
    },
    Transceiver(Transceiver),
    Learn(u8, u8),
    /// Takes effects up to a phase, and so many of them.
    Take {
        phase: u8,
        most: u8,
        is_closed: bool,
        happens: bool,
        binds: bool,
    },
    TrackFired {
        receiver: u8,
        streams: Vec<(u8, bool)>,
    },
    TrackHeard {
        receiver: u8,
        streams: Vec<u8>,
    },
    TrackRemoved(u8, u8, bool),
    TrackAdded(u8, u8, bool),
    StreamAdded(u8, bool),
    StreamRemoved(u8, bool),
    Bind(u8),
    Lose(u8),
    Settle,
}

const DIRECTIONS: [&str; 4] = ["sendrecv", "sendonly", "recvonly", "inactive"];

fn direction(number: u8) -> Direction {
    use Direction::*;
    [None, SendsAndReceives, SendsOnly, ReceivesOnly, Inactive, Stopped][usize::from(number % 6)]
}

fn state(number: u8) -> SignalingState {
    use SignalingState::*;
    let states =
        [Stable, HaveLocalOffer, HaveRemoteOffer, HaveLocalPranswer, HaveRemotePranswer, Closed];
    states[usize::from(number) % states.len()]
}

fn call((remote, kind): (bool, u8)) -> Call {
    let kinds = [SdpType::Offer, SdpType::Answer, SdpType::Pranswer, SdpType::Rollback];
    Call { remote, kind: kinds.get(usize::from(kind % 5)).copied() }
}

/// A few, so that they come again.
fn mid(number: u8) -> [u8; 1] {
    [b'0' + number % 6]
}

fn stream_id(number: u8) -> [u8; 1] {
    [b'a' + number % 8]
}

fn text(media: &[Medium]) -> Vec<u8> {
    let mut text = b"v=0\r\n".to_vec();
    for medium in media {
        match medium {
            Medium::Plain { mid: number, rejected, direction, streams } => {
                let port: &[u8] = if *rejected { b"0" } else { b"9" };
                text.extend([b"m=audio ", port, b" RTP 0\r\na=mid:", &mid(*number)].concat());
                let direction = DIRECTIONS[usize::from(direction % 4)].as_bytes();
                text.extend([b"\r\na=", direction, b"\r\n"].concat());
                for stream in streams {
                    text.extend([b"a=msid:", &stream_id(*stream)[..], b" t\r\n"].concat());
                }
            }
            Medium::Old { direction, streams } => {
                let direction = DIRECTIONS[usize::from(direction % 4)].as_bytes();
                text.extend([b"m=video 9 RTP 0\na=", direction, b"\n"].concat());
                for stream in streams {
                    text.extend([b"a=ssrc:1 msid:", &stream_id(*stream)[..], b" t\n"].concat());
                }
            }
            Medium::Bytes(bytes) => text.extend(bytes),
        }
    }
    text
}

struct Connection {
    host: Host,
    negotiation: Negotiation,
    /// How many numbers receivers have had.
    receivers: u32,
}

impl Connection {
    fn tell(&mut self, fact: Fact) {
        let negotiation = &mut self.negotiation;
        match fact {
            Fact::CreateReceiver => {
                self.receivers = self.receivers.max(negotiation.create_receiver() + 1);
            }
            Fact::Read { state: number, call: by, description, transceivers } => {
                negotiation.begin(state(number), by.map(call));
                if let Some(media) = description {
                    negotiation.describe(&text(&media));
                }
                for Transceiver { receiver, mid: number, direction: way } in transceivers {
                    let mid = number.map(mid);
                    let mid = mid.as_ref().map(|mid| &mid[..]);
                    negotiation.transceiver(u32::from(receiver), mid, direction(way));
                }
                negotiation.process();
            }
            Fact::Transceiver(Transceiver { receiver, mid: number, direction: way }) => {
                let mid = number.map(mid);
                let mid = mid.as_ref().map(|mid| &mid[..]);
                negotiation.process_transceiver(u32::from(receiver), mid, direction(way));
            }
            // So that the corpus means what it did: no such receiver is ever made.
            Fact::Learn(u8::MAX, _) => negotiation.look(),
            Fact::Learn(receiver, stream) => {
                let stream = negotiation.stream_named(&stream_id(stream));
                negotiation.learn_stream(u32::from(receiver), stream);
            }
            Fact::Take { phase, most, is_closed, happens, binds } => {
                let phases = [Phase::Muted, Phase::Removed, Phase::Added, Phase::Settled];
                let phase = phases[usize::from(phase % 4)];
                self.take(phase, usize::from(most), is_closed, happens, binds);
            }
            Fact::TrackFired { receiver, streams } => {
                for (place, (stream, is_the_object)) in streams.into_iter().enumerate() {
                    let id = stream_id(stream);
                    let stream = negotiation.given(u32::from(receiver), place, &id);
                    negotiation.push_given(stream, is_the_object);
                }
                negotiation.track_fired(u32::from(receiver));
            }
            Fact::TrackHeard { receiver, streams } => {
                for stream in streams {
                    negotiation.push_given(u32::from(stream), true);
                }
                negotiation.track_heard(u32::from(receiver));
            }
            Fact::TrackRemoved(stream, receiver, is_the_object) => {
                let (stream, receiver) = (u32::from(stream), u32::from(receiver));
                negotiation.track_removed(stream, receiver, is_the_object);
            }
            Fact::TrackAdded(stream, receiver, is_the_object) => {
                let (stream, receiver) = (u32::from(stream), u32::from(receiver));
                negotiation.track_added(stream, receiver, is_the_object);
            }
            Fact::StreamAdded(stream, is_the_object) => {
                negotiation.stream_added(u32::from(stream), is_the_object);
            }
            Fact::StreamRemoved(stream, is_the_object) => {
                negotiation.stream_removed(u32::from(stream), is_the_object);
            }
            Fact::Bind(stream) => negotiation.bind(u32::from(stream)),
            Fact::Lose(stream) => negotiation.lose(u32::from(stream)),
            Fact::Settle => negotiation.settle(),
        }
    }

    /// Takes effects, of which each has its reason in what the connection says of itself.
    fn take(&mut self, phase: Phase, most: usize, is_closed: bool, happens: bool, binds: bool) {
        for _ in 0..most {
            let Some(effect) = self.negotiation.next_effect(phase, is_closed) else { return };
            match effect {
                Effect::Keep(stream) | Effect::Make(stream) => {
                    if binds {
                        self.negotiation.bind(stream);
                    } else {
                        self.negotiation.lose(stream);
                    }
                }
                Effect::Mute(_) | Effect::Unmute(_) | Effect::End(_) => {
                    assert_eq!(self.host, Host::Unannounced, "{effect:?}: the host does so");
                }
                Effect::Remove(stream, _) => {
                    assert!(self.negotiation.has_object(stream), "{effect:?} of nothing");
                    self.negotiation.performed(happens);
                }
                Effect::Add(..) => self.negotiation.performed(happens),
                Effect::Track(_) => assert!(!is_closed, "{effect:?} of a closed connection"),
                Effect::Release(_) | Effect::Forget(_) => {}
            }
        }
    }

    /// No receiver is in a stream twice.
    fn check(&self) {
        for receiver in 0..self.receivers {
            let mut streams = self.negotiation.streams_of(receiver).to_vec();
            let count = streams.len();
            streams.sort_unstable();
            streams.dedup();
            assert_eq!(streams.len(), count, "in a stream twice");
        }
    }
}

fuzz_target!(|facts: (bool, bool, Vec<Fact>)| {
    let (announces, tracks_change, facts) = facts;
    let host = if announces { Host::Announces } else { Host::Unannounced };
    let mut negotiation = Negotiation::new(host);
    if tracks_change {
        negotiation = negotiation.with_changing_tracks();
    }
    let mut connection = Connection { host, negotiation, receivers: 0 };
    for fact in facts {
        connection.tell(fact);
        connection.check();
    }
    // What is owed comes to an end.
    connection.take(Phase::Settled, 100_000, false, true, true);
    assert_eq!(connection.negotiation.next_effect(Phase::Settled, false), None);
});
