//! What JavaScript calls of [`mediastream_polyfill::media`]: numbers in, numbers out.
//!
//! An id crosses as its number, and 0 stands for none. A number that names nothing changes nothing.

#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]

use core::ops::DerefMut;

use mediastream_polyfill::media::{
    Change, ContentHint, Effect, EventTypes, Id, SlotType, UserAgent,
};
use singlyton::Singleton;
use wasm_bindgen::prelude::wasm_bindgen;

// It takes nothing back: the machine uses its pages, memberships and plans again.
#[cfg(all(not(feature = "std"), target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: mini_alloc::MiniAlloc = mini_alloc::MiniAlloc::INIT;

extern crate mediastream_wasm_runtime as _;

/// Not locked: there is one thread, and no export calls another or JavaScript. A call that ends in an exception, as where
/// the stack ends, would leave a lock behind that nobody opens.
///
/// Nor does it leave anything half done: an export first looks things up and sees to the memory that it needs, and then
/// makes its changes in code that calls no function, so that the stack can't end there.
static USER_AGENT: Singleton<UserAgent> = Singleton::new(UserAgent::new());

fn user_agent() -> impl DerefMut<Target = UserAgent> {
    USER_AGENT.get_mut()
}

fn raw<T>(id: Option<Id<T>>) -> u32 {
    id.map_or(0, Id::get)
}

/// An effect, or a change of a track set, as a number: its kind above, its track in the lower 28 bits. 0 is none.
/// `src/js/effects.js` takes it apart.
const fn encode(kind: u32, track: u32) -> u32 {
    (kind << 28) | track
}

/// Shows where a panic was, in builds that have panic messages.
#[cfg(feature = "std")]
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// The types of slots, numbered as in `src/js/pages.js`.
fn slot_type(number: u32) -> SlotType {
    match number {
        1 => SlotType::Source,
        2 => SlotType::Track,
        _ => SlotType::Stream,
    }
}

/// [`UserAgent::reserve`]; 0 without memory.
#[wasm_bindgen]
pub fn reserve_slot(number: u32) -> u32 {
    user_agent().reserve(slot_type(number)).unwrap_or(0)
}

/// [`UserAgent::page_address`]
#[wasm_bindgen]
pub fn page_address(number: u32, page: u32) -> usize {
    user_agent().page_address(slot_type(number), page)
}

/// [`UserAgent::free_page`]
#[wasm_bindgen]
pub fn free_page(number: u32, page: u32) {
    user_agent().free_page(slot_type(number), page);
}

#[cfg(target_arch = "wasm32")]
const _: () = {
    use mediastream_polyfill::media::{STRIDE, Source, Stream, Track};
    assert!(size_of::<Source>() == STRIDE);
    assert!(size_of::<Track>() == STRIDE);
    assert!(size_of::<Stream>() == STRIDE);
};

/// [`UserAgent::create_source`]
#[wasm_bindgen]
pub fn create_source() -> u32 {
    raw(user_agent().create_source())
}

/// [`UserAgent::end_source`]
#[wasm_bindgen]
pub fn end_source(source: u32) {
    if let Some(source) = Id::new(source) {
        user_agent().end_source(source);
    }
}

/// [`UserAgent::set_source_muted`]
#[wasm_bindgen]
pub fn set_source_muted(source: u32, muted: bool) {
    if let Some(source) = Id::new(source) {
        user_agent().set_source_muted(source, muted);
    }
}

/// [`UserAgent::next_source_effect`]
#[wasm_bindgen]
pub fn next_source_effect(source: u32) -> u32 {
    match Id::new(source).and_then(|source| user_agent().next_source_effect(source)) {
        None => 0,
        Some(Effect::Ended(track)) => encode(1, track.get()),
        Some(Effect::Muted(track)) => encode(2, track.get()),
        Some(Effect::Unmuted(track)) => encode(3, track.get()),
    }
}

/// [`UserAgent::create_track`]
#[wasm_bindgen]
pub fn create_track(source: u32, video: bool) -> u32 {
    raw(Id::new(source).and_then(|source| user_agent().create_track(source, video)))
}

/// [`UserAgent::clone_track`]
#[wasm_bindgen]
pub fn clone_track(track: u32) -> u32 {
    raw(Id::new(track).and_then(|track| user_agent().clone_track(track)))
}

/// [`UserAgent::stop`]
#[wasm_bindgen]
pub fn stop(track: u32) -> bool {
    Id::new(track).is_some_and(|track| user_agent().stop(track))
}

/// [`UserAgent::set_enabled`]
#[wasm_bindgen]
pub fn set_enabled(track: u32, enabled: bool) {
    if let Some(track) = Id::new(track) {
        user_agent().set_enabled(track, enabled);
    }
}

/// [`UserAgent::set_content_hint`]
#[wasm_bindgen]
pub fn set_content_hint(track: u32, hint: u32) -> bool {
    match (Id::new(track), ContentHint::new(hint)) {
        (Some(track), Some(hint)) => user_agent().set_content_hint(track, hint),
        _ => false,
    }
}

/// [`UserAgent::create_stream`]
#[wasm_bindgen]
pub fn create_stream() -> u32 {
    raw(user_agent().create_stream())
}

/// [`UserAgent::add_track`]: 1 if that was news, 0 if not, 2 without memory.
#[wasm_bindgen]
pub fn add_track(stream: u32, track: u32) -> u32 {
    match (Id::new(stream), Id::new(track)) {
        (Some(stream), Some(track)) => user_agent().add_track(stream, track).map_or(2, u32::from),
        _ => 0,
    }
}

/// [`UserAgent::remove_track`]
#[wasm_bindgen]
pub fn remove_track(stream: u32, track: u32) -> bool {
    match (Id::new(stream), Id::new(track)) {
        (Some(stream), Some(track)) => user_agent().remove_track(stream, track),
        _ => false,
    }
}

/// [`UserAgent::reconcile`]: its number; 0 without memory.
#[wasm_bindgen]
pub fn reconcile(around: usize, stream: u32) -> usize {
    Id::new(stream).and_then(|stream| user_agent().reconcile(around, stream).ok()).unwrap_or(0)
}

/// [`UserAgent::want`]: false without memory.
#[wasm_bindgen]
pub fn want(track: u32) -> bool {
    Id::new(track).is_none_or(|track| user_agent().want(track).is_ok())
}

/// [`UserAgent::next_change`]
#[wasm_bindgen]
pub fn next_change(reconciliation: usize) -> u32 {
    match user_agent().next_change(reconciliation) {
        None => 0,
        Some(Change::Removal(track)) => encode(4, track.get()),
        Some(Change::Addition(track)) => encode(5, track.get()),
    }
}

/// The `addEventListener` shim of MediaStream: [`UserAgent::stream_listener_added`].
#[wasm_bindgen]
pub fn stream_add_event_listener(stream: u32, types: u8) {
    if let Some(stream) = Id::new(stream) {
        user_agent().stream_listener_added(stream, EventTypes::from_bits_truncate(types));
    }
}

/// The `addEventListener` shim of MediaStreamTrack: [`UserAgent::track_listener_added`].
#[wasm_bindgen]
pub fn track_add_event_listener(track: u32, types: u8) -> bool {
    let types = EventTypes::from_bits_truncate(types);
    Id::new(track).is_some_and(|track| user_agent().track_listener_added(track, types))
}

/// The `removeEventListener` shim of MediaStreamTrack: [`UserAgent::track_listeners_removed`].
#[wasm_bindgen]
pub fn track_remove_event_listener(track: u32) {
    if let Some(track) = Id::new(track) {
        user_agent().track_listeners_removed(track);
    }
}

/// The setter of `onremovetrack`: [`UserAgent::set_onremovetrack`].
#[wasm_bindgen]
pub fn set_onremovetrack(stream: u32, value_is_object: bool) {
    if let Some(stream) = Id::new(stream) {
        user_agent().set_onremovetrack(stream, value_is_object);
    }
}
