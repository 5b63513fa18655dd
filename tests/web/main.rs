//! The package's classes in a browser, as Rust has them: events as the browser's own EventTarget delivers them.
#![cfg(all(target_arch = "wasm32", feature = "web"))]

mod bindings;
#[cfg(feature = "devices")]
mod devices;
mod errors;
mod event_handlers;
#[cfg(feature = "install")]
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
