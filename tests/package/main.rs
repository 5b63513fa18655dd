//! The built package, in one file, driven from Rust in browsers: events as a browser's own
//! EventTarget delivers them.
#![cfg(target_arch = "wasm32")]

mod event_handlers;
mod install;
mod listeners;
mod native_streams;
mod observation;
mod package;
mod reentrancy;
mod removetrack;
mod scene;
mod sources;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
