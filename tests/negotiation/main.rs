//! The rules of a connection's negotiation, natively.
#![cfg(not(target_arch = "wasm32"))]

mod descriptions;
mod model;
mod negotiations;
mod properties;
mod rules;
mod scene;
mod streams;
