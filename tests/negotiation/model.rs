//! A plain model of a connection, written from the steps of
//! <https://w3c.github.io/webrtc-pc/#set-description> as far as they concern remote tracks.

use mediastream_polyfill::negotiation::SignalingState::{self, *};

pub(crate) type Track = usize;

/// What a description says of a medium.
#[derive(Clone, Debug)]
pub(crate) struct Media {
    pub(crate) mid: usize,
    pub(crate) rejected: bool,
    /// From the writer's point of view.
    pub(crate) sends: bool,
    pub(crate) receives: bool,
    pub(crate) streams: Vec<String>,
}

impl Media {
    pub(crate) fn lines(&self) -> String {
        let port = if self.rejected { 0 } else { 9 };
        let direction = match (self.sends, self.receives) {
            (true, true) => "sendrecv",
            (true, false) => "sendonly",
            (false, true) => "recvonly",
            (false, false) => "inactive",
        };
        let mut lines =
            format!("m=video {port} RTP 96\r\na=mid:m{}\r\na={direction}\r\n", self.mid);
        for stream in &self.streams {
            lines += &format!("a=msid:{stream} x\r\n");
        }
        if self.streams.is_empty() {
            lines += "a=msid:- x\r\n";
        }
        lines
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Transceiver {
    pub(crate) track: Track,
    /// [[Mid]]
    pub(crate) mid: usize,
    /// Whether [[CurrentDirection]] receives, once there is one.
    pub(crate) current: Option<bool>,
    /// Whether [[FiredDirection]] receives.
    pub(crate) fired: bool,
    /// [[AssociatedRemoteMediaStreams]], by their ids
    pub(crate) streams: Vec<String>,
    /// [[LastStableStateAssociatedRemoteMediaStreams]]
    pub(crate) last_stable: Vec<String>,
    /// Whether the pending remote offer created it.
    pub(crate) is_new: bool,
}

/// What a step does to tracks and streams, in this order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) mute: Vec<Track>,
    pub(crate) stopped: Vec<Track>,
    pub(crate) remove: Vec<(String, Track)>,
    pub(crate) add: Vec<(String, Track)>,
    pub(crate) tracks: Vec<(Track, Vec<String>)>,
}

pub(crate) struct Model {
    pub(crate) state: SignalingState,
    pub(crate) transceivers: Vec<Transceiver>,
    pub(crate) tracks: usize,
}

impl Model {
    pub(crate) fn new() -> Self {
        Model { state: Stable, transceivers: Vec::new(), tracks: 0 }
    }

    /// “Process remote tracks”
    fn process(
        transceiver: &mut Transceiver,
        receives: bool,
        msids: Vec<String>,
        outcome: &mut Outcome,
    ) {
        // Set the associated remote streams.
        let track = transceiver.track;
        for stream in &transceiver.streams {
            if !msids.contains(stream) {
                outcome.remove.push((stream.clone(), track));
            }
        }
        let added = outcome.add.len();
        for stream in &msids {
            if !transceiver.streams.contains(stream) {
                outcome.add.push((stream.clone(), track));
            }
        }
        transceiver.streams = msids;
        // “or the previous step increased the length of addList”
        if receives && (!transceiver.fired || outcome.add.len() > added) {
            outcome.tracks.push((track, transceiver.streams.clone()));
        }
        if !receives && transceiver.fired {
            outcome.mute.push(track);
        }
        transceiver.fired = receives;
    }

    fn note_last_stable(&mut self) {
        if self.state == Stable {
            for transceiver in &mut self.transceivers {
                transceiver.last_stable = transceiver.streams.clone();
            }
        }
    }

    /// An offer, an answer or a provisional one of the remote's.
    pub(crate) fn set_remote(&mut self, media: &[Media], state: SignalingState) -> Outcome {
        let mut outcome = Outcome::default();
        if state == HaveRemoteOffer {
            if self.state == HaveLocalOffer {
                self.roll_back();
            }
            self.note_last_stable();
        }
        for medium in media {
            let found =
                self.transceivers.iter_mut().find(|transceiver| transceiver.mid == medium.mid);
            let transceiver = match found {
                Some(transceiver) => transceiver,
                None => {
                    self.transceivers.push(Transceiver {
                        track: self.tracks,
                        mid: medium.mid,
                        current: None,
                        fired: false,
                        streams: Vec::new(),
                        last_stable: Vec::new(),
                        is_new: true,
                    });
                    self.tracks += 1;
                    self.transceivers.last_mut().unwrap()
                }
            };
            let receives = medium.sends && !medium.rejected;
            let msids = if receives { medium.streams.clone() } else { Vec::new() };
            Self::process(transceiver, receives, msids, &mut outcome);
            if state != HaveRemoteOffer {
                transceiver.current = Some(receives);
            }
            if medium.rejected {
                outcome.stopped.push(transceiver.track);
            }
        }
        self.transceivers.retain(|transceiver| !outcome.stopped.contains(&transceiver.track));
        self.state = state;
        outcome
    }

    pub(crate) fn set_local_offer(&mut self) -> Outcome {
        self.note_last_stable();
        self.state = HaveLocalOffer;
        Outcome::default()
    }

    /// An answer or a provisional one of ours, which receives these.
    pub(crate) fn set_local_answer(
        &mut self,
        receives: &[Track],
        state: SignalingState,
    ) -> Outcome {
        let mut outcome = Outcome::default();
        for transceiver in &mut self.transceivers {
            let receives = receives.contains(&transceiver.track);
            if !receives && transceiver.fired {
                for stream in transceiver.streams.drain(..) {
                    outcome.remove.push((stream, transceiver.track));
                }
                outcome.mute.push(transceiver.track);
            }
            (transceiver.current, transceiver.fired) = (Some(receives), receives);
            transceiver.is_new = false;
        }
        self.state = state;
        outcome
    }

    pub(crate) fn roll_back(&mut self) -> Outcome {
        let mut outcome = Outcome::default();
        if self.state == HaveRemoteOffer {
            for transceiver in &mut self.transceivers {
                let msids = transceiver.last_stable.clone();
                Self::process(transceiver, transceiver.current == Some(true), msids, &mut outcome);
                if transceiver.is_new {
                    outcome.stopped.push(transceiver.track);
                }
            }
            self.transceivers.retain(|transceiver| !transceiver.is_new);
        }
        self.state = Stable;
        outcome
    }
}
