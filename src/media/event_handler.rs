//! Event handler attributes: the `on…` state machine of the HTML standard.
//! <https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-attributes>
//!
//! The value itself, a JavaScript object, stays in JavaScript; here is only whether there is one,
//! and so whether the attribute's listener is in the host's listener list.

use super::event_type::EventTypes;
use super::pages::Id;
use super::stream::Stream;
use super::track::Track;
use super::user_agent::UserAgent;

/// What the setter of an event handler attribute has to do with the host's listener list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListenerChange {
    /// Nothing: the listener that is there runs the new value in the place of the old one.
    Keep = 0,
    /// [Activate the event handler](https://html.spec.whatwg.org/multipage/webappapis.html#activate-an-event-handler):
    /// append its listener.
    Append = 1,
    /// [Deactivate the event handler](https://html.spec.whatwg.org/multipage/webappapis.html#deactivate-an-event-handler):
    /// remove its listener, which gives up its place.
    Remove = 2,
}

/// The types for which an object's event handler is activated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct EventHandlers(EventTypes);

impl EventHandlers {
    fn has(self, handler: EventTypes) -> bool {
        self.0.contains(handler)
    }

    fn set(&mut self, handler: EventTypes, value_is_object: bool) -> ListenerChange {
        if self.has(handler) == value_is_object {
            return ListenerChange::Keep;
        }
        self.0.set(handler, value_is_object);
        if value_is_object { ListenerChange::Append } else { ListenerChange::Remove }
    }
}

impl UserAgent {
    /// Sets an event handler attribute of a track to an object, or to null. An object makes the
    /// track observed.
    pub fn set_track_event_handler(
        &mut self,
        track: Id<Track>,
        handler: EventTypes,
        value_is_object: bool,
    ) -> ListenerChange {
        if value_is_object {
            self.track_listener_added(track, handler);
        }
        self.tracks
            .get_mut(track)
            .map_or(ListenerChange::Keep, |track| track.handlers.set(handler, value_is_object))
    }

    /// Whether an event handler attribute of a track has a value.
    pub fn has_track_event_handler(&self, track: Id<Track>, handler: EventTypes) -> bool {
        self.tracks.get(track).is_some_and(|track| track.handlers.has(handler))
    }

    /// Sets an event handler attribute of a stream to an object, or to null. An object makes the
    /// stream observed.
    pub fn set_stream_event_handler(
        &mut self,
        stream: Id<Stream>,
        handler: EventTypes,
        value_is_object: bool,
    ) -> ListenerChange {
        if value_is_object {
            self.stream_listener_added(stream, handler);
        }
        self.streams
            .get_mut(stream)
            .map_or(ListenerChange::Keep, |stream| stream.handlers.set(handler, value_is_object))
    }

    /// Whether an event handler attribute of a stream has a value.
    pub fn has_stream_event_handler(&self, stream: Id<Stream>, handler: EventTypes) -> bool {
        self.streams.get(stream).is_some_and(|stream| stream.handlers.has(handler))
    }
}
