//! Which streams a connection's remote tracks are in: what
//! [set a session description](https://w3c.github.io/webrtc-pc/#set-description) does to them, and with which events.
//!
//! A [`Negotiation`] is one connection's. What the host knows is read into it when a description has been set, or when
//! the host itself fires something; then it says what script is owed, one [`Effect`] at a time and in the
//! specification's order, and of each event of the host's whether script may hear it:
//!
//! ```
//! use mediastream_polyfill::negotiation::{Direction, Effect, Host, Negotiation, Phase, SignalingState, Verdict};
//!
//! let mut negotiation = Negotiation::new(Host::Announces);
//! negotiation.begin(SignalingState::Stable, None);
//! negotiation.process();
//! negotiation.settle();
//!
//! // The remote offers a video in the stream “a”, and the host fires `track` for it.
//! let video = negotiation.create_receiver();
//! negotiation.begin(SignalingState::HaveRemoteOffer, None);
//! negotiation.describe(b"m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:0\r\na=msid:a\r\n");
//! negotiation.transceiver(video, Some(b"0"), Direction::None);
//! negotiation.process();
//! let stream = negotiation.given(video, 0, b"a");
//! negotiation.bind(stream);
//! negotiation.push_given(stream, true);
//! assert_eq!(negotiation.track_fired(video), Verdict::Pass);
//! # while let Some(_) = negotiation.next_effect(Phase::Settled, false) {}
//! negotiation.settle();
//!
//! // Now it offers nothing any more, and the host does not take the track out.
//! negotiation.begin(SignalingState::HaveRemoteOffer, None);
//! negotiation.describe(b"m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:0\r\na=inactive\r\n");
//! negotiation.transceiver(video, Some(b"0"), Direction::ReceivesOnly);
//! negotiation.process();
//! assert_eq!(negotiation.next_effect(Phase::Settled, false), Some(Effect::Remove(stream, video)));
//! negotiation.performed(true);
//! ```

mod changes;
mod description;
mod events;
mod machine;
mod names;
mod negotiations;
mod polling;
mod process;
mod receiver;
mod signaling;
mod stream;

pub use description::{Description, MediaDescription, MediaDescriptions, StreamIds};
pub use events::Verdict;
pub use machine::{Host, Needed, Negotiation};
pub use negotiations::Negotiations;
pub use polling::{Effect, Phase};
pub use signaling::{Call, Direction, SdpType, SignalingState};
