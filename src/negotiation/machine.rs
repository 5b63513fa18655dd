//! The state of one connection's negotiation, and what is read into it.

use alloc::vec::Vec;

use super::changes::Changes;
use super::description::Description;
use super::names::Names;
use super::polling::Progress;
use super::receiver::Receiver;
use super::signaling::{Call, Described, Direction, SdpType, SignalingState, Step};
use super::stream::{Object, Streams};

/// How a host changes tracks and streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// With events, as browsers do: at the right time, too early, too late, or never.
    Announces,
    /// Without telling anybody, as stacks without a window do. Only `track` fires there.
    Unannounced,
}

/// What has to be read of the transceivers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// Nothing.
    Nothing,
    /// Everything.
    All,
    /// Which there are, and their mids. Of their directions nothing counts but [`Direction::Stopped`].
    Mids,
}

/// What is read of a transceiver.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) receiver: u32,
    pub(crate) direction: Direction,
    /// Its media description's place in the text, if there is one for it.
    pub(crate) section: Option<usize>,
    /// Whether it has a mid, and the text doesn't name it.
    pub(crate) unnamed: bool,
    pub(crate) has_mid: bool,
}

/// What the remote description says of a medium.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) rejected: bool,
    pub(crate) sends: bool,
    /// Whether it says anything of streams, and where in [`Negotiation::named`] they are.
    pub(crate) says_streams: bool,
    pub(crate) streams: core::ops::Range<usize>,
}

/// What one RTCPeerConnection negotiates. See the [module](super).
#[derive(Debug)]
pub struct Negotiation {
    pub(crate) host: Host,
    /// Whether a receiver's track may be another until script has heard of it.
    pub(crate) tracks_change: bool,
    pub(crate) state: SignalingState,
    /// Whether what the host knows has been read since the last step was settled.
    is_read: bool,
    /// Whether [`Receiver::left`] is of the description that is being set.
    pub(crate) has_looked: bool,
    /// How often.
    pub(crate) readings: u32,
    pub(crate) receivers: Vec<Receiver>,
    unused: Vec<u32>,
    pub(crate) streams: Streams,

    // The reading under way.
    pub(crate) reading: SignalingState,
    pub(crate) call: Option<Call>,
    pub(crate) described: Described,
    /// The origin of the remote description.
    origin: Vec<u8>,
    pub(crate) step: Step,
    pub(crate) seen: Vec<Seen>,

    // The remote description.
    mids: Names,
    /// The sections of [`Names::insert`]'s numbers.
    by_mid: Vec<usize>,
    /// Sections without a mid, of media that transceivers have.
    pub(crate) without_mid: Vec<usize>,
    pub(crate) sections: Vec<Section>,
    pub(crate) named: Vec<u32>,

    // What follows from it.
    pub(crate) removals: Changes,
    pub(crate) additions: Changes,
    pub(crate) progress: Progress,
    /// The streams that a `track` event of the host's names, and whether each is the object that script has.
    pub(crate) given: Vec<(u32, bool)>,
}

impl Negotiation {
    /// Of a connection about which nothing is known.
    pub fn new(host: Host) -> Self {
        Negotiation {
            host,
            tracks_change: false,
            state: SignalingState::Stable,
            is_read: false,
            has_looked: false,
            readings: 0,
            receivers: Vec::new(),
            unused: Vec::new(),
            streams: Streams::default(),
            reading: SignalingState::Stable,
            call: None,
            described: Described::Same,
            origin: Vec::new(),
            step: Step::Nothing,
            seen: Vec::new(),
            mids: Names::default(),
            by_mid: Vec::new(),
            without_mid: Vec::new(),
            sections: Vec::new(),
            named: Vec::new(),
            removals: Changes::default(),
            additions: Changes::default(),
            progress: Progress::default(),
            given: Vec::new(),
        }
    }

    /// The same, of a host whose receivers have other tracks once it has fired `track` for them.
    pub fn with_changing_tracks(self) -> Self {
        Negotiation { tracks_change: true, ..self }
    }

    /// A number for a receiver of which we have not heard before.
    pub fn create_receiver(&mut self) -> u32 {
        let receiver = Receiver { in_use: true, is_learned: true, ..Receiver::default() };
        match self.unused.pop() {
            Some(number) => {
                if let Some(free) = self.receivers.get_mut(number as usize) {
                    *free = receiver;
                }
                number
            }
            None => {
                self.receivers.push(receiver);
                self.receivers.len().saturating_sub(1) as u32
            }
        }
    }

    pub(crate) fn free_receiver(&mut self, number: u32) {
        if let Some(receiver) = self.receivers.get_mut(number as usize)
            && receiver.in_use
        {
            *receiver = Receiver::default();
            self.unused.push(number);
        }
    }

    pub(crate) fn receiver(&self, number: u32) -> Option<&Receiver> {
        self.receivers.get(number as usize).filter(|receiver| receiver.in_use)
    }

    pub(crate) fn receiver_mut(&mut self, number: u32) -> Option<&mut Receiver> {
        self.receivers.get_mut(number as usize).filter(|receiver| receiver.in_use)
    }

    /// The streams of a receiver: `[[AssociatedRemoteMediaStreams]]`.
    pub fn streams_of(&self, receiver: u32) -> &[u32] {
        self.receiver(receiver).map_or(&[], |receiver| &receiver.streams)
    }

    /// A stream's id.
    pub fn stream_id(&self, stream: u32) -> Option<&[u8]> {
        self.streams.id(stream)
    }

    /// The number of the connection's stream that has an id, if it has one.
    pub fn find_stream(&self, id: &[u8]) -> Option<u32> {
        self.streams.find(id)
    }

    /// The number of the stream that has an id.
    pub fn stream_named(&mut self, id: &[u8]) -> u32 {
        self.streams.named(id)
    }

    /// Whether there is an object for a stream, which whoever asks has kept.
    pub fn has_object(&self, stream: u32) -> bool {
        self.streams.is_known(stream)
    }

    /// There is an object for a stream.
    pub fn bind(&mut self, stream: u32) {
        if let Some(bound) = self.streams.get_mut(stream) {
            bound.object = Object::Known;
            self.progress.ready.append(&mut bound.waiting);
        }
    }

    /// There is none any more.
    pub fn lose(&mut self, stream: u32) {
        if let Some(lost) = self.streams.get_mut(stream) {
            lost.object = Object::Unknown;
            self.streams.forget(stream);
        }
    }

    /// Whether what the host knows has to be read before it is asked what follows.
    pub fn is_stale(&self, state: SignalingState) -> bool {
        !self.is_read || (self.call.is_none_or(|call| call.kind.is_none()) && self.reading != state)
    }

    /// Begins to read what the host knows. Where it is known which call is being carried out, that counts more than the
    /// state, which a host may not have brought up to date. Returns what of the transceivers counts: with our own offer
    /// nothing is negotiated, and with a remote description, what that says.
    pub fn begin(&mut self, state: SignalingState, call: Option<Call>) -> Needed {
        if !self.is_read {
            self.streams.step = self.streams.step.wrapping_add(1);
        }
        self.is_read = true;
        self.reading = state;
        self.call = call;
        self.described = Described::Same;
        self.seen.clear();
        self.readings = self.readings.saturating_add(1);
        let Some(Call { remote, kind: Some(kind) }) = call.filter(|_| self.readings > 1) else {
            return Needed::All;
        };
        match (remote, kind) {
            (false, SdpType::Offer) => Needed::Nothing,
            (true, SdpType::Offer | SdpType::Answer | SdpType::Pranswer) => Needed::Mids,
            _ => Needed::All,
        }
    }

    /// Whether a host that tells nobody may have changed a stream for what was read. Where it can't be told what that
    /// was, it may have changed any.
    pub fn may_have_changed(&self, stream: u32) -> bool {
        !matches!(self.step, Step::Remote | Step::LocalAnswer) || self.streams.was_noted(stream)
    }

    /// The remote description, if it is another one than at the last reading.
    pub fn describe(&mut self, text: &[u8]) {
        let description = Description::new(text);
        let origin = description.origin();
        self.described =
            if origin == self.origin { Described::SameOrigin } else { Described::Other };
        self.origin.clear();
        self.origin.extend_from_slice(origin);
        self.mids.clear();
        self.by_mid.clear();
        self.without_mid.clear();
        self.sections.clear();
        // As long as they may be asked for again, their numbers stay theirs.
        self.streams.give_up(&self.named);
        self.named.clear();
        for (place, media) in description.media().enumerate() {
            let start = self.named.len();
            let streams = media.streams();
            let says_streams = streams.is_some();
            // Who is not sent in streams is in none.
            if media.sends() {
                let mark = self.streams.new_mark();
                for id in streams.into_iter().flatten() {
                    let stream = self.streams.named(id);
                    if self.streams.is_new(stream, mark) {
                        self.named.push(stream);
                    }
                }
            }
            match media.mid().map(|mid| self.mids.insert(mid) as usize) {
                // The first that has it counts.
                Some(number) if number >= self.by_mid.len() => self.by_mid.push(place),
                None if matches!(media.kind(), b"audio" | b"video") => self.without_mid.push(place),
                _ => {}
            }
            self.sections.push(Section {
                rejected: media.is_rejected(),
                sends: media.sends(),
                says_streams,
                streams: start..self.named.len(),
            });
        }
        self.streams.remember(&self.named);
    }

    /// A transceiver, in the order of the connection's set of them.
    pub fn transceiver(&mut self, receiver: u32, mid: Option<&[u8]>, direction: Direction) {
        let number = mid.and_then(|mid| self.mids.get(mid));
        let section = number.and_then(|number| self.by_mid.get(number as usize).copied());
        let readings = self.readings;
        if let Some(receiver) = self.receiver_mut(receiver) {
            receiver.seen = readings;
        }
        let unnamed = section.is_none() && direction != Direction::Stopped;
        self.seen.push(Seen { receiver, direction, section, unnamed, has_mid: mid.is_some() });
    }

    /// Whether a transceiver was read since the last step was settled, so that what follows for it is known.
    pub fn has_read(&self, receiver: u32) -> bool {
        self.receiver(receiver).is_some_and(|receiver| receiver.seen == self.readings)
    }

    /// The step is over: what comes next has to be read anew.
    pub fn settle(&mut self) {
        for receiver in self.removals.receivers().chain(self.additions.receivers()) {
            if let Some(receiver) = self.receivers.get_mut(receiver as usize) {
                (receiver.removals, receiver.additions) = (0, 0);
            }
        }
        for stream in self.additions.streams() {
            if let Some(stream) = self.streams.get_mut(stream) {
                stream.waiting.clear();
            }
        }
        self.removals.clear();
        self.additions.clear();
        self.progress.clear();
        self.is_read = false;
        self.has_looked = false;
    }
}
