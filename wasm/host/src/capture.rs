//! What JavaScript calls of [`mediastream_polyfill::capture`]. An element, a capture or a track that is no more changes
//! nothing.

use core::ops::DerefMut;

use mediastream_polyfill::capture::{
    CaptureId, CapturedElement, CapturedElements, Effect, Fired, Host, MediaEvent, Owner, TrackId,
};
use singlyton::Singleton;
use wasm_bindgen::prelude::wasm_bindgen;

/// Not locked, as in `wasm/core`.
static ELEMENTS: Singleton<CapturedElements> = Singleton::new(CapturedElements::new());

fn elements() -> impl DerefMut<Target = CapturedElements> {
    ELEMENTS.get_mut()
}

/// Tells an element something.
fn tell<T>(element: u32, fact: impl FnOnce(&mut CapturedElement) -> Option<T>) -> Option<T> {
    elements().get(element).and_then(fact)
}

/// Whose a track is: 0 the element's, 1 a copy of the page's, 2 the page's.
fn owner_of(kind: u32, source: u32) -> Owner {
    match kind {
        0 => Owner::Element,
        1 => Owner::Copy(source),
        _ => Owner::Page(source),
    }
}

/// Another captured element, by its number.
#[wasm_bindgen]
pub fn create_captured_element(host_lacks_captures: bool) -> u32 {
    let host = if host_lacks_captures { Host::Lacks } else { Host::Captures };
    elements().create(host)
}

/// The element is gone.
#[wasm_bindgen]
pub fn free_captured_element(element: u32) {
    elements().free(element);
}

/// [`CapturedElement::capture`], or 0
#[wasm_bindgen]
pub fn capture_element(element: u32) -> u32 {
    tell(element, CapturedElement::capture).map_or(0, CaptureId::get)
}

/// [`CapturedElement::forget`]
#[wasm_bindgen]
pub fn forget_capture(element: u32, capture: u32) {
    tell(element, |element| {
        element.forget(CaptureId::new(capture)?);
        Some(())
    });
}

/// [`CapturedElement::captured`], or 0
#[wasm_bindgen]
pub fn has_captured(
    element: u32,
    capture: u32,
    owner: u32,
    source: u32,
    is_video: bool,
    has_nothing: bool,
) -> u32 {
    let owner = owner_of(owner, source);
    tell(element, |element| {
        element.captured(CaptureId::new(capture)?, owner, is_video, has_nothing)
    })
    .map_or(0, TrackId::get)
}

/// [`CapturedElement::capture_of_track`], or 0
#[wasm_bindgen]
pub fn capture_of_track(element: u32, track: u32) -> u32 {
    tell(element, |element| element.capture_of_track(TrackId::new(track)?))
        .map_or(0, CaptureId::get)
}

/// [`CapturedElement::captured_copies`]
#[wasm_bindgen]
pub fn captured_copies(element: u32, capture: u32) {
    tell(element, |element| {
        element.captured_copies(CaptureId::new(capture)?);
        Some(())
    });
}

/// [`CapturedElement::captured_anew`]
#[wasm_bindgen]
pub fn captured_anew(element: u32, capture: u32, now: f64) {
    tell(element, |element| {
        element.captured_anew(CaptureId::new(capture)?, now as u64);
        Some(())
    });
}

/// [`CapturedElement::stream`]
#[wasm_bindgen]
pub fn followed_stream(element: u32, capture: u32) -> u32 {
    tell(element, |element| Some(element.stream(CaptureId::new(capture)?))).unwrap_or_default()
}

/// [`CapturedElement::streams`]
#[wasm_bindgen]
pub fn newest_stream(element: u32, capture: u32) -> u32 {
    tell(element, |element| Some(element.streams(CaptureId::new(capture)?))).unwrap_or_default()
}

/// [`CapturedElement::met`], or 0
#[wasm_bindgen]
pub fn has_met(
    element: u32,
    capture: u32,
    stream: u32,
    owner: u32,
    source: u32,
    is_video: bool,
) -> u32 {
    let owner = owner_of(owner, source);
    tell(element, |element| element.met(CaptureId::new(capture)?, stream, owner, is_video))
        .map_or(0, TrackId::get)
}

/// [`CapturedElement::host_added`]
#[wasm_bindgen]
pub fn host_added(element: u32, track: u32, now: f64) {
    tell(element, |element| {
        element.host_added(TrackId::new(track)?, now as u64);
        Some(())
    });
}

/// [`CapturedElement::host_removed`]
#[wasm_bindgen]
pub fn host_removed(element: u32, track: u32) {
    tell(element, |element| {
        element.host_removed(TrackId::new(track)?);
        Some(())
    });
}

/// [`CapturedElement::host_ended`]
#[wasm_bindgen]
pub fn host_ended(element: u32, track: u32, now: f64) {
    tell(element, |element| {
        element.host_ended(TrackId::new(track)?, now as u64);
        Some(())
    });
}

/// [`CapturedElement::hears`]: an event by its place in `EVENT_TYPES` of `src/js/capture/captured-element.js`.
#[wasm_bindgen]
pub fn hears_media_event(element: u32, event: u32, by_host: bool, at_element: bool, now: f64) {
    let event = match event {
        0 => MediaEvent::Emptied,
        1 => MediaEvent::LoadStart,
        2 => MediaEvent::LoadedMetadata,
        3 => MediaEvent::LoadedData,
        4 => MediaEvent::Resize,
        5 => MediaEvent::Playing,
        6 => MediaEvent::Ended,
        _ => return,
    };
    tell(element, |element| {
        element.hears(event, Fired { by_host, at_element }, now as u64);
        Some(())
    });
}

/// [`CapturedElement::plays`]
#[wasm_bindgen]
pub fn plays_track(element: u32, source: u32, is_video: bool) {
    tell(element, |element| {
        element.plays(source, is_video);
        Some(())
    });
}

/// [`CapturedElement::played_tracks`]
#[wasm_bindgen]
pub fn plays_those_tracks(element: u32) {
    tell(element, |element| {
        element.played_tracks();
        Some(())
    });
}

/// [`CapturedElement::wake`]
#[wasm_bindgen]
pub fn wake_captured_element(element: u32, now: f64) {
    tell(element, |element| {
        element.wake(now as u64);
        Some(())
    });
}

/// [`CapturedElement::wake_at`], or infinity
#[wasm_bindgen]
pub fn wake_captured_element_at(element: u32) -> f64 {
    tell(element, |element| element.wake_at()).map_or(f64::INFINITY, |at| at as f64)
}

/// [`CapturedElement::next_effect`] as a number: its kind above, and the lower 28 bits what it is done to. 0 is none.
/// `src/js/capture/captured-element.js` takes it apart.
#[wasm_bindgen]
pub fn next_capture_effect(element: u32) -> u32 {
    const KIND_SHIFT: u32 = 28;
    let Some(effect) = tell(element, CapturedElement::next_effect) else { return 0 };
    let kind = match effect {
        Effect::End(_) => 1,
        Effect::EndForScript(_) => 2,
        Effect::Remove(_) => 3,
        Effect::Add(_) => 4,
        Effect::CaptureAnew(_) => 5,
    };
    let number = match effect {
        Effect::CaptureAnew(capture) => capture.get(),
        Effect::End(track) | Effect::EndForScript(track) => track.get(),
        Effect::Remove(track) | Effect::Add(track) => track.get(),
    };
    (kind << KIND_SHIFT) | number
}
