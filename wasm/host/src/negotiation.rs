//! What JavaScript calls of [`mediastream_polyfill::negotiation`]: a negotiation by its number, and of it streams and
//! receivers by theirs. A number that names nothing changes nothing.
//!
//! Text crosses in a buffer, a byte for each ASCII character: `src/js/connection/text.js`.

use alloc::vec::Vec;
use core::ops::DerefMut;

use mediastream_polyfill::negotiation::{
    Call, Direction, Effect, Host, Needed, Negotiation, Negotiations, Phase, SdpType,
    SignalingState, Verdict,
};
use singlyton::Singleton;
use wasm_bindgen::prelude::wasm_bindgen;

/// A transceiver without a mid has this length of it.
const NO_MID: u32 = u32::MAX;

/// Not locked: there is one thread, and no export calls another or JavaScript. A call that traps would leave a lock
/// behind that nobody opens.
static NEGOTIATIONS: Singleton<Negotiations> = Singleton::new(Negotiations::new());

static TEXT: Singleton<Vec<u8>> = Singleton::new(Vec::new());

/// The receiver of the effect that was polled last.
static RECEIVER: Singleton<u32> = Singleton::new(0);

fn negotiations() -> impl DerefMut<Target = Negotiations> {
    NEGOTIATIONS.get_mut()
}

fn text() -> impl DerefMut<Target = Vec<u8>> {
    TEXT.get_mut()
}

/// What a function gives of a negotiation; a default if there is no such negotiation.
fn with<T: Default>(negotiation: u32, act: impl FnOnce(&mut Negotiation) -> T) -> T {
    negotiations().get(negotiation).map(act).unwrap_or_default()
}

fn state(number: u32) -> SignalingState {
    match number {
        1 => SignalingState::HaveLocalOffer,
        2 => SignalingState::HaveRemoteOffer,
        3 => SignalingState::HaveLocalPranswer,
        4 => SignalingState::HaveRemotePranswer,
        5 => SignalingState::Closed,
        _ => SignalingState::Stable,
    }
}

/// 0 is none that is known; `src/js/connection/calls.js` counts in the same way.
fn call(number: u32) -> Option<Call> {
    let number = number.checked_sub(1)?;
    let kind = match number % 5 {
        1 => Some(SdpType::Offer),
        2 => Some(SdpType::Answer),
        3 => Some(SdpType::Pranswer),
        4 => Some(SdpType::Rollback),
        _ => None,
    };
    Some(Call { remote: number >= 5, kind })
}

fn direction(number: u32) -> Direction {
    match number {
        1 => Direction::SendsAndReceives,
        2 => Direction::SendsOnly,
        3 => Direction::ReceivesOnly,
        4 => Direction::Inactive,
        5 => Direction::Stopped,
        _ => Direction::None,
    }
}

fn verdict(verdict: Verdict) -> u32 {
    match verdict {
        Verdict::Pass => 0,
        Verdict::Hold => 1,
        Verdict::Undo => 2,
        Verdict::Replace => 3,
    }
}

fn mid(text: &[u8], length: u32) -> Option<&[u8]> {
    (length != NO_MID).then(|| first(text, length))
}

fn first(text: &[u8], length: u32) -> &[u8] {
    text.get(..length as usize).unwrap_or_default()
}

/// [`Negotiation::new`], and [`Negotiation::with_changing_tracks`]
#[wasm_bindgen]
pub fn create_negotiation(announces: bool, tracks_change: bool) -> u32 {
    let host = if announces { Host::Announces } else { Host::Unannounced };
    let negotiation = Negotiation::new(host);
    negotiations().create(if tracks_change {
        negotiation.with_changing_tracks()
    } else {
        negotiation
    })
}

/// A connection is gone.
#[wasm_bindgen]
pub fn free_negotiation(negotiation: u32) {
    negotiations().free(negotiation);
}

/// Where text of a length is to be written. The address changes when the length grows.
#[wasm_bindgen]
pub fn text_address(length: u32) -> usize {
    let mut text = text();
    let length = length as usize;
    // What one large description needed isn't kept for ever.
    if text.capacity() > (1 << 16) && length < (1 << 12) {
        *text = Vec::new();
    }
    text.resize(length, 0);
    text.as_ptr().addr()
}

/// [`Negotiation::create_receiver`]
#[wasm_bindgen]
pub fn create_receiver(negotiation: u32) -> u32 {
    with(negotiation, |negotiation| negotiation.create_receiver())
}

/// [`Negotiation::is_stale`]
#[wasm_bindgen]
pub fn is_stale(negotiation: u32, signaling_state: u32) -> bool {
    with(negotiation, |negotiation| negotiation.is_stale(state(signaling_state)))
}

/// [`Negotiation::begin`]
#[wasm_bindgen]
pub fn begin_reading(negotiation: u32, signaling_state: u32, calling: u32) -> u32 {
    with(negotiation, |negotiation| {
        match negotiation.begin(state(signaling_state), call(calling)) {
            Needed::Nothing => 0,
            Needed::All => 1,
            Needed::Mids => 2,
        }
    })
}

/// [`Negotiation::may_have_changed`]
#[wasm_bindgen]
pub fn may_have_changed(negotiation: u32, stream: u32) -> bool {
    with(negotiation, |negotiation| negotiation.may_have_changed(stream))
}

/// [`Negotiation::describe`], by the text in the buffer
#[wasm_bindgen]
pub fn read_description(negotiation: u32) {
    with(negotiation, |negotiation| negotiation.describe(&text()));
}

/// [`Negotiation::transceiver`]
#[wasm_bindgen]
pub fn read_transceiver(negotiation: u32, receiver: u32, length: u32, current: u32) {
    with(negotiation, |negotiation| {
        negotiation.transceiver(receiver, mid(&text(), length), direction(current));
    });
}

/// [`Negotiation::has_read`]
#[wasm_bindgen]
pub fn has_read(negotiation: u32, receiver: u32) -> bool {
    with(negotiation, |negotiation| negotiation.has_read(receiver))
}

/// [`Negotiation::process`]
#[wasm_bindgen]
pub fn process_transceivers(negotiation: u32) {
    with(negotiation, |negotiation| negotiation.process());
}

/// [`Negotiation::process_transceiver`]
#[wasm_bindgen]
pub fn process_transceiver(negotiation: u32, receiver: u32, length: u32, current: u32) {
    with(negotiation, |negotiation| {
        negotiation.process_transceiver(receiver, mid(&text(), length), direction(current));
    });
}

/// [`Negotiation::look`]
#[wasm_bindgen]
pub fn look_into_streams(negotiation: u32) {
    with(negotiation, Negotiation::look);
}

/// [`Negotiation::learn_stream`]
#[wasm_bindgen]
pub fn learn_stream(negotiation: u32, receiver: u32, stream: u32) {
    with(negotiation, |negotiation| negotiation.learn_stream(receiver, stream));
}

/// [`Negotiation::find_stream`] plus one; 0 for none
#[wasm_bindgen]
pub fn find_stream(negotiation: u32) -> u32 {
    with(negotiation, |negotiation| {
        negotiation.find_stream(&text()).map_or(0, |stream| stream.wrapping_add(1))
    })
}

/// [`Negotiation::stream_named`]
#[wasm_bindgen]
pub fn stream_named(negotiation: u32) -> u32 {
    with(negotiation, |negotiation| negotiation.stream_named(&text()))
}

/// Leaves a stream's id in the buffer. Returns its length.
#[wasm_bindgen]
pub fn stream_id(negotiation: u32, stream: u32) -> u32 {
    let mut text = text();
    text.clear();
    if let Some(negotiation) = negotiations().get(negotiation) {
        text.extend_from_slice(negotiation.stream_id(stream).unwrap_or_default());
    }
    text.len() as u32
}

/// [`Negotiation::given`]
#[wasm_bindgen]
pub fn given_stream(negotiation: u32, receiver: u32, place: u32) -> u32 {
    with(negotiation, |negotiation| negotiation.given(receiver, place as usize, &text()))
}

/// [`Negotiation::push_given`]
#[wasm_bindgen]
pub fn push_given(negotiation: u32, stream: u32, is_the_object: bool) {
    with(negotiation, |negotiation| negotiation.push_given(stream, is_the_object));
}

/// [`Negotiation::bind`]
#[wasm_bindgen]
pub fn bind_stream(negotiation: u32, stream: u32) {
    with(negotiation, |negotiation| negotiation.bind(stream));
}

/// [`Negotiation::lose`]
#[wasm_bindgen]
pub fn lose_stream(negotiation: u32, stream: u32) {
    with(negotiation, |negotiation| negotiation.lose(stream));
}

/// [`Negotiation::track_fired`]
#[wasm_bindgen]
pub fn track_fired(negotiation: u32, receiver: u32) -> u32 {
    with(negotiation, |negotiation| verdict(negotiation.track_fired(receiver)))
}

/// [`Negotiation::track_heard`]
#[wasm_bindgen]
pub fn track_heard(negotiation: u32, receiver: u32) {
    with(negotiation, |negotiation| negotiation.track_heard(receiver));
}

/// [`Negotiation::track_removed`]
#[wasm_bindgen]
pub fn track_removed(negotiation: u32, stream: u32, receiver: u32, is_the_object: bool) -> u32 {
    with(negotiation, |negotiation| {
        verdict(negotiation.track_removed(stream, receiver, is_the_object))
    })
}

/// [`Negotiation::track_added`]
#[wasm_bindgen]
pub fn track_added(negotiation: u32, stream: u32, receiver: u32, is_the_object: bool) -> u32 {
    with(negotiation, |negotiation| {
        verdict(negotiation.track_added(stream, receiver, is_the_object))
    })
}

/// [`Negotiation::stream_added`]
#[wasm_bindgen]
pub fn stream_added(negotiation: u32, stream: u32, is_the_object: bool) -> u32 {
    with(negotiation, |negotiation| verdict(negotiation.stream_added(stream, is_the_object)))
}

/// [`Negotiation::stream_removed`]
#[wasm_bindgen]
pub fn stream_removed(negotiation: u32, stream: u32, is_the_object: bool) -> u32 {
    with(negotiation, |negotiation| verdict(negotiation.stream_removed(stream, is_the_object)))
}

/// [`Negotiation::next_effect`]: its kind above, its stream or receiver in the lower 28 bits. 0 is no effect.
/// `src/js/connection/effects.js` takes it apart.
#[wasm_bindgen]
pub fn next_negotiation_effect(negotiation: u32, phase: u32, is_closed: bool) -> u32 {
    const KIND_SHIFT: u32 = 28;
    let until = match phase {
        0 => Phase::Muted,
        1 => Phase::Removed,
        2 => Phase::Added,
        _ => Phase::Settled,
    };
    let effect = with(negotiation, |negotiation| negotiation.next_effect(until, is_closed));
    let Some(effect) = effect else { return 0 };
    let kind = match effect {
        Effect::Keep(_) => 1,
        Effect::Release(_) => 2,
        Effect::Make(_) => 3,
        Effect::Mute(_) => 4,
        Effect::Unmute(_) => 5,
        Effect::End(_) => 6,
        Effect::Remove(..) => 7,
        Effect::Add(..) => 8,
        Effect::Track(_) => 9,
        Effect::Forget(_) => 10,
    };
    let number = match effect {
        Effect::Keep(stream) | Effect::Release(stream) | Effect::Make(stream) => stream,
        Effect::Remove(stream, receiver) | Effect::Add(stream, receiver) => {
            *RECEIVER.get_mut() = receiver;
            stream
        }
        Effect::Mute(receiver) | Effect::Unmute(receiver) | Effect::End(receiver) => receiver,
        Effect::Track(receiver) | Effect::Forget(receiver) => receiver,
    };
    (kind << KIND_SHIFT) | number
}

/// The receiver of the effect that was polled last, where that names a stream first.
#[wasm_bindgen]
pub fn receiver_of_effect() -> u32 {
    *RECEIVER.get()
}

/// [`Negotiation::performed`]
#[wasm_bindgen]
pub fn effect_performed(negotiation: u32, happened: bool) {
    with(negotiation, |negotiation| negotiation.performed(happened));
}

/// How many streams [`Negotiation::streams_of`] gives
#[wasm_bindgen]
pub fn count_streams(negotiation: u32, receiver: u32) -> u32 {
    with(negotiation, |negotiation| negotiation.streams_of(receiver).len() as u32)
}

/// One of them
#[wasm_bindgen]
pub fn stream_at(negotiation: u32, receiver: u32, place: u32) -> u32 {
    with(negotiation, |negotiation| {
        negotiation.streams_of(receiver).get(place as usize).copied().unwrap_or_default()
    })
}

/// [`Negotiation::settle`]
#[wasm_bindgen]
pub fn settle_negotiation(negotiation: u32) {
    with(negotiation, |negotiation| negotiation.settle());
}
