//! The user agent's state: every source, track and stream.

use super::out_of_memory::OutOfMemory;
use super::pages::{PAGE_SIZE, Pages};
use super::reconcile::Reconciliations;
use super::source::Source;
use super::stream::Stream;
use super::track::Track;
use super::track_set::Memberships;

/// Everything that the polyfill knows. Commands are methods, one file a subject; what they make
/// happen is polled as [`Effect`](super::Effect)s. Nothing here calls out, so no listener ever runs
/// while it is borrowed.
pub struct UserAgent {
    pub(crate) sources: Pages<Source>,
    pub(crate) tracks: Pages<Track>,
    pub(crate) streams: Pages<Stream>,
    pub(crate) memberships: Memberships,
    pub(crate) reconciliations: Reconciliations,
}

/// What a page is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotType {
    /// Sources.
    Source,
    /// Tracks.
    Track,
    /// Streams.
    Stream,
}

impl UserAgent {
    /// No source, no track, no stream.
    pub const fn new() -> Self {
        UserAgent {
            sources: Pages::new(),
            tracks: Pages::new(),
            streams: Pages::new(),
            memberships: Memberships::new(),
            reconciliations: Reconciliations::new(),
        }
    }

    /// Sees to it that there is memory for one more source, track or stream. Returns the number of
    /// the page that it will be in.
    pub fn reserve(&mut self, slot_type: SlotType) -> Result<u32, OutOfMemory> {
        match slot_type {
            SlotType::Source => self.sources.reserve(),
            SlotType::Track => self.tracks.reserve(),
            SlotType::Stream => self.streams.reserve(),
        }
    }

    /// Where a page begins in memory; 0 for one that there is not. Each slot is [`STRIDE`](super::STRIDE)
    /// bytes after the one before, and begins with its state.
    pub fn page_address(&self, slot_type: SlotType, page: u32) -> usize {
        match slot_type {
            SlotType::Source => self.sources.address(page),
            SlotType::Track => self.tracks.address(page),
            SlotType::Stream => self.streams.address(page),
        }
    }

    /// Forgets the sources, tracks or streams of a full page, which nothing refers to any more.
    /// What they and others know of each other is forgotten first, in whatever order pages are
    /// freed. A track ends with its source: it can't be referred to either.
    pub fn free_page(&mut self, slot_type: SlotType, page: u32) {
        for index in 0..PAGE_SIZE {
            match slot_type {
                SlotType::Source => {
                    let source = self.sources.in_full_page(page, index);
                    while let Some(track) = source.and_then(|id| self.first_live_track(id)) {
                        self.set_ended(track);
                    }
                }
                SlotType::Track => {
                    if let Some(track) = self.tracks.in_full_page(page, index) {
                        self.set_ended(track);
                        self.leave_track_sets(track);
                    }
                }
                SlotType::Stream => {
                    if let Some(stream) = self.streams.in_full_page(page, index) {
                        self.clear_track_set(stream);
                    }
                }
            }
        }
        match slot_type {
            SlotType::Source => self.sources.free_page(page),
            SlotType::Track => self.tracks.free_page(page),
            SlotType::Stream => self.streams.free_page(page),
        }
    }
}

impl Default for UserAgent {
    fn default() -> Self {
        Self::new()
    }
}
