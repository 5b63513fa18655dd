//! `onremovetrack`, as an
//! [event handler attribute](https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-attributes).
//!
//! The values, JavaScript objects, stay in JavaScript (`src/js/event-handler.js`), which so also knows when to activate
//! a handler. Here is whether this one has a value, for who asks the core.

use super::event_type::EventTypes;
use super::pages::Id;
use super::stream::{Stream, StreamState};
use super::user_agent::UserAgent;

impl UserAgent {
    /// Whether `onremovetrack` of a stream has a value.
    pub fn onremovetrack(&self, stream: Id<Stream>) -> bool {
        self.stream_state(stream).contains(StreamState::ONREMOVETRACK)
    }

    /// `onremovetrack` of a stream was set to an object, or to null. An object makes the stream
    /// observed.
    pub fn set_onremovetrack(&mut self, stream: Id<Stream>, value_is_object: bool) {
        if value_is_object {
            self.stream_listener_added(stream, EventTypes::REMOVETRACK);
        }
        if let Some(stream) = self.streams.get_mut(stream) {
            stream.state.set(StreamState::ONREMOVETRACK, value_is_object);
        }
    }
}
