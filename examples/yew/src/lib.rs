//! A page in Yew that tells which tracks its stream has lost. Build it with `wasm-pack build --target web`, and serve this
//! folder.

use mediastream_polyfill::{
    Error, Kind, Listener, MediaStream, MediaStreamTrack, StreamController, TrackSource,
};
use wasm_bindgen::prelude::*;
use yew::prelude::*;

/// Puts the page into the document.
#[wasm_bindgen(start)]
pub fn start() -> Result<(), Error> {
    let camera = TrackSource::with_label(Kind::Video, "FaceTime HD")?;
    let microphone = TrackSource::with_label(Kind::Audio, "AirPods")?;
    let remote = StreamController::new([camera.create_track()?, microphone.create_track()?])?;
    yew::Renderer::<Page>::with_props(PageProperties { remote }).render();
    Ok(())
}

#[derive(PartialEq, Properties)]
struct PageProperties {
    /// The user agent's side of the call's stream.
    remote: StreamController,
}

enum Message {
    Remove,
    HangUp,
    Removed(MediaStreamTrack),
}

/// A call that can be hung up, what has been told of it, and what its user agent does.
struct Page {
    in_call: bool,
    events: Vec<String>,
}

impl Component for Page {
    type Message = Message;
    type Properties = PageProperties;

    fn create(_: &Context<Self>) -> Self {
        Page { in_call: true, events: Vec::new() }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Remove => {
                let PageProperties { remote } = context.props();
                if let Some(track) = remote.stream().tracks().first()
                    && let Err(error) = remote.remove_track(track)
                {
                    self.events.push(error.to_string());
                }
            }
            Message::HangUp => self.in_call = false,
            Message::Removed(track) => self.events.push(format!("Removed: {}", name(&track))),
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let link = context.link();
        let stream = context.props().remote.stream();
        html! {
            <>
                <h1>{"What the stream has lost"}</h1>
                <button id="remove" onclick={link.callback(|_| Message::Remove)}>{"Remove a track"}</button>
                <button id="hang-up" onclick={link.callback(|_| Message::HangUp)}>{"Hang up"}</button>
                <p>{"Tracks of the stream: "}<span id="count">{stream.tracks().len()}</span></p>
                if self.in_call {
                    <Call {stream} on_removed={link.callback(Message::Removed)} />
                }
                <ul id="events">{for self.events.iter().map(|event| html! { <li>{event}</li> })}</ul>
            </>
        }
    }
}

#[derive(PartialEq, Properties)]
struct CallProperties {
    stream: MediaStream,
    on_removed: Callback<MediaStreamTrack>,
}

/// Shows a stream's tracks, and tells of each that leaves.
struct Call {
    /// Dropped with the component, it stops listening.
    _listener: Listener,
}

impl Component for Call {
    type Message = ();
    type Properties = CallProperties;

    fn create(context: &Context<Self>) -> Self {
        let CallProperties { stream, on_removed } = context.props();
        let (link, on_removed) = (context.link().clone(), on_removed.clone());
        let listener = stream.on_remove_track(move |event| {
            link.send_message(());
            on_removed.emit(event.track());
        });
        Call { _listener: listener }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let tracks = context.props().stream.tracks();
        html! { <ul id="tracks">{for tracks.iter().map(|track| html! { <li>{name(track)}</li> })}</ul> }
    }
}

fn name(track: &MediaStreamTrack) -> String {
    format!("{}: {}", track.kind(), track.label())
}
