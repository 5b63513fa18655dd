//! A media element that is captured, and what becomes of the tracks:
//! [captureStream()](https://w3c.github.io/mediacapture-fromelement/#dom-htmlmediaelement-capturestream).
//!
//! The specification asks that the tracks of a capture end, and then leave, when the element loads another source or has
//! played to its end, and that others come for what it plays next. Some hosts see to that, some to a part of it, and some
//! have no captureStream() at all. [`CapturedElement`] hears what a host does and does the rest: nothing, where the host
//! is right.

mod capture_record;
mod capturing;
mod clock;
mod effect;
mod element;
mod elements;
mod facts;
mod host_stream;
mod media_events;
mod played_stream;
mod polling;
mod queue;
mod track_record;

pub use effect::Effect;
pub use element::CapturedElement;
pub use elements::CapturedElements;
pub use facts::{CaptureId, Fired, Host, MediaEvent, Owner, TrackId};
