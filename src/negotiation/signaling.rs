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
    /// What kind of description, where that can be told.
    pub kind: Option<SdpType>,
}

/// What the remote description is, compared to the one that was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Described {
    /// The same text.
    Same,
    /// Another text of the same [origin](https://www.rfc-editor.org/rfc/rfc8866#section-5.2): hosts add candidates to it.
    SameOrigin,
    /// Another.
    Other,
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
    /// Which step led to this state from the last one that was known.
    pub(crate) fn step_from(
        self,
        before: SignalingState,
        call: Option<Call>,
        described: Described,
    ) -> Step {
        use SignalingState::*;
        let remote = call.map(|call| call.remote);
        match (call.and_then(|call| call.kind), before, self) {
            (_, _, Closed) => Step::Closed,
            (Some(SdpType::Rollback), HaveRemoteOffer, _) => Step::Rollback,
            (Some(SdpType::Rollback), ..) => Step::Nothing,
            (Some(SdpType::Offer), ..) if remote == Some(false) => Step::Nothing,
            (Some(_), ..) if remote == Some(true) => Step::Remote,
            (Some(_), ..) => Step::LocalAnswer,
            (None, _, HaveLocalOffer) => Step::Nothing,
            (None, _, HaveRemoteOffer | HaveRemotePranswer) => Step::Remote,
            (None, _, HaveLocalPranswer) | (None, HaveLocalPranswer, _) => Step::LocalAnswer,
            // Rolled back in the way in which it was set, or else it is not there any more.
            (None, HaveRemoteOffer, _) if remote == Some(true) || described == Described::Other => {
                Step::Rollback
            }
            (None, HaveRemoteOffer, _) => Step::LocalAnswer,
            (None, HaveRemotePranswer, _) => Step::Remote,
            (None, HaveLocalOffer, _) if remote == Some(false) || described == Described::Same => {
                Step::Nothing
            }
            (None, HaveLocalOffer, _) => Step::Remote,
            (None, ..) if described == Described::Other => Step::Unknown,
            (None, ..) => Step::Nothing,
        }
    }

    /// The state in which a call leaves a connection, where the host may not yet say so.
    pub(crate) fn after(self, call: Option<Call>) -> SignalingState {
        use SignalingState::*;
        match call.map(|call| (call.remote, call.kind)) {
            _ if self == Closed => Closed,
            None | Some((_, None)) => self,
            Some((true, Some(SdpType::Offer))) => HaveRemoteOffer,
            Some((false, Some(SdpType::Offer))) => HaveLocalOffer,
            Some((true, Some(SdpType::Pranswer))) => HaveRemotePranswer,
            Some((false, Some(SdpType::Pranswer))) => HaveLocalPranswer,
            Some(_) => Stable,
        }
    }
}
