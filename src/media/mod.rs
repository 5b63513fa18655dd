//! Sources, tracks and streams: [Media Capture and Streams](https://www.w3.org/TR/mediacapture-streams/).
//!
//! [`UserAgent`] is all of the state; its methods are in the files of their subjects.

mod content_hint;
mod effect;
mod event_handler;
mod event_type;
mod list;
mod observation;
mod pages;
mod reconcile;
mod source;
mod stream;
mod track;
mod track_set;
mod user_agent;

pub use content_hint::ContentHint;
pub use effect::Effect;
pub use event_handler::ListenerChange;
pub use event_type::EventTypes;
pub use pages::{Id, PAGE_SIZE};
pub use source::{Source, SourceState};
pub use stream::{Stream, StreamState};
pub use track::{Track, TrackState};
pub use user_agent::UserAgent;
