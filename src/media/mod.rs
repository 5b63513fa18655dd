//! Sources, tracks and streams: [Media Capture and Streams](https://www.w3.org/TR/mediacapture-streams/).
//!
//! [`UserAgent`] is all of the state; its methods are in the files of their subjects.

mod content_hint;
mod effect;
mod event_handler;
mod event_type;
mod list;
mod observation;
mod out_of_memory;
mod pages;
mod reconcile;
mod source;
mod stream;
mod track;
mod track_set;
mod user_agent;

pub use content_hint::ContentHint;
pub use effect::Effect;
pub use event_type::EventTypes;
pub use out_of_memory::OutOfMemory;
pub use pages::{Id, PAGE_SIZE, STRIDE};
pub use reconcile::Change;
pub use source::{Source, SourceState};
pub use stream::{Stream, StreamState};
pub use track::{Track, TrackState};
pub use user_agent::{SlotType, UserAgent};
