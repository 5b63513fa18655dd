//! What a browser keeps, decides and does for [MediaStream](https://www.w3.org/TR/mediacapture-streams/), without a
//! browser: the rules behind the npm package `mediastream-polyfill`.
//!
//! Each module is a machine that does no input or output: facts go in, and what follows from them is polled as effects,
//! one at a time, so that listeners which change the world between two events are seen:
//!
//! ```
//! use mediastream_polyfill::media::{Change, Effect, OutOfMemory, UserAgent};
//!
//! # fn main() -> Result<(), OutOfMemory> {
//! let mut user_agent = UserAgent::new();
//! let camera = user_agent.create_source().ok_or(OutOfMemory)?;
//! let track = user_agent.create_track(camera, true).ok_or(OutOfMemory)?;
//! let stream = user_agent.create_stream().ok_or(OutOfMemory)?;
//! user_agent.add_track(stream, track)?;
//!
//! user_agent.end_source(camera);
//! assert_eq!(user_agent.next_source_effect(camera), Some(Effect::Ended(track)));
//! assert_eq!(user_agent.next_source_effect(camera), None);
//!
//! let reconciliation = user_agent.reconcile(0, stream)?; // no track is wanted
//! assert_eq!(user_agent.next_change(reconciliation), Some(Change::Removal(track)));
//! assert!(user_agent.remove_track(stream, track));
//! assert_eq!(user_agent.next_change(reconciliation), None);
//! # Ok(())
//! # }
//! ```
//!
//! The crates in `wasm/` export them to JavaScript, whose classes are in `src/js`.

#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

extern crate alloc;

pub mod capture;
pub mod devices;
pub mod media;
pub mod negotiation;
mod slots;

#[cfg(all(feature = "web", target_arch = "wasm32"))]
mod web;

#[cfg(all(feature = "web", target_arch = "wasm32"))]
pub use web::*;

/// The documents' examples in Rust.
#[cfg(all(doctest, feature = "devices", target_arch = "wasm32"))]
#[doc = include_str!("../README.md")]
#[doc = include_str!("../docs/rust.md")]
struct Documents;
