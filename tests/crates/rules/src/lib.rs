//! A user agent of somebody's own. That it links shows that the crate brings no allocator, panic handler or export into it.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use mediastream_polyfill::media::{Effect, UserAgent};

/// Counts what is allocated.
struct Counting;

static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static ALLOCATOR: Counting = Counting;

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }
}

/// Whether a track ends with its source. Named as something that the package has in its modules.
#[unsafe(no_mangle)]
pub extern "C" fn stop() -> bool {
    let mut user_agent = UserAgent::new();
    let Some(camera) = user_agent.create_source() else { return false };
    let Some(track) = user_agent.create_track(camera, true) else { return false };
    user_agent.end_source(camera);
    user_agent.next_source_effect(camera) == Some(Effect::Ended(track))
        && ALLOCATIONS.load(Ordering::Relaxed) > 0
}

/// The same.
#[unsafe(no_mangle)]
pub extern "C" fn start() -> bool {
    stop()
}
