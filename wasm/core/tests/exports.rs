//! The core's exports, called in a browser as `src/js` calls them: by their names in the WebAssembly
//! instance, with numbers, and with booleans as 0 and 1.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Function, Reflect, Uint8Array, WebAssembly};
use mediastream_polyfill::media::{
    ListenerChange, PAGE_SIZE, SourceState, StreamState, TrackState,
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
const REMOVED: u32 = 4;
const ADDED: u32 = 5;

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
fn state(kind: &str, id: u32) -> u8 {
    let page = call(&format!("{kind}_states_address"), &[id / PAGE_SIZE]);
    memory().get_index(page + id % PAGE_SIZE)
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
fn an_effect_of_a_track_set_is_its_kind_above_its_track() {
    let Scene { source, tracks: [first, second], stream } = Scene::new();
    let third = call("create_track", &[source, 1]);
    let removal = call("user_agent_removes_track", &[stream, first]);
    assert_eq!(decoded(removal), Some((REMOVED, first)));
    let addition = call("user_agent_adds_track", &[stream, first]);
    assert_eq!(decoded(addition), Some((ADDED, first)));

    for wanted in [third, first] {
        call("want", &[wanted]);
    }
    let reconciliation = call("reconcile", &[stream]);
    let effects = std::iter::from_fn(|| decoded(call("next_track_set_effect", &[reconciliation])));
    assert_eq!(effects.collect::<Vec<_>>(), [(REMOVED, second), (ADDED, third)]);
}

#[wasm_bindgen_test]
fn a_state_is_a_byte_in_memory_that_follows_every_change() {
    let Scene { source, tracks: [first, second], stream } = Scene::new();
    let source_is = |flags: SourceState| assert_eq!(state("source", source), flags.bits());
    let track_is = |flags: TrackState| assert_eq!(state("track", first), flags.bits());
    let stream_is = |flags: StreamState| assert_eq!(state("stream", stream), flags.bits());
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

    // An `ended` and a `removetrack` listener.
    call("track_add_event_listener", &[first, 1 << 4]);
    call("stream_add_event_listener", &[stream, 1 << 1]);
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
    let address = call("track_states_address", &[first / PAGE_SIZE]);
    let size = memory().length();
    let mut latest = first;
    while latest / PAGE_SIZE < first / PAGE_SIZE + 2 {
        latest = call("create_track", &[source, 0]);
    }
    let grown = wasm_bindgen::memory().unchecked_into::<WebAssembly::Memory>().grow(1);
    assert_eq!(size, grown * 65_536);
    assert_eq!(call("track_states_address", &[first / PAGE_SIZE]), address);
    assert_eq!(state("track", first), (TrackState::VIDEO | TrackState::DISABLED).bits());
    assert_eq!(state("track", latest), 0);
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
    "content_hint",
    "set_content_hint",
    "want",
    "stream_add_event_listener",
    "track_add_event_listener",
    "is_held_by_source",
    "onaddtrack",
    "set_onaddtrack",
    "onremovetrack",
    "set_onremovetrack",
    "onmute",
    "set_onmute",
    "onunmute",
    "set_onunmute",
    "onended",
    "set_onended",
];

/// The exports that take a stream and a track.
const OF_TWO: &[&str] =
    &["add_track", "remove_track", "user_agent_adds_track", "user_agent_removes_track"];

/// The exports that take a page.
const OF_PAGE: &[&str] = &[
    "source_states_address",
    "track_states_address",
    "stream_states_address",
    "free_source_page",
    "free_track_page",
    "free_stream_page",
];

#[wasm_bindgen_test]
fn numbers_that_name_nothing_change_nothing() {
    let Scene { source, tracks: [first, second], stream } = Scene::new();
    let states = || {
        let tracks = [first, second].map(|track| state("track", track));
        (state("source", source), tracks, state("stream", stream))
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
        let reconciliation = call("reconcile", &[nothing]);
        assert_eq!(call("next_track_set_effect", &[reconciliation]), 0);
    }
    for nothing in [0, 1 << 20, u32::MAX] {
        for export in OF_PAGE {
            assert_eq!(call(export, &[nothing]), 0, "{export}({nothing})");
        }
    }
    call("set_content_hint", &[first, u32::MAX]);
    assert_eq!(call("content_hint", &[first]), 0);
    assert_eq!(states(), before);

    // Among ids that name something, too.
    for wanted in [u32::MAX, second, 1] {
        call("want", &[wanted]);
    }
    let reconciliation = call("reconcile", &[stream]);
    let next = || decoded(call("next_track_set_effect", &[reconciliation]));
    assert_eq!(next(), Some((REMOVED, first)));
    assert_eq!(next(), None);
}

#[wasm_bindgen_test]
fn the_setter_of_an_event_handler_says_what_becomes_of_its_listener() {
    let Scene { tracks, stream, .. } = Scene::new();
    for (attribute, target) in [
        ("onaddtrack", stream),
        ("onremovetrack", stream),
        ("onmute", tracks[0]),
        ("onunmute", tracks[0]),
        ("onended", tracks[0]),
    ] {
        for (value_is_object, change) in [
            (false, ListenerChange::Keep),
            (true, ListenerChange::Append),
            (true, ListenerChange::Keep),
            (false, ListenerChange::Remove),
            (false, ListenerChange::Keep),
            (true, ListenerChange::Append),
        ] {
            let value_is_object = u32::from(value_is_object);
            let setter = format!("set_{attribute}");
            assert_eq!(call(&setter, &[target, value_is_object]), change as u32);
            assert_eq!(call(attribute, &[target]), value_is_object);
        }
    }
}
