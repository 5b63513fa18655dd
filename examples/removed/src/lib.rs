//! A page that tells which tracks its stream has lost. Build it with `wasm-pack build --target web`, and serve this folder.

use std::cell::OnceCell;

use mediastream_polyfill::{Error, Kind, Listener, StreamController, TrackSource};
use wasm_bindgen::prelude::*;

/// What lasts as long as the page.
struct Call {
    camera: TrackSource,
    remote: StreamController,
    /// Stops listening when it is dropped.
    _listener: Listener,
}

thread_local! {
    static CALL: OnceCell<Call> = const { OnceCell::new() };
}

/// A stream of one camera, whose removal is told.
#[wasm_bindgen(start)]
pub fn start() -> Result<(), Error> {
    let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    let remote = StreamController::new([camera.create_track()?])?;
    let listener = remote.stream().on_remove_track(|event| {
        let track = event.track();
        append(&format!("Removed: {}: {}", track.kind(), track.label()));
    });
    CALL.with(|call| call.set(Call { camera, remote, _listener: listener })).ok();
    Ok(())
}

/// The user agent takes the camera out of the stream.
#[wasm_bindgen]
pub fn remove() -> Result<(), Error> {
    CALL.with(|call| match call.get() {
        Some(Call { remote, .. }) => {
            remote.stream().tracks().iter().try_for_each(|track| remote.remove_track(track))
        }
        None => Ok(()),
    })
}

/// The camera is unplugged.
#[wasm_bindgen]
pub fn stop() {
    CALL.with(|call| {
        if let Some(Call { camera, .. }) = call.get() {
            camera.end();
            append(&format!("Ended: {}", camera.ended()));
        }
    });
}

/// Adds a line to the page's list.
fn append(line: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(list) = document.as_ref().and_then(|document| document.get_element_by_id("events"))
    else {
        return;
    };
    if let Some(item) = document.and_then(|document| document.create_element("li").ok()) {
        item.set_text_content(Some(line));
        let _ = list.append_child(&item);
    }
}
