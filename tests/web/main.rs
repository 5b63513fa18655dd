//! The package's classes in a browser, as Rust has them: events as the browser's own EventTarget delivers them.
#![cfg(target_arch = "wasm32")]

mod bindings;
mod event_handlers;
mod install;
mod listeners;
mod native_streams;
mod observation;
mod past_the_shim;
mod reentrancy;
mod removetrack;
mod scene;
mod sources;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
