//! Captured elements: any facts in any order, with a clock that only goes forward.

#![no_main]

use std::collections::BTreeMap;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use mediastream_polyfill::capture::{
    CaptureId, CapturedElement, Effect, Fired, Host, MediaEvent, Owner, TrackId,
};

#[derive(Arbitrary, Clone, Copy, Debug)]
enum Whose {
    Element,
    Copy(u8),
    Page(u8),
}

impl Whose {
    fn owner(self) -> Owner {
        match self {
            Self::Element => Owner::Element,
            Self::Copy(track) => Owner::Copy(u32::from(track)),
            Self::Page(track) => Owner::Page(u32::from(track)),
        }
    }
}

#[derive(Arbitrary, Debug)]
enum Fact {
    Capture,
    Forget(u8),
    Captured { capture: u8, whose: Whose, is_video: bool, has_nothing: bool },
    CapturedCopies(u8),
    CapturedAnew(u8),
    Met { capture: u8, stream: u8, whose: Whose, is_video: bool },
    HostAdded(u8),
    HostRemoved(u8),
    HostEnded(u8),
    Hears { event: u8, by_host: bool, at_element: bool },
    Plays(u8, bool),
    PlayedTracks,
    Passes(u16),
}

const EVENTS: [MediaEvent; 7] = [
    MediaEvent::Emptied,
    MediaEvent::LoadStart,
    MediaEvent::LoadedMetadata,
    MediaEvent::LoadedData,
    MediaEvent::Resize,
    MediaEvent::Playing,
    MediaEvent::Ended,
];

/// What has been done with a track.
#[derive(Default)]
struct Done {
    is_pages: bool,
    added: bool,
    ended: bool,
    removed: bool,
}

struct Scene {
    element: CapturedElement,
    captures: Vec<CaptureId>,
    tracks: Vec<TrackId>,
    done: BTreeMap<u32, Done>,
    now: u64,
}

fn pick<T: Copy>(list: &[T], number: u8) -> Option<T> {
    list.get(usize::from(number) % list.len().max(1)).copied()
}

impl Scene {
    fn new_track(&mut self, track: Option<TrackId>, owner: Owner) {
        if let Some(track) = track {
            self.tracks.push(track);
            let is_pages = matches!(owner, Owner::Page(_));
            self.done.insert(track.get(), Done { is_pages, ..Done::default() });
        }
    }

    fn tell(&mut self, fact: Fact) -> Option<()> {
        use Fact::*;
        match fact {
            Capture => self.captures.push(self.element.capture()?),
            Forget(capture) => self.element.forget(pick(&self.captures, capture)?),
            Captured { capture, whose, is_video, has_nothing } => {
                let capture = pick(&self.captures, capture)?;
                let track = self.element.captured(capture, whose.owner(), is_video, has_nothing);
                self.new_track(track, whose.owner());
            }
            CapturedCopies(capture) => {
                self.element.captured_copies(pick(&self.captures, capture)?);
            }
            CapturedAnew(capture) => {
                self.element.captured_anew(pick(&self.captures, capture)?, self.now);
            }
            Met { capture, stream, whose, is_video } => {
                let capture = pick(&self.captures, capture)?;
                let track = self.element.met(capture, u32::from(stream), whose.owner(), is_video);
                self.new_track(track, whose.owner());
            }
            HostAdded(track) => self.element.host_added(pick(&self.tracks, track)?, self.now),
            HostRemoved(track) => self.element.host_removed(pick(&self.tracks, track)?),
            HostEnded(track) => self.element.host_ended(pick(&self.tracks, track)?, self.now),
            Hears { event, by_host, at_element } => {
                let event = pick(&EVENTS, event)?;
                self.element.hears(event, Fired { by_host, at_element }, self.now);
            }
            Plays(source, is_video) => self.element.plays(u32::from(source), is_video),
            PlayedTracks => self.element.played_tracks(),
            Passes(milliseconds) => {
                self.now += u64::from(milliseconds);
                self.element.wake(self.now);
            }
        }
        Some(())
    }

    /// Takes what follows from a fact. A track is added, ended and removed once at most, in this order, and what the
    /// page owns is never stopped.
    fn take_effects(&mut self) {
        let mut asked = Vec::new();
        while let Some(effect) = self.element.next_effect() {
            match effect {
                Effect::End(track) | Effect::EndForScript(track) => {
                    let done = self.done.get_mut(&track.get()).expect("a track");
                    assert_eq!(done.is_pages, effect == Effect::EndForScript(track));
                    assert!(!done.ended && !done.removed, "{effect:?} again");
                    done.ended = true;
                }
                Effect::Remove(track) => {
                    let done = self.done.get_mut(&track.get()).expect("a track");
                    assert!(!done.removed, "{effect:?} again");
                    done.removed = true;
                }
                Effect::Add(track) => {
                    let done = self.done.get_mut(&track.get()).expect("a track");
                    assert!(!done.added && !done.ended && !done.removed, "{effect:?} too late");
                    done.added = true;
                }
                Effect::CaptureAnew(capture) => {
                    assert!(!asked.contains(&capture), "{effect:?} again");
                    asked.push(capture);
                }
            }
        }
    }
}

fuzz_target!(|facts: (bool, Vec<Fact>)| {
    let (captures, facts) = facts;
    let host = if captures { Host::Captures } else { Host::Lacks };
    let mut scene = Scene {
        element: CapturedElement::new(host),
        captures: Vec::new(),
        tracks: Vec::new(),
        done: BTreeMap::new(),
        now: 0,
    };
    for fact in facts {
        scene.tell(fact);
        scene.take_effects();
    }
    // Waiting comes to an end.
    for waits in 0.. {
        let Some(at) = scene.element.wake_at() else { break };
        assert!(waits < 100 + 10 * (scene.captures.len() + scene.tracks.len()), "no end");
        scene.now = scene.now.max(at);
        scene.element.wake(scene.now);
        scene.take_effects();
    }
});
