//! What the npm package ships instead of Rust's standard library, for its size: a panic traps
//! without a message (nothing here panics; a build with the feature `std` would say where), and the
//! allocator never takes memory back (the core uses its pages, memberships and plans again).

use core::panic::PanicInfo;

#[global_allocator]
static ALLOCATOR: mini_alloc::MiniAlloc = mini_alloc::MiniAlloc::INIT;

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
