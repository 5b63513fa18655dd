//! [Process remote tracks](https://w3c.github.io/webrtc-pc/#process-remote-tracks), for every transceiver.

use alloc::vec::Vec;

use super::machine::{Host, Negotiation, Seen};
use super::signaling::{Direction, SignalingState, Step};
use super::stream::Object;

/// What has been negotiated for a receiver.
struct Negotiated {
    stopped: bool,
    receives: bool,
    streams: Streams,
}

/// The streams that a receiver comes to be associated with.
enum Streams {
    Unchanged,
    None,
    /// What the description's media description says, by its place.
    Described(usize),
    LastStable,
    /// The description says nothing: they are the host's choice.
    HostsChoice,
}

impl Negotiation {
    /// Draws the conclusions from what was read.
    pub fn process(&mut self) {
        let is_first = self.readings == 1;
        let mut step = self.reading.step_from(self.state, self.call, self.described);
        if is_first && step == Step::Nothing {
            step = Step::Unknown;
        }
        self.step = step;
        let state = self.reading.after(self.call);
        if step == Step::Closed {
            self.state = state;
            return;
        }
        let offered =
            matches!(state, SignalingState::HaveLocalOffer | SignalingState::HaveRemoteOffer);
        if offered && self.state != SignalingState::HaveRemoteOffer {
            self.note_last_stable();
        }
        self.state = state;
        self.match_by_position();
        let seen = core::mem::take(&mut self.seen);
        for seen in &seen {
            let negotiated = self.negotiated(seen, step);
            if is_first {
                self.learn(seen.receiver, &negotiated);
            } else {
                self.associate(seen.receiver, negotiated);
            }
        }
        self.seen = seen;
        if is_first {
            self.note_last_stable();
        }
        // With our offer, nothing is negotiated yet: what is stopped goes with the answer.
        if state != SignalingState::HaveLocalOffer {
            self.stop_unseen();
        }
    }

    /// Draws them for one transceiver, which was not there, or had no mid yet, when the others were read.
    pub fn process_transceiver(&mut self, receiver: u32, mid: Option<&[u8]>, direction: Direction) {
        self.seen.clear();
        self.transceiver(receiver, mid, direction);
        if let Some(seen) = self.seen.pop() {
            let negotiated = self.negotiated(&seen, self.step);
            self.associate(receiver, negotiated);
        }
    }

    /// A description begins to be set: which tracks are [in which streams](Negotiation::learn_stream) is told next. Where
    /// one is not in a stream of its own, script has taken it out, and no host puts it back that isn't told to.
    pub fn look(&mut self) {
        self.has_looked = true;
        let Negotiation { receivers, streams, .. } = self;
        for receiver in receivers {
            receiver.left.clone_from(&receiver.streams);
            // Without an object, nobody has it.
            receiver.left.retain(|&stream| streams.is_known(stream));
        }
    }

    /// A receiver's track was found in a stream: when its connection was first read, or after a
    /// [look](Negotiation::look).
    pub fn learn_stream(&mut self, receiver: u32, stream: u32) {
        let Some(learned) = self.receivers.get_mut(receiver as usize) else { return };
        if self.has_looked {
            learned.left.retain(|&left| left != stream);
        } else if !learned.streams.contains(&stream) {
            learned.streams.push(stream);
            self.streams.gains(stream);
        }
    }

    /// What was negotiated before us was done by the host, as far as can be told.
    fn learn(&mut self, number: u32, negotiated: &Negotiated) {
        if let Some(receiver) = self.receiver_mut(number) {
            receiver.receives = negotiated.receives || !receiver.streams.is_empty();
            receiver.is_learned = !receiver.receives || !receiver.streams.is_empty();
        }
    }

    /// “If description is of type "offer" and [[SignalingState]] is "stable"”: a rollback leads back to these.
    fn note_last_stable(&mut self) {
        for receiver in &mut self.receivers {
            self.streams.give_up(&receiver.last_stable);
            receiver.last_stable.clear();
            receiver.last_stable.extend_from_slice(&receiver.streams);
            self.streams.remember(&receiver.last_stable);
        }
    }

    /// In a session without mids, media descriptions and transceivers come in the same order. Those that have not been
    /// negotiated have no mid, unless the host gives none to any.
    fn match_by_position(&mut self) {
        if self.without_mid.is_empty() {
            return;
        }
        let gives_mids = self.seen.iter().any(|seen| seen.has_mid);
        let mut places = self.without_mid.iter();
        for seen in &mut self.seen {
            if seen.unnamed && (seen.has_mid || !gives_mids) {
                seen.section = places.next().copied();
            }
        }
    }

    fn negotiated(&self, seen: &Seen, step: Step) -> Negotiated {
        let receives = self.receiver(seen.receiver).is_some_and(|receiver| receiver.receives);
        let unchanged = Negotiated { stopped: false, receives, streams: Streams::Unchanged };
        let from = |receives, streams| Negotiated {
            stopped: false,
            receives,
            streams: if receives { streams } else { Streams::None },
        };
        let current = seen.direction.receives();
        let described = |place: usize| match self.sections.get(place) {
            Some(section) if section.says_streams => Streams::Described(place),
            _ => Streams::HostsChoice,
        };
        if seen.direction == Direction::Stopped && self.state != SignalingState::HaveLocalOffer {
            return Negotiated { stopped: true, ..from(false, Streams::None) };
        }
        match (step, seen.section) {
            (Step::Nothing | Step::Closed, _) | (Step::Remote, None) => unchanged,
            (Step::Remote, Some(place)) => match self.sections.get(place) {
                None => unchanged,
                // “If the media description is rejected”, its transceiver is stopped: for which a host may take until
                // the answer. One that tells nobody is told now.
                Some(section) => Negotiated {
                    stopped: section.rejected && self.host == Host::Unannounced,
                    ..from(section.sends, described(place))
                },
            },
            (Step::LocalAnswer, _) => from(current, Streams::Unchanged),
            (Step::Rollback, _) => from(current, Streams::LastStable),
            (Step::Unknown, Some(place)) => from(current, described(place)),
            (Step::Unknown, None) => from(current, Streams::Unchanged),
        }
    }

    /// Transceivers that are not in the set any more were stopped.
    fn stop_unseen(&mut self) {
        let readings = self.readings;
        for number in 0..self.receivers.len() as u32 {
            if self.receiver(number).is_some_and(|receiver| receiver.seen != readings) {
                let negotiated =
                    Negotiated { stopped: true, receives: false, streams: Streams::None };
                self.associate(number, negotiated);
            }
        }
    }

    /// The streams of a receiver that are to be, each once.
    fn new_streams(&mut self, number: u32, streams: Streams) -> Vec<u32> {
        match streams {
            Streams::None => Vec::new(),
            Streams::Described(place) => {
                let range = self.sections.get(place).map(|section| section.streams.clone());
                range.and_then(|range| self.named.get(range)).unwrap_or_default().to_vec()
            }
            Streams::LastStable => self
                .receiver(number)
                .map(|receiver| receiver.last_stable.clone())
                .unwrap_or_default(),
            Streams::Unchanged | Streams::HostsChoice => self.streams_of(number).to_vec(),
        }
    }

    /// <https://w3c.github.io/webrtc-pc/#process-remote-tracks> with
    /// <https://w3c.github.io/webrtc-pc/#set-associated-remote-streams>
    fn associate(&mut self, number: u32, negotiated: Negotiated) {
        let Negotiated { stopped, receives, streams } = negotiated;
        let unannounced = self.host == Host::Unannounced;
        let Some(receiver) = self.receiver_mut(number).filter(|receiver| !receiver.is_stopped)
        else {
            return;
        };
        receiver.is_stopped = stopped;
        let received = receiver.receives;
        if !receiver.is_learned {
            // What it had, only the host knew. With nothing, it begins anew.
            if !receives {
                (receiver.is_learned, receiver.receives) = (true, false);
            }
            if stopped {
                self.progress.stopped.push(number);
            }
            return;
        }
        receiver.follows_host = matches!(streams, Streams::HostsChoice);
        // A host that tells nothing of its choice has left it at what the specification says: no stream.
        let chose_none = receiver.follows_host && receiver.is_described && unannounced;
        let streams = if chose_none { Streams::None } else { streams };
        receiver.is_described |= matches!(streams, Streams::Described(_));
        receiver.receives = receives;
        let new = self.new_streams(number, streams);
        let added = self.set_streams(number, new);
        let Some(receiver) = self.receivers.get_mut(number as usize) else { return };
        if receives && (!received || added) {
            receiver.is_owed = true;
            self.progress.tracks.push(number);
        } else if !receives {
            receiver.is_owed = false;
            if unannounced && (stopped || received) {
                receiver.is_muted = true;
                self.progress.silenced.push((number, stopped));
            }
        }
        if stopped {
            self.streams.give_up(&receiver.last_stable);
            receiver.last_stable.clear();
            self.progress.stopped.push(number);
        }
    }

    /// Sets the slot [[AssociatedRemoteMediaStreams]], and notes what has to be removed and added. Whether anything was
    /// added to a stream.
    pub(crate) fn set_streams(&mut self, number: u32, new: Vec<u32>) -> bool {
        let Some(receiver) = self.receivers.get_mut(number as usize) else { return false };
        let old = core::mem::replace(&mut receiver.streams, new.clone());
        let mark = self.streams.mark(&new);
        for &stream in &old {
            if !self.streams.has_mark(stream, mark) {
                self.streams.loses(stream);
                if !self.additions.take(stream, receiver.additions) {
                    self.removals.push(stream, number, &mut receiver.removals);
                }
            }
        }
        let mark = self.streams.mark(&old);
        let mut added = false;
        for &stream in &new {
            if self.streams.has_mark(stream, mark) {
                continue;
            }
            added = true;
            self.streams.gains(stream);
            if self.removals.take(stream, receiver.removals) {
                continue;
            }
            let place = self.additions.push(stream, number, &mut receiver.additions);
            match self.streams.get_mut(stream) {
                Some(known) if known.object == Object::Known => self.progress.ready.push(place),
                Some(unknown) => unknown.waiting.push(place),
                None => {}
            }
        }
        added
    }
}
