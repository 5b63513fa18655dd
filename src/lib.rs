//! What a browser keeps, decides and does for [MediaStream](https://www.w3.org/TR/mediacapture-streams/), without a
//! browser: the rules behind the npm package `mediastream-polyfill`.
//!
//! Each module is a machine that does no input or output: facts go in, and what follows from them is polled as effects,
//! one at a time, so that listeners which change the world between two events are seen:
//!
//! ```
//! use mediastream_polyfill::media::{Effect, UserAgent};
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
//! The crates in `wasm/` export them to JavaScript, whose classes are in `src/js`.

#![no_std]
#![forbid(unsafe_code)]
#![warn(missing_docs)]

extern crate alloc;

pub mod capture;
pub mod devices;
pub mod media;
pub mod negotiation;
