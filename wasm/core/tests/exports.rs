//! The core's exports, called in a browser as `src/js` calls them: by their names in the WebAssembly
//! instance, with numbers, and with booleans as 0 and 1.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Function, Reflect, Uint8Array, WebAssembly};
use mediastream_polyfill::media::{
    ContentHint, EventTypes, PAGE_SIZE, STRIDE, SourceState, StreamState, TrackState,
};
// Linked for its exports.
use mediastream_core as _;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The kinds of effects, as `src/js/effects.js` knows them.
const ENDED: u32 = 1;
const MUTED: u32 = 2;
const UNMUTED: u32 = 3;
const REMOVAL: u32 = 4;
const ADDITION: u32 = 5;

/// The types of slots, as `src/js/pages.js` knows them.
const SOURCE: u32 = 1;
const TRACK: u32 = 2;
const STREAM: u32 = 3;

/// Calls an export by its name, and returns the number that it returns; 0 for none.
fn call(name: &str, arguments: &[u32]) -> u32 {
    let export: Function = Reflect::get(&wasm_bindgen::exports(), &name.into())
        .and_then(JsValue::dyn_into)
        .unwrap_or_else(|_| panic!("no export {name}"));
    let arguments: Array = arguments.iter().copied().map(JsValue::from).collect();
    let returned = export
        .apply(&JsValue::NULL, &arguments)
        .unwrap_or_else(|error| panic!("{name}: {error:?}"));
    returned.as_f64().unwrap_or_default() as u32
}

/// An effect as its kind and its track; `None` for no effect.
fn decoded(effect: u32) -> Option<(u32, u32)> {
    (effect != 0).then_some((effect >> 28, effect & 0x0FFF_FFFF))
}

/// The next effect of a source.
fn next_of(source: u32) -> Option<(u32, u32)> {
    decoded(call("next_source_effect", &[source]))
}

/// The byte that says how a slot is, as JavaScript reads it from memory.
fn state(slot_type: u32, id: u32) -> u8 {
    memory().get_index(address(slot_type, id))
}

fn address(slot_type: u32, id: u32) -> u32 {
    call("page_address", &[slot_type, id / PAGE_SIZE]) + id % PAGE_SIZE * STRIDE as u32
}

/// The memory as it is now: growing it detaches an older view.
fn memory() -> Uint8Array {
    let memory: WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    Uint8Array::new(&memory.buffer())
}

/// A source with two tracks, and a stream of both.
struct Scene {
    source: u32,
    tracks: [u32; 2],
    stream: u32,
}

impl Scene {
    fn new() -> Self {
        let source = call("create_source", &[]);
        let tracks = [(); 2].map(|()| call("create_track", &[source, 1]));
        let stream = call("create_stream", &[]);
        for track in tracks {
            assert_eq!(call("add_track", &[stream, track]), 1);
        }
        Scene { source, tracks, stream }
    }
}

#[wasm_bindgen_test]
fn an_effect_of_a_source_is_its_kind_above_its_track() {
    let Scene { source, tracks: [first, second], .. } = Scene::new();
    for (command, argument, kind) in
        [("set_source_muted", 1, MUTED), ("set_source_muted", 0, UNMUTED), ("end_source", 0, ENDED)]
    {
        call(command, &[source, argument]);
        assert_eq!(next_of(source), Some((kind, first)), "{command}");
        assert_eq!(next_of(source), Some((kind, second)), "{command}");
        assert_eq!(next_of(source), None, "{command}");
    }
}

#[wasm_bindgen_test]
fn a_change_of_a_track_set_is_its_kind_above_its_track() {
    let Scene { source, tracks: [first, second], stream } = Scene::new();
    let third = call("create_track", &[source, 1]);
    let reconciliation = call("reconcile", &[0, stream]);
    for wanted in [third, first] {
        assert_eq!(call("want", &[wanted]), 1);
    }
    let changes = std::iter::from_fn(|| decoded(call("next_change", &[reconciliation])));
    assert_eq!(changes.collect::<Vec<_>>(), [(REMOVAL, second), (ADDITION, third)]);
}

#[wasm_bindgen_test]
fn a_state_is_a_byte_in_memory_that_follows_every_change() {
    let Scene { source, tracks: [first, second], stream } = Scene::new();
    let source_is = |flags: SourceState| assert_eq!(state(SOURCE, source), flags.bits());
    let track_is = |flags: TrackState| assert_eq!(state(TRACK, first), flags.bits());
    let stream_is = |flags: StreamState| assert_eq!(state(STREAM, stream), flags.bits());
    source_is(SourceState::IN_USE);
    track_is(TrackState::VIDEO);
    stream_is(StreamState::ACTIVE);

    call("set_enabled", &[first, 0]);
    track_is(TrackState::VIDEO | TrackState::DISABLED);
    call("set_enabled", &[first, 1]);
    call("set_source_muted", &[source, 1]);
    source_is(SourceState::IN_USE | SourceState::MUTED);
    // Its state changes with its effect, not before.
    track_is(TrackState::VIDEO);
    next_of(source);
    track_is(TrackState::VIDEO | TrackState::MUTED);

    assert_eq!(call("set_content_hint", &[first, ContentHint::Detail as u32]), 1);
    assert_eq!(call("set_content_hint", &[first, ContentHint::Music as u32]), 0);
    track_is(TrackState::VIDEO | TrackState::MUTED);

    // An `ended` and a `removetrack` listener.
    call("track_add_event_listener", &[first, EventTypes::ENDED.bits().into()]);
    call("stream_add_event_listener", &[stream, EventTypes::REMOVETRACK.bits().into()]);
    source_is(SourceState::IN_USE | SourceState::MUTED | SourceState::OBSERVED);
    track_is(TrackState::VIDEO | TrackState::MUTED | TrackState::OBSERVED);
    stream_is(StreamState::ACTIVE | StreamState::OBSERVED);

    assert_eq!(call("stop", &[first]), 1);
    assert_eq!(call("stop", &[first]), 0);
    track_is(TrackState::VIDEO | TrackState::MUTED | TrackState::OBSERVED | TrackState::ENDED);
    call("stop", &[second]);
    source_is(SourceState::MUTED | SourceState::OBSERVED);
    stream_is(StreamState::OBSERVED);
}

#[wasm_bindgen_test]
fn states_stay_where_they_are_when_pages_are_added_and_memory_grows() {
    let Scene { source, tracks: [first, _], .. } = Scene::new();
    call("set_enabled", &[first, 0]);
    let address = call("page_address", &[TRACK, first / PAGE_SIZE]);
    let size = memory().length();
    let mut latest = first;
    while latest / PAGE_SIZE < first / PAGE_SIZE + 2 {
        latest = call("create_track", &[source, 0]);
    }
    let grown = wasm_bindgen::memory().unchecked_into::<WebAssembly::Memory>().grow(1);
    assert_eq!(size, grown * 65_536);
    assert_eq!(call("page_address", &[TRACK, first / PAGE_SIZE]), address);
    assert_eq!(state(TRACK, first), (TrackState::VIDEO | TrackState::DISABLED).bits());
    assert_eq!(state(TRACK, latest), 0);
}

/// The exports that take one source, track or stream.
const OF_ONE: &[&str] = &[
    "end_source",
    "set_source_muted",
    "next_source_effect",
    "create_track",
    "clone_track",
    "stop",
    "set_enabled",
    "set_content_hint",
    "stream_add_event_listener",
    "track_add_event_listener",
    "track_remove_event_listener",
    "set_onremovetrack",
];

/// The exports that take a stream and a track.
const OF_TWO: &[&str] = &["add_track", "remove_track"];

/// The exports that take a type of slots and a page.
const OF_PAGE: &[&str] = &["page_address", "free_page"];

#[wasm_bindgen_test]
fn numbers_that_name_nothing_change_nothing() {
    let Scene { source, tracks: [first, second], stream } = Scene::new();
    let states = || {
        let tracks = [first, second].map(|track| state(TRACK, track));
        (state(SOURCE, source), tracks, state(STREAM, stream))
    };
    let before = states();
    // No id, ids of page 0, which there isn't, and ids of pages that were never made.
    for nothing in [0, 1, PAGE_SIZE - 1, 1 << 20, (1 << 28) - 1, u32::MAX] {
        for export in OF_ONE {
            assert_eq!(call(export, &[nothing, 1]), 0, "{export}({nothing})");
        }
        for export in OF_TWO {
            for arguments in [[nothing; 2], [stream, nothing], [nothing, first]] {
                assert_eq!(call(export, &arguments), 0, "{export}({arguments:?})");
            }
        }
        let reconciliation = call("reconcile", &[0, nothing]);
        assert_eq!(call("next_change", &[reconciliation]), 0);
    }
    for nothing in [0, 1 << 20, u32::MAX] {
        for export in OF_PAGE {
            for slot_type in [SOURCE, TRACK, STREAM] {
                assert_eq!(call(export, &[slot_type, nothing]), 0, "{export}({nothing})");
            }
        }
    }
    assert_eq!(call("set_content_hint", &[first, u32::MAX]), 0);
    assert_eq!(states(), before);

    // Among ids that name something, too.
    let reconciliation = call("reconcile", &[0, stream]);
    for wanted in [u32::MAX, second, 1] {
        call("want", &[wanted]);
    }
    let next = || decoded(call("next_change", &[reconciliation]));
    assert_eq!(next(), Some((REMOVAL, first)));
    assert_eq!(next(), None);
}

#[wasm_bindgen_test]
fn onremovetrack_has_a_value_from_an_object_to_null() {
    let Scene { stream, .. } = Scene::new();
    let stream_is = |flags: StreamState| assert_eq!(state(STREAM, stream), flags.bits());
    stream_is(StreamState::ACTIVE);
    call("set_onremovetrack", &[stream, 1]);
    stream_is(StreamState::ACTIVE | StreamState::OBSERVED | StreamState::ONREMOVETRACK);
    call("set_onremovetrack", &[stream, 0]);
    stream_is(StreamState::ACTIVE | StreamState::OBSERVED);
}

#[wasm_bindgen_test]
fn a_page_is_reserved_until_a_slot_of_it_is_taken() {
    let page = call("reserve_slot", &[STREAM]);
    assert_eq!(call("reserve_slot", &[STREAM]), page);
    assert_eq!(call("create_stream", &[]) / PAGE_SIZE, page);
}
