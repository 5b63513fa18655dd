//! What the npm package's modules share: things that have numbers, and for their size something in the place of Rust's
//! standard library. A panic traps without a message. Nothing in them panics; a build with the feature `std` would say
//! where.

#![no_std]

extern crate alloc;

mod slots;

pub use slots::Slots;

#[cfg(all(not(feature = "std"), target_arch = "wasm32"))]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
