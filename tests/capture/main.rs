//! What becomes of a captured element's tracks, natively: with hosts of every kind, and clocks.
#![cfg(not(target_arch = "wasm32"))]

mod capturing_anew;
mod elements;
mod ending;
mod hosts;
mod others;
mod played_streams;
mod properties;
mod right_hosts;
mod scene;
