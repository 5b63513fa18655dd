//! The rules of the state machine, natively: `cargo test` proves them in seconds.
#![cfg(not(target_arch = "wasm32"))]

mod content_hints;
mod event_handlers;
mod lifetimes;
mod model;
mod observation;
mod properties;
mod reconciliation;
mod scene;
mod sources;
mod streams;
mod tracks;
