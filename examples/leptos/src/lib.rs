//! A page in Leptos that tells which tracks its stream has lost. Build it with `wasm-pack build --target web`, and serve
//! this folder.

use leptos::prelude::*;
use mediastream_polyfill::{
    Error, Kind, MediaStream, MediaStreamTrack, StreamController, TrackSource,
};
use wasm_bindgen::prelude::*;

/// Puts the page into the document.
#[wasm_bindgen(start)]
pub fn start() -> Result<(), Error> {
    let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    let microphone = TrackSource::with_label(Kind::Audio, "AirPods")?;
    let remote = StreamController::new([camera.create_track()?, microphone.create_track()?])?;
    mount_to_body(move || view! { <Page remote /> });
    Ok(())
}

/// A call that can be hung up, what has been told of it, and what its user agent does.
#[component]
fn Page(
    /// The user agent's side of the call's stream.
    remote: StreamController,
) -> impl IntoView {
    let stream = StoredValue::new_local(remote.stream());
    let (in_call, set_in_call) = signal(true);
    let (events, set_events) = signal(Vec::new());
    let (count, set_count) = signal(remote.stream().tracks().len());
    let remove = move |_| {
        if let Some(track) = remote.stream().tracks().first()
            && let Err(error) = remote.remove_track(track)
        {
            set_events.update(|events| events.push(error.to_string()));
        }
        set_count.set(remote.stream().tracks().len());
    };
    view! {
        <h1>"What the stream has lost"</h1>
        <button id="remove" on:click=remove>"Remove a track"</button>
        <button id="hang-up" on:click=move |_| set_in_call.set(false)>"Hang up"</button>
        <p>"Tracks of the stream: "<span id="count">{count}</span></p>
        {move || in_call.get().then(|| view! { <Call stream=stream.get_value() set_events /> })}
        <ul id="events">{move || events.get().into_iter().map(|event| view! { <li>{event}</li> }).collect_view()}</ul>
    }
}

/// Shows a stream's tracks, and tells of each that leaves.
#[component]
fn Call(stream: MediaStream, set_events: WriteSignal<Vec<String>>) -> impl IntoView {
    let (tracks, set_tracks) = signal_local(stream.tracks());
    let listener = stream.clone().on_remove_track(move |event| {
        set_events.update(|events| events.push(format!("Removed: {}", name(&event.track()))));
        set_tracks.set(stream.tracks());
    });
    // Dropped with the component, it stops listening.
    StoredValue::new_local(listener);
    view! {
        <ul id="tracks">{move || tracks.get().iter().map(|track| view! { <li>{name(track)}</li> }).collect_view()}</ul>
    }
}

fn name(track: &MediaStreamTrack) -> String {
    format!("{}: {}", track.kind(), track.label())
}
