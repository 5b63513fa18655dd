//! What a captured element is told.

/// One stream that captures an element. No two of an element's have the same, ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CaptureId(u32);

/// One track of a capture. No two of an element's have the same, ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TrackId(u32);

macro_rules! number {
    ($id:ty) => {
        impl $id {
            /// The one with a number, if there can be one.
            pub const fn new(number: u32) -> Option<Self> {
                if number == 0 { None } else { Some(Self(number)) }
            }

            /// Its number, which is never 0.
            pub const fn get(self) -> u32 {
                self.0
            }
        }
    };
}

number!(CaptureId);
number!(TrackId);

/// Whose captureStream() it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// The host's own: it may see to its captures, now or a moment later.
    Captures,
    /// The host has none. Nobody but us sees to a capture.
    Lacks,
}

/// Whose media a track of a capture has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The element's: it is what the element renders, made for the capture.
    Element,
    /// A track that the page owns, by its number: a copy of it, which can be stopped without stopping that.
    Copy(u32),
    /// A track that the page owns, by its number: that itself in another object. It must never be stopped.
    Page(u32),
}

impl Owner {
    /// The number of the page's track.
    pub(super) fn source(self) -> Option<u32> {
        match self {
            Owner::Element => None,
            Owner::Copy(source) | Owner::Page(source) => Some(source),
        }
    }
}

/// An [event of a media element](https://html.spec.whatwg.org/multipage/media.html#mediaevents).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaEvent {
    /// It lost its source, or begins to load one.
    Emptied,
    /// It loads a source.
    LoadStart,
    /// It knows of which tracks the source is made.
    LoadedMetadata,
    /// It has the first picture or sound.
    LoadedData,
    /// It knows the size of the picture, or another one.
    Resize,
    /// It plays.
    Playing,
    /// It has played to the end.
    Ended,
}

/// How an event was fired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fired {
    /// By the host, and not by script.
    pub by_host: bool,
    /// At the element, and not at one in it.
    pub at_element: bool,
}
