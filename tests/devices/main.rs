//! The rules of devices, natively.
#![cfg(not(target_arch = "wasm32"))]

mod changes;
mod enumeration;
mod exposure;
mod failures;
mod get_user_media;
mod model;
mod properties;
mod scene;
