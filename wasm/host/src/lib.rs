//! What JavaScript calls of the machines that `install()` brings: numbers in, numbers out.

#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]

extern crate alloc;
extern crate mediastream_wasm_runtime as _;

pub mod capture;
pub mod negotiation;

#[cfg(all(not(feature = "std"), target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Shows where a panic was, in builds that have panic messages.
#[cfg(feature = "std")]
#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}
