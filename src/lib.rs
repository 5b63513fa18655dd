//! The state machine behind the npm package `mediastream-polyfill`: what a browser keeps, decides
//! and does for [MediaStream](https://www.w3.org/TR/mediacapture-streams/), without a browser.
//!
//! It does no input or output. A command changes a [`UserAgent`]; what follows from it is polled as
//! [`Effect`]s, one at a time, so that listeners which change the world between two events are seen:
//!
//! ```
//! use mediastream_polyfill::{Effect, UserAgent};
//!
//! let mut user_agent = UserAgent::new();
//! let camera = user_agent.create_source();
//! let track = user_agent.create_track(camera, true).expect("the source has not ended");
//! let stream = user_agent.create_stream();
//! user_agent.add_track(stream, track);
//!
//! user_agent.end_source(camera);
//! assert_eq!(user_agent.next_source_effect(camera), Some(Effect::Ended(track)));
//! assert_eq!(user_agent.next_source_effect(camera), None);
//!
//! let reconciliation = user_agent.reconcile(stream); // no track is wanted
//! assert_eq!(user_agent.next_track_set_effect(reconciliation), Some(Effect::Removed(track)));
//! assert_eq!(user_agent.next_track_set_effect(reconciliation), None);
//! ```
//!
//! [`exports`] is what JavaScript calls. The classes over it are in `src/js`.

#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]
#![warn(missing_docs)]

extern crate alloc;

mod content_hint;
mod effect;
mod event_handler;
mod event_type;
pub mod exports;
mod list;
#[cfg(not(feature = "std"))]
mod minimal_runtime;
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
