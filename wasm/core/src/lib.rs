//! What JavaScript calls of [`mediastream_polyfill::media`]: numbers in, numbers out.
//!
//! An id crosses as its number, and 0 stands for none. A number that names nothing changes nothing.

#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]

use core::ops::DerefMut;

use mediastream_polyfill::media::{
    ContentHint, Effect, EventTypes, Id, ListenerChange, Stream, Track, UserAgent,
};
use singlyton::Singleton;
use wasm_bindgen::prelude::wasm_bindgen;

// It takes nothing back: the machine uses its pages, memberships and plans again.
#[cfg(all(not(feature = "std"), target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: mini_alloc::MiniAlloc = mini_alloc::MiniAlloc::INIT;

extern crate mediastream_wasm_runtime as _;

/// Not locked: there is one thread, and no export calls another or JavaScript. A call that traps, as where the stack
/// ends, would leave a lock behind that nobody opens.
static USER_AGENT: Singleton<UserAgent> = Singleton::new(UserAgent::new());

fn user_agent() -> impl DerefMut<Target = UserAgent> {
    USER_AGENT.get_mut()
}

fn raw<T>(id: Option<Id<T>>) -> u32 {
    id.map_or(0, Id::get)
}

/// An effect as a number: its kind above, its track in the lower 28 bits. 0 is no effect.
/// `src/js/effects.js` takes it apart.
fn encode(effect: Option<Effect>) -> u32 {
    const KIND_SHIFT: u32 = 28;
    match effect {
        None => 0,
        Some(Effect::Ended(track)) => (1 << KIND_SHIFT) | track.get(),
        Some(Effect::Muted(track)) => (2 << KIND_SHIFT) | track.get(),
        Some(Effect::Unmuted(track)) => (3 << KIND_SHIFT) | track.get(),
        Some(Effect::Removed(track)) => (4 << KIND_SHIFT) | track.get(),
        Some(Effect::Added(track)) => (5 << KIND_SHIFT) | track.get(),
    }
}

/// Shows where a panic was, in builds that have panic messages.
#[cfg(feature = "std")]
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// [`UserAgent::create_source`]
#[wasm_bindgen]
pub fn create_source() -> u32 {
    user_agent().create_source().get()
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
    encode(Id::new(source).and_then(|source| user_agent().next_source_effect(source)))
}

/// Where the [`SourceState`](mediastream_polyfill::media::SourceState)s of a page begin in memory.
#[wasm_bindgen]
pub fn source_states_address(page: u32) -> usize {
    user_agent().source_states_address(page)
}

/// [`UserAgent::free_source_page`]
#[wasm_bindgen]
pub fn free_source_page(page: u32) {
    user_agent().free_source_page(page);
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

/// [`UserAgent::content_hint`]
#[wasm_bindgen]
pub fn content_hint(track: u32) -> u32 {
    Id::new(track).map_or(0, |track| user_agent().content_hint(track) as u32)
}

/// [`UserAgent::set_content_hint`]
#[wasm_bindgen]
pub fn set_content_hint(track: u32, hint: u32) {
    if let (Some(track), Some(hint)) = (Id::new(track), ContentHint::new(hint)) {
        user_agent().set_content_hint(track, hint);
    }
}

/// Where the [`TrackState`](mediastream_polyfill::media::TrackState)s of a page begin in memory.
#[wasm_bindgen]
pub fn track_states_address(page: u32) -> usize {
    user_agent().track_states_address(page)
}

/// [`UserAgent::free_track_page`]
#[wasm_bindgen]
pub fn free_track_page(page: u32) {
    user_agent().free_track_page(page);
}

/// [`UserAgent::create_stream`]
#[wasm_bindgen]
pub fn create_stream() -> u32 {
    user_agent().create_stream().get()
}

/// [`UserAgent::add_track`]
#[wasm_bindgen]
pub fn add_track(stream: u32, track: u32) -> bool {
    match (Id::new(stream), Id::new(track)) {
        (Some(stream), Some(track)) => user_agent().add_track(stream, track),
        _ => false,
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

/// [`UserAgent::user_agent_adds_track`]
#[wasm_bindgen]
pub fn user_agent_adds_track(stream: u32, track: u32) -> u32 {
    let ids = Id::new(stream).zip(Id::new(track));
    encode(ids.and_then(|(stream, track)| user_agent().user_agent_adds_track(stream, track)))
}

/// [`UserAgent::user_agent_removes_track`]
#[wasm_bindgen]
pub fn user_agent_removes_track(stream: u32, track: u32) -> u32 {
    let ids = Id::new(stream).zip(Id::new(track));
    encode(ids.and_then(|(stream, track)| user_agent().user_agent_removes_track(stream, track)))
}

/// [`UserAgent::want`]
#[wasm_bindgen]
pub fn want(track: u32) {
    if let Some(track) = Id::new(track) {
        user_agent().want(track);
    }
}

/// [`UserAgent::reconcile`]
#[wasm_bindgen]
pub fn reconcile(stream: u32) -> usize {
    // 1 names no stream either, and the tracks that are wanted are forgotten.
    Id::new(stream.max(1)).map_or(0, |stream| user_agent().reconcile(stream))
}

/// [`UserAgent::next_track_set_effect`]
#[wasm_bindgen]
pub fn next_track_set_effect(reconciliation: usize) -> u32 {
    encode(user_agent().next_track_set_effect(reconciliation))
}

/// Where the [`StreamState`](mediastream_polyfill::media::StreamState)s of a page begin in memory.
#[wasm_bindgen]
pub fn stream_states_address(page: u32) -> usize {
    user_agent().stream_states_address(page)
}

/// [`UserAgent::free_stream_page`]
#[wasm_bindgen]
pub fn free_stream_page(page: u32) {
    user_agent().free_stream_page(page);
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
pub fn track_add_event_listener(track: u32, types: u8) {
    if let Some(track) = Id::new(track) {
        user_agent().track_listener_added(track, EventTypes::from_bits_truncate(types));
    }
}

/// [`UserAgent::is_held_by_source`]
#[wasm_bindgen]
pub fn is_held_by_source(track: u32) -> bool {
    Id::new(track).is_some_and(|track| user_agent().is_held_by_source(track))
}

/// An event handler attribute's getter (whether it has a value) and setter (what has to be done
/// with its listener).
macro_rules! event_handler_attribute {
    ($(
        $interface:ty, $getter:ident, $setter:ident, $type:ident, $has:ident, $set:ident;
    )*) => {
        $(
            #[doc = concat!("The getter of `", stringify!($getter), "`: whether it has a value.")]
            #[wasm_bindgen]
            pub fn $getter(target: u32) -> bool {
                Id::<$interface>::new(target)
                    .is_some_and(|target| user_agent().$has(target, EventTypes::$type))
            }

            #[doc = concat!(
                "The setter of `", stringify!($getter),
                "`: a [`ListenerChange`](mediastream_polyfill::media::ListenerChange)."
            )]
            #[wasm_bindgen]
            pub fn $setter(target: u32, value_is_object: bool) -> u8 {
                Id::<$interface>::new(target).map_or(ListenerChange::Keep, |target| {
                    user_agent().$set(target, EventTypes::$type, value_is_object)
                }) as u8
            }
        )*
    };
}

event_handler_attribute! {
    Stream, onaddtrack, set_onaddtrack, ADDTRACK,
        has_stream_event_handler, set_stream_event_handler;
    Stream, onremovetrack, set_onremovetrack, REMOVETRACK,
        has_stream_event_handler, set_stream_event_handler;
    Track, onmute, set_onmute, MUTE,
        has_track_event_handler, set_track_event_handler;
    Track, onunmute, set_onunmute, UNMUTE,
        has_track_event_handler, set_track_event_handler;
    Track, onended, set_onended, ENDED,
        has_track_event_handler, set_track_event_handler;
}
