//! Sources, tracks and streams: any commands in any order, of what there is and of what has been freed.

#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use mediastream_polyfill::media::{
    Change, Effect, EventTypes, Id, PAGE_SIZE, SlotType, Source, Stream, StreamState, Track,
    TrackState, UserAgent,
};

/// What it is about is the number of something that was made before.
#[derive(Arbitrary, Debug)]
enum Command {
    CreateSource,
    CreateStream,
    CreateTracks {
        source: u8,
        how_many: u8,
        video: bool,
    },
    CloneTrack(u8),
    Stop(u8),
    SetEnabled(u8, bool),
    AddTrack(u8, u8),
    RemoveTrack(u8, u8),
    Listen(u8, u8),
    SetMuted(u8, bool),
    End(u8),
    /// Takes so many of what follows from a source.
    Dispatch(u8, u8),
    /// Wants these tracks and takes so many effects.
    SetTracks(u8, Vec<u8>, u8),
    FreeSources(u8),
    FreeStreams(u8),
    FreeTracks(u8),
}

#[derive(Default)]
struct Page {
    user_agent: UserAgent,
    sources: Vec<Id<Source>>,
    streams: Vec<Id<Stream>>,
    tracks: Vec<Id<Track>>,
}

fn pick<T: Copy>(list: &[T], number: u8) -> Option<T> {
    list.get(usize::from(number) % list.len().max(1)).copied()
}

/// What was freed is named by nobody.
fn forget<T>(ids: &mut Vec<Id<T>>, page: u8) {
    let is_in = |id: &&Id<T>| id.get() / PAGE_SIZE == u32::from(page);
    if ids.iter().filter(is_in).count() == PAGE_SIZE as usize {
        ids.retain(|id| !is_in(&id));
    }
}

impl Page {
    fn perform(&mut self, command: Command) -> Option<()> {
        use Command::*;
        match command {
            CreateSource => self.sources.push(self.user_agent.create_source()?),
            CreateStream => self.streams.push(self.user_agent.create_stream()?),
            CreateTracks { source, how_many, video } => {
                let source = pick(&self.sources, source)?;
                for _ in 0..how_many {
                    self.tracks.push(self.user_agent.create_track(source, video)?);
                }
            }
            CloneTrack(track) => {
                self.tracks.push(self.user_agent.clone_track(pick(&self.tracks, track)?)?);
            }
            Stop(track) => {
                let track = pick(&self.tracks, track)?;
                let state = self.user_agent.track_state(track);
                let stopped = self.user_agent.stop(track);
                assert!(!(stopped && state.contains(TrackState::ENDED)), "stopped twice");
                assert!(!self.user_agent.stop(track));
            }
            SetEnabled(track, enabled) => {
                self.user_agent.set_enabled(pick(&self.tracks, track)?, enabled);
            }
            AddTrack(stream, track) => {
                let (stream, track) = (pick(&self.streams, stream)?, pick(&self.tracks, track)?);
                let was_there = self.user_agent.has_track(stream, track);
                let added = self.user_agent.add_track(stream, track).ok()?;
                assert!(!(added && was_there), "added twice");
                assert_eq!(self.user_agent.has_track(stream, track), added || was_there);
                self.check(stream);
            }
            RemoveTrack(stream, track) => {
                let (stream, track) = (pick(&self.streams, stream)?, pick(&self.tracks, track)?);
                let was_there = self.user_agent.has_track(stream, track);
                assert_eq!(self.user_agent.remove_track(stream, track), was_there);
                assert!(!self.user_agent.has_track(stream, track));
                self.check(stream);
            }
            Listen(track, types) => {
                let types = EventTypes::from_bits_truncate(types);
                self.user_agent.track_listener_added(pick(&self.tracks, track)?, types);
            }
            SetMuted(source, muted) => {
                self.user_agent.set_source_muted(pick(&self.sources, source)?, muted);
            }
            End(source) => self.user_agent.end_source(pick(&self.sources, source)?),
            Dispatch(source, most) => {
                let source = pick(&self.sources, source)?;
                for _ in 0..most {
                    let effect = self.user_agent.next_source_effect(source)?;
                    self.check_effect(effect);
                }
            }
            SetTracks(stream, wanted, most) => {
                let stream = pick(&self.streams, stream)?;
                let reconciliation = self.user_agent.reconcile(0, stream).ok()?;
                for track in wanted {
                    self.user_agent.want(pick(&self.tracks, track)?).ok()?;
                }
                for _ in 0..most {
                    match self.user_agent.next_change(reconciliation)? {
                        Change::Removal(track) => {
                            assert!(self.user_agent.remove_track(stream, track), "not there");
                        }
                        Change::Addition(track) => {
                            let added = self.user_agent.add_track(stream, track).ok()?;
                            assert!(added, "there already");
                        }
                    }
                }
            }
            // Pages are counted from 1, and none is freed that isn't full.
            FreeSources(page) => {
                self.user_agent.free_page(SlotType::Source, u32::from(page));
                forget(&mut self.sources, page);
            }
            FreeStreams(page) => {
                self.user_agent.free_page(SlotType::Stream, u32::from(page));
                forget(&mut self.streams, page);
            }
            FreeTracks(page) => {
                self.user_agent.free_page(SlotType::Track, u32::from(page));
                forget(&mut self.tracks, page);
            }
        }
        Some(())
    }

    fn check_effect(&self, effect: Effect) {
        let is = |track, state| self.user_agent.track_state(track).contains(state);
        match effect {
            Effect::Ended(track) => assert!(is(track, TrackState::ENDED)),
            Effect::Muted(track) => assert!(is(track, TrackState::MUTED)),
            Effect::Unmuted(track) => assert!(!is(track, TrackState::MUTED)),
        }
    }

    /// A track set has each track once, and a stream is active if one of them is live.
    fn check(&self, stream: Id<Stream>) {
        let mut tracks: Vec<u32> = Vec::new();
        let mut active = false;
        for track in self.user_agent.tracks(stream) {
            assert!(tracks.len() <= self.tracks.len(), "more tracks than there are");
            active |= !self.user_agent.track_state(track).contains(TrackState::ENDED);
            tracks.push(track.get());
        }
        let state = self.user_agent.stream_state(stream);
        assert_eq!(state.contains(StreamState::ACTIVE), active);
        let count = tracks.len();
        tracks.sort_unstable();
        tracks.dedup();
        assert_eq!(tracks.len(), count, "a track twice");
    }
}

fuzz_target!(|commands: Vec<Command>| {
    let mut page = Page::default();
    for command in commands {
        page.perform(command);
    }
    for &stream in &page.streams {
        page.check(stream);
    }
    // What follows from the sources comes to an end.
    for &source in &page.sources {
        for effects in 0.. {
            assert!(effects <= page.tracks.len() + 1, "more happens than there are tracks");
            let Some(effect) = page.user_agent.next_source_effect(source) else { break };
            page.check_effect(effect);
        }
    }
});
