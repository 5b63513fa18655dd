//! What a connection and its transceivers say of themselves, and what has therefore been negotiated.

/// <https://w3c.github.io/webrtc-pc/#dom-rtcsignalingstate>
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignalingState {
    /// No offer and answer is under way.
    Stable,
    /// We have offered.
    HaveLocalOffer,
    /// They have offered.
    HaveRemoteOffer,
    /// They have offered, and we have answered for the time being.
    HaveLocalPranswer,
    /// We have offered, and they have answered for the time being.
    HaveRemotePranswer,
    /// The connection is closed.
    Closed,
}

/// <https://w3c.github.io/webrtc-pc/#dom-rtcrtptransceiverdirection>, or none yet
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Nothing has been negotiated.
    None,
    /// `sendrecv`
    SendsAndReceives,
    /// `sendonly`
    SendsOnly,
    /// `recvonly`
    ReceivesOnly,
    /// `inactive`
    Inactive,
    /// `stopped`
    Stopped,
}

impl Direction {
    pub(crate) fn receives(self) -> bool {
        matches!(self, Direction::SendsAndReceives | Direction::ReceivesOnly)
    }
}

/// <https://w3c.github.io/webrtc-pc/#dom-rtcsdptype>
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SdpType {
    /// `offer`
    Offer,
    /// `answer`
    Answer,
    /// `pranswer`
    Pranswer,
    /// `rollback`
    Rollback,
}

/// The call by which a description is being set, where that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// `setRemoteDescription()`
    pub remote: bool,
    /// What kind of description.
    pub kind: SdpType,
}

/// What has been negotiated since it was last asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Nothing that concerns what is received. What a host did for it is undone.
    Nothing,
    /// A description of the remote's.
    Remote,
    /// Our answer.
    LocalAnswer,
    /// The remote's offer was rolled back.
    Rollback,
    /// It can't be told: whatever the transceivers say now.
    Unknown,
    /// Nothing will be any more.
    Closed,
}

impl SignalingState {
    /// Which step led to this state from the last one that was known. `same` is whether the remote description is still
    /// the one that it was then: it tells our answer from a rollback, and the remote's answer from one.
    pub(crate) fn step_from(self, before: SignalingState, call: Option<Call>, same: bool) -> Step {
        use SignalingState::*;
        if self == Closed {
            return Step::Closed;
        }
        if let Some(Call { remote, kind }) = call {
            return match (remote, kind) {
                (_, SdpType::Rollback) if before == HaveRemoteOffer => Step::Rollback,
                (_, SdpType::Rollback) | (false, SdpType::Offer) => Step::Nothing,
                (true, _) => Step::Remote,
                (false, _) => Step::LocalAnswer,
            };
        }
        match (before, self) {
            (_, HaveLocalOffer) => Step::Nothing,
            (_, HaveRemoteOffer | HaveRemotePranswer) => Step::Remote,
            (_, HaveLocalPranswer) | (HaveLocalPranswer, _) => Step::LocalAnswer,
            (HaveRemoteOffer, _) if same => Step::LocalAnswer,
            (HaveRemoteOffer, _) => Step::Rollback,
            (HaveRemotePranswer, _) => Step::Remote,
            (_, _) if same => Step::Nothing,
            (HaveLocalOffer, _) => Step::Remote,
            (_, _) => Step::Unknown,
        }
    }

    /// The state in which a call leaves a connection, where the host may not yet say so.
    pub(crate) fn after(self, call: Option<Call>) -> SignalingState {
        use SignalingState::*;
        match call {
            _ if self == Closed => Closed,
            None => self,
            Some(Call { remote: true, kind: SdpType::Offer }) => HaveRemoteOffer,
            Some(Call { remote: false, kind: SdpType::Offer }) => HaveLocalOffer,
            Some(Call { remote: true, kind: SdpType::Pranswer }) => HaveRemotePranswer,
            Some(Call { remote: false, kind: SdpType::Pranswer }) => HaveLocalPranswer,
            Some(_) => Stable,
        }
    }
}
