//! A host, the machine, and between them what the binding in `src/js/connection` does: what script sees is in a log.

use std::collections::{HashMap, HashSet};

use mediastream_polyfill::negotiation::{
    Call, Direction, Effect, Host, Needed, Negotiation, Phase, SdpType, SignalingState, Verdict,
};

use crate::model::{Media, Model, Outcome, Track};

/// How a host is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It isn't.
    Right,
    /// Like Right, but a stream whose last track left is another object when it has tracks again.
    Forgetful,
    /// It takes tracks out, and puts them into streams of its own, when an offer of ours says that they won't be received.
    Early,
    /// It does what it should when everything is over.
    Late,
    /// It tells nothing but `track`, with new objects.
    Silent,
}

/// A MediaStream object.
pub(crate) type Object = usize;

pub(crate) struct Scene {
    pub(crate) kind: Kind,
    pub(crate) model: Model,
    machine: Negotiation,
    ids: Vec<String>,
    /// The tracks of each object, as script sees them.
    sets: Vec<Vec<Track>>,
    /// The host's own, by ids.
    hosts: HashMap<String, Object>,
    /// In which of its objects the host has a track.
    places: HashMap<Track, Vec<Object>>,
    /// Which receivers the host has fired `track` for.
    fired: HashSet<Track>,

    // The binding's.
    objects: HashMap<u32, Object>,
    numbers: HashMap<Object, u32>,
    receivers: HashMap<Track, u32>,
    released: HashSet<u32>,
    version: usize,
    current_text: String,
    pending_text: Option<String>,
    read_text: Option<String>,
    call: Option<Call>,

    // Script's.
    exposed: HashSet<Object>,
    pub(crate) log: Vec<String>,
}

impl Scene {
    pub(crate) fn new(kind: Kind) -> Self {
        let host = if kind == Kind::Silent { Host::Unannounced } else { Host::Announces };
        let mut scene = Scene {
            kind,
            model: Model::new(),
            machine: Negotiation::new(host),
            ids: Vec::new(),
            sets: Vec::new(),
            hosts: HashMap::new(),
            places: HashMap::new(),
            fired: HashSet::new(),
            objects: HashMap::new(),
            numbers: HashMap::new(),
            receivers: HashMap::new(),
            released: HashSet::new(),
            version: 0,
            current_text: String::new(),
            pending_text: None,
            read_text: None,
            call: None,
            exposed: HashSet::new(),
            log: Vec::new(),
        };
        scene.read();
        scene.settle();
        scene
    }

    fn create_object(&mut self, id: &str) -> Object {
        self.ids.push(id.into());
        self.sets.push(Vec::new());
        self.ids.len() - 1
    }

    // ── The binding

    fn state(&self) -> SignalingState {
        self.model.state
    }

    fn receiver(&mut self, track: Track) -> u32 {
        match self.receivers.get(&track) {
            Some(&receiver) => receiver,
            None => {
                let receiver = self.machine.create_receiver();
                self.receivers.insert(track, receiver);
                receiver
            }
        }
    }

    fn track(&self, receiver: u32) -> Track {
        *self.receivers.iter().find(|&(_, &number)| number == receiver).unwrap().0
    }

    fn read(&mut self) {
        let needed = self.machine.begin(self.state(), self.call);
        let text = self.pending_text.as_ref().unwrap_or(&self.current_text);
        let is_rollback = |call: Call| call.kind == Some(SdpType::Rollback);
        let tells = self.kind != Kind::Silent
            || self.call.is_some_and(|call| call.remote && !is_rollback(call));
        if tells && self.read_text.as_ref() != Some(text) {
            self.machine.describe(text.as_bytes());
            self.read_text = Some(text.clone());
        }
        let transceivers = self.model.transceivers.clone();
        for transceiver in transceivers.into_iter().filter(|_| needed != Needed::Nothing) {
            let receiver = self.receiver(transceiver.track);
            let direction = match transceiver.current {
                _ if needed == Needed::Mids => Direction::None,
                None => Direction::None,
                Some(true) => Direction::ReceivesOnly,
                Some(false) => Direction::Inactive,
            };
            let mid = format!("m{}", transceiver.mid);
            self.machine.transceiver(receiver, Some(mid.as_bytes()), direction);
        }
        self.machine.process();
    }

    /// Looks what script has done with the streams.
    fn look(&mut self) {
        self.machine.look();
        for (&stream, &object) in &self.objects {
            for receiver in self.sets[object].iter().filter_map(|track| self.receivers.get(track)) {
                self.machine.learn_stream(*receiver, stream);
            }
        }
    }

    fn refresh(&mut self) {
        if self.machine.is_stale(self.state()) {
            self.read();
        }
    }

    fn bind(&mut self, number: u32, object: Object) {
        if !self.machine.has_object(number) && !self.released.contains(&number) {
            self.objects.insert(number, object);
            self.numbers.insert(object, number);
            self.machine.bind(number);
        } else {
            self.numbers.insert(object, number);
        }
    }

    fn drain(&mut self, until: Phase) {
        while let Some(effect) = self.machine.next_effect(until, false) {
            match effect {
                Effect::Keep(stream) => {
                    if self.released.remove(&stream) {
                        self.machine.bind(stream);
                    }
                }
                Effect::Release(stream) => {
                    self.released.insert(stream);
                }
                Effect::Make(stream) => {
                    let id = String::from_utf8(self.machine.stream_id(stream).unwrap().to_vec())
                        .unwrap();
                    let object = self.create_object(&id);
                    self.bind(stream, object);
                }
                Effect::Mute(receiver) => self.log.push(format!("mute {}", self.track(receiver))),
                Effect::Unmute(_) => {}
                Effect::End(receiver) => self.log.push(format!("ended {}", self.track(receiver))),
                Effect::Remove(stream, receiver) => {
                    let happened = self.remove(self.objects[&stream], self.track(receiver));
                    self.machine.performed(happened);
                }
                Effect::Add(stream, receiver) => {
                    let happened = self.add(self.objects[&stream], self.track(receiver));
                    self.machine.performed(happened);
                }
                Effect::Track(receiver) => self.fire_track(receiver),
                Effect::Forget(receiver) => {
                    self.receivers.retain(|_, number| *number != receiver);
                }
            }
        }
    }

    fn settle(&mut self) {
        if self.kind == Kind::Silent || self.machine.is_stale(self.state()) {
            self.read();
        }
        self.drain(Phase::Settled);
        self.machine.settle();
    }

    fn fire_track(&mut self, receiver: u32) {
        let streams: Vec<_> =
            self.machine.streams_of(receiver).iter().map(|stream| self.objects[stream]).collect();
        self.hear_track(self.track(receiver), &streams);
    }

    fn hear_track(&mut self, track: Track, objects: &[Object]) {
        self.exposed.extend(objects);
        let mut streams: Vec<_> = objects.iter().map(|&object| self.ids[object].clone()).collect();
        streams.sort();
        for (one, id) in objects.iter().map(|&object| (object, &self.ids[object])) {
            let others =
                self.exposed.iter().filter(|&&other| other != one && self.ids[other] == *id);
            assert_eq!(others.count(), 0, "script has two objects of the id {id}");
        }
        self.log.push(format!("track {track} in {streams:?}"));
    }

    /// Removes a track from an object, with its event.
    fn remove(&mut self, object: Object, track: Track) -> bool {
        let Some(place) = self.sets[object].iter().position(|&member| member == track) else {
            return false;
        };
        self.sets[object].remove(place);
        if self.exposed.contains(&object) {
            self.log.push(format!("removetrack {} {track}", self.ids[object]));
        }
        true
    }

    fn add(&mut self, object: Object, track: Track) -> bool {
        if self.sets[object].contains(&track) {
            return false;
        }
        self.sets[object].push(track);
        if self.exposed.contains(&object) {
            self.log.push(format!("addtrack {} {track}", self.ids[object]));
        }
        true
    }

    // ── Script

    pub(crate) fn script_removes(&mut self, id: &str, track: Track) {
        for object in self.exposed.clone() {
            if self.ids[object] == id {
                self.sets[object].retain(|&member| member != track);
            }
        }
    }

    /// Script forgets a stream without tracks: whether it is gone then.
    pub(crate) fn script_drops(&mut self, id: &str) -> bool {
        let mut dropped = false;
        let dead = self
            .exposed
            .iter()
            .copied()
            .filter(|&object| self.ids[object] == id && self.sets[object].is_empty());
        for object in dead.collect::<Vec<_>>() {
            let Some(&number) = self.numbers.get(&object) else { continue };
            if self.released.remove(&number) {
                self.exposed.remove(&object);
                self.hosts.retain(|_, host| *host != object);
                self.objects.remove(&number);
                self.machine.lose(number);
                dropped = true;
            }
        }
        dropped
    }

    /// What script sees in a stream that it has.
    pub(crate) fn tracks_of(&self, id: &str) -> Option<Vec<Track>> {
        let object = self.exposed.iter().find(|&&object| self.ids[object] == id)?;
        let mut tracks = self.sets[*object].clone();
        tracks.sort();
        Some(tracks)
    }

    // ── The host

    fn host_removes(&mut self, object: Object, track: Track) {
        self.places.entry(track).or_default().retain(|&place| place != object);
        let Some(place) = self.sets[object].iter().position(|&member| member == track) else {
            return;
        };
        self.sets[object].remove(place);
        let Some(&stream) = self.numbers.get(&object) else { return };
        let Some(&receiver) = self.receivers.get(&track) else { return };
        self.refresh();
        self.drain(Phase::Muted);
        match self.machine.track_removed(
            stream,
            receiver,
            self.objects.get(&stream) == Some(&object),
        ) {
            Verdict::Pass => self.log.push(format!("removetrack {} {track}", self.ids[object])),
            Verdict::Undo => self.sets[object].push(track),
            Verdict::Hold | Verdict::Replace => {}
        }
    }

    fn host_adds(&mut self, object: Object, track: Track) {
        let places = self.places.entry(track).or_default();
        if places.contains(&object) {
            return;
        }
        places.push(object);
        if self.sets[object].contains(&track) {
            return;
        }
        self.sets[object].push(track);
        let Some(&stream) = self.numbers.get(&object) else { return };
        let receiver = self.receiver(track);
        self.refresh();
        self.drain(Phase::Removed);
        match self.machine.track_added(stream, receiver, self.objects.get(&stream) == Some(&object))
        {
            Verdict::Pass if self.exposed.contains(&object) => {
                self.log.push(format!("addtrack {} {track}", self.ids[object]));
            }
            Verdict::Undo => self.sets[object].retain(|&member| member != track),
            Verdict::Pass | Verdict::Hold | Verdict::Replace => {}
        }
    }

    fn host_fires_track(&mut self, track: Track, objects: &[Object]) {
        let receiver = self.receiver(track);
        self.refresh();
        for (place, &object) in objects.iter().enumerate() {
            let stream = match self.numbers.get(&object) {
                Some(&stream) => stream,
                None => {
                    let id = self.ids[object].clone();
                    let stream = self.machine.given(receiver, place, id.as_bytes());
                    self.bind(stream, object);
                    stream
                }
            };
            let is_the_object = self.objects.get(&stream) == Some(&object);
            self.machine.push_given(stream, is_the_object);
        }
        let verdict = self.machine.track_fired(receiver);
        self.drain(Phase::Added);
        match verdict {
            Verdict::Pass => self.hear_track(track, objects),
            Verdict::Replace => self.fire_track(receiver),
            Verdict::Hold | Verdict::Undo => {}
        }
    }

    fn host_object(&mut self, id: &str) -> Object {
        match self.hosts.get(id) {
            Some(&object) => object,
            None => {
                let object = self.create_object(id);
                self.hosts.insert(id.into(), object);
                object
            }
        }
    }

    /// The host does what an outcome says, or what is left of it.
    fn host_performs(&mut self, outcome: &Outcome) {
        for (id, track) in &outcome.remove {
            for object in self.places.get(track).cloned().unwrap_or_default() {
                if self.ids[object] == *id || self.ids[object].starts_with("own") {
                    self.host_removes(object, *track);
                }
            }
            self.forget_empty();
        }
        let mut known = Vec::new();
        for (id, track) in &outcome.add {
            let object = self.host_object(id);
            known.push((object, *track));
        }
        for (object, track) in known {
            self.host_adds(object, track);
        }
        for (track, ids) in &outcome.tracks {
            let objects: Vec<_> = ids.iter().map(|id| self.host_object(id)).collect();
            for &object in &objects {
                self.host_adds(object, *track);
            }
            self.host_fires_track(*track, &objects);
        }
    }

    fn forget_empty(&mut self) {
        if matches!(self.kind, Kind::Forgetful | Kind::Early) {
            let places: HashSet<_> = self.places.values().flatten().copied().collect();
            self.hosts.retain(|_, object| places.contains(object));
        }
    }

    /// A step: the host applies a description, with the outcome that the specification says.
    fn step(&mut self, call: Call, outcome: &Outcome, early: &[Track]) {
        // A stack's calls are known, of a browser's only which method it is.
        let kind = call.kind.filter(|_| self.kind == Kind::Silent);
        self.call = Some(Call { kind, ..call });
        if self.kind != Kind::Silent {
            self.look();
        }
        match self.kind {
            Kind::Right | Kind::Forgetful => self.host_performs(outcome),
            Kind::Early => {
                for &track in early {
                    for object in self.places.get(&track).cloned().unwrap_or_default() {
                        self.host_removes(object, track);
                    }
                    self.forget_empty();
                    let own = self.create_object(&format!("own {}", self.ids.len()));
                    self.places.insert(track, vec![own]);
                    self.sets[own].push(track);
                    self.host_fires_track(track, &[own]);
                }
                self.host_performs(outcome);
            }
            Kind::Late => {}
            Kind::Silent => {
                for (track, ids) in &outcome.tracks {
                    if self.fired.insert(*track) {
                        let objects: Vec<_> = ids.iter().map(|id| self.create_object(id)).collect();
                        for &object in &objects {
                            self.sets[object].push(*track);
                        }
                        self.host_fires_track(*track, &objects);
                    }
                }
                if call.remote {
                    for track in &outcome.mute {
                        self.fired.remove(track);
                    }
                }
            }
        }
        self.settle();
        self.call = None;
        if self.kind == Kind::Late {
            self.host_performs(outcome);
            self.settle();
        }
        for track in &outcome.stopped {
            self.places.remove(track);
        }
    }

    pub(crate) fn set_remote(&mut self, kind: SdpType, media: &[Media]) -> Outcome {
        let state = match kind {
            SdpType::Offer => SignalingState::HaveRemoteOffer,
            SdpType::Pranswer => SignalingState::HaveRemotePranswer,
            _ => SignalingState::Stable,
        };
        // Each description is another one, by its version.
        self.version += 1;
        let media_lines = media.iter().map(Media::lines).collect::<String>();
        let text = format!("v=0\r\no=- 1 {} IN IP4 0.0.0.0\r\n{media_lines}", self.version);
        if state == SignalingState::Stable {
            (self.current_text, self.pending_text) = (text, None);
        } else {
            self.pending_text = Some(text);
        }
        let outcome = self.model.set_remote(media, state);
        self.step(Call { remote: true, kind: Some(kind) }, &outcome, &[]);
        outcome
    }

    pub(crate) fn set_local(
        &mut self,
        kind: SdpType,
        receives: &[Track],
        early: &[Track],
    ) -> Outcome {
        if kind == SdpType::Answer
            && let Some(text) = self.pending_text.take()
        {
            self.current_text = text;
        }
        let outcome = match kind {
            SdpType::Rollback => unreachable!("roll_back() is for that"),
            SdpType::Offer => self.model.set_local_offer(),
            SdpType::Pranswer => {
                self.model.set_local_answer(receives, SignalingState::HaveLocalPranswer)
            }
            _ => self.model.set_local_answer(receives, SignalingState::Stable),
        };
        self.step(Call { remote: false, kind: Some(kind) }, &outcome, early);
        outcome
    }

    pub(crate) fn roll_back(&mut self, remote: bool, moved: &[Track]) -> Outcome {
        self.pending_text = None;
        let outcome = self.model.roll_back();
        self.step(Call { remote, kind: Some(SdpType::Rollback) }, &outcome, moved);
        outcome
    }
}
