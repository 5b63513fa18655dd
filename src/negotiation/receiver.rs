//! An RTCRtpReceiver, and its transceiver as far as it receives.

use alloc::vec::Vec;

/// What is known of one.
#[derive(Debug, Default)]
pub(crate) struct Receiver {
    /// Whether a number is one's.
    pub(crate) in_use: bool,
    /// Whether we know what it had before us: else what becomes of it is the host's business, until the host tells.
    pub(crate) is_learned: bool,
    /// Whether the slot [[FiredDirection]] receives.
    pub(crate) receives: bool,
    /// The slot [[AssociatedRemoteMediaStreams]].
    pub(crate) streams: Vec<u32>,
    /// The slot [[LastStableStateAssociatedRemoteMediaStreams]].
    pub(crate) last_stable: Vec<u32>,
    /// Those of its streams that its track was not in when a description began to be set: script has taken it out.
    pub(crate) left: Vec<u32>,
    /// Whether the description says nothing of its streams: then they are those that the host chooses.
    pub(crate) follows_host: bool,
    /// Whether its transceiver is stopped.
    pub(crate) is_stopped: bool,
    /// Whether a description has said of its streams.
    pub(crate) is_described: bool,
    /// Whether script is owed a `track` event for it.
    pub(crate) is_owed: bool,
    /// Whether script has ever heard of it: until then its track may be another.
    pub(crate) is_heard: bool,
    /// Whether it was muted, by us.
    pub(crate) is_muted: bool,
    /// The reading in which its transceiver was last seen.
    pub(crate) seen: u32,
    /// Its changes of this step, as [`Changes`](super::changes::Changes) links them.
    pub(crate) removals: usize,
    pub(crate) additions: usize,
}
