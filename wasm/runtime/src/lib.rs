//! What the npm package's modules have in the place of Rust's standard library, for their size: a panic traps without a
//! message. Nothing in them panics; a build with the feature `std` would say where.

#![no_std]

#[cfg(all(not(feature = "std"), target_arch = "wasm32"))]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
