//! Hosts, as plainly as they can be told, and what the specification asks of them: what the properties compare with.

use std::collections::BTreeMap;

use mediastream_polyfill::capture::{
    CaptureId, CapturedElement, Effect, Fired, Host, MediaEvent, Owner, TrackId,
};

/// What a host does by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// All of it, within the time that it has.
    Right,
    /// It adds the tracks of each source, never ends those of the one before, and makes no others when playback is
    /// restarted; captures of streams are copies, which it leaves as they are. So is Chromium.
    Adds,
    /// Nothing. So is WebKit.
    Lacks,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Nothing,
    Film,
    /// A stream of the page's.
    Stream,
}

/// What is about to happen.
#[derive(Clone, Copy, Debug)]
enum Task {
    Fire(MediaEvent),
    HostRemoves,
    HostAdds,
    HostAnnounces { capture: usize, stream: u32, track: usize },
    PlayedChanges,
}

#[derive(Clone, Debug)]
struct Track {
    /// The page's track that it shows.
    source: Option<usize>,
    is_video: bool,
    /// The page's own in another object.
    is_pages: bool,
    ended: bool,
    events: Vec<&'static str>,
    /// Which playback of the element it is of.
    load: u64,
}

struct Captured {
    id: CaptureId,
    /// The host's streams, and whether it keeps them up to date: the first is script's.
    streams: Vec<Vec<usize>>,
    kept: Vec<bool>,
    /// What it has of tracks that were announced, or captured.
    known: Vec<usize>,
    numbers: BTreeMap<TrackId, usize>,
}

pub struct World {
    kind: Kind,
    element: CapturedElement,
    now: u64,
    tasks: Vec<(u64, u64, Task)>,
    sequence: u64,
    source: Source,
    load: u64,
    /// Whether the element has metadata, and so tracks.
    has_metadata: bool,
    plays: bool,
    has_played_out: bool,
    captures: Vec<Captured>,
    tracks: Vec<Track>,
    /// The page's tracks: whether each is video.
    pages: Vec<bool>,
    /// Those of the stream that the element plays.
    played: Vec<usize>,
    script_added: Vec<usize>,
    /// Whether script has taken a track out of the first capture, of what the element plays now.
    script_took: bool,
    pub effects: usize,
}

impl World {
    pub fn new(kind: Kind) -> World {
        World {
            kind,
            element: CapturedElement::new(match kind {
                Kind::Lacks => Host::Lacks,
                _ => Host::Captures,
            }),
            now: 10_000,
            tasks: Vec::new(),
            sequence: 0,
            source: Source::Nothing,
            load: 0,
            has_metadata: false,
            plays: false,
            has_played_out: false,
            captures: Vec::new(),
            tracks: Vec::new(),
            pages: Vec::new(),
            played: Vec::new(),
            script_added: Vec::new(),
            script_took: false,
            effects: 0,
        }
    }

    fn later(&mut self, delay: u64, task: Task) {
        self.sequence += 1;
        self.tasks.push((self.now + delay, self.sequence, task));
    }

    /// Script sets a source. `pace` is how fast the host is.
    pub fn load(&mut self, source: Source, pace: u64) {
        let was = std::mem::replace(&mut self.source, source);
        self.load += 1;
        self.has_metadata = false;
        self.plays = false;
        self.has_played_out = false;
        self.script_took = false;
        // What the load before would still have told.
        self.tasks.retain(|(_, _, task)| {
            matches!(
                task,
                Task::HostAnnounces { .. } | Task::HostRemoves | Task::Fire(MediaEvent::Emptied)
            )
        });
        // It is done with one source before it begins with the next.
        for (at, _, task) in &mut self.tasks {
            if matches!(task, Task::HostRemoves) {
                *at = self.now;
            }
        }
        self.played.clear();
        if source == Source::Stream {
            for is_video in [false, true] {
                self.pages.push(is_video);
                self.played.push(self.pages.len() - 1);
            }
        }
        if was != Source::Nothing {
            self.later(0, Task::Fire(MediaEvent::Emptied));
            if self.kind == Kind::Right {
                self.later(pace.min(30), Task::HostRemoves);
            }
        }
        if source == Source::Nothing {
            return;
        }
        let start = pace.min(30) + 2;
        self.later(start, Task::Fire(MediaEvent::LoadStart));
        self.later(start + pace, Task::HostAdds);
        self.later(start + pace, Task::Fire(MediaEvent::LoadedMetadata));
        self.later(start + pace * 2, Task::Fire(MediaEvent::LoadedData));
        self.later(start + pace * 2 + 1, Task::Fire(MediaEvent::Playing));
    }

    /// The film plays to its end.
    pub fn play_out(&mut self) {
        if self.source != Source::Film || !self.plays || self.has_played_out {
            return;
        }
        self.has_played_out = true;
        self.load += 1;
        // What it would still have added is of a playback that is over.
        self.tasks.retain(|(_, _, task)| !matches!(task, Task::HostAdds));
        self.later(0, Task::Fire(MediaEvent::Ended));
        if self.kind != Kind::Lacks {
            self.later(3, Task::HostRemoves);
        }
    }

    pub fn play_again(&mut self, pace: u64) {
        if !self.has_played_out {
            return;
        }
        self.has_played_out = false;
        self.plays = false;
        self.later(5, Task::Fire(MediaEvent::Playing));
        if self.kind == Kind::Right {
            self.later(5 + pace, Task::HostAdds);
        }
    }

    /// Script captures the element.
    pub fn capture(&mut self) {
        // Chromium's capture of an element that has ended has tracks, which is another story.
        if self.has_played_out && self.kind == Kind::Adds {
            return;
        }
        let Some(id) = self.element.capture() else { return };
        let kept = vec![self.keeps_new()];
        self.captures.push(Captured {
            id,
            streams: vec![Vec::new()],
            kept,
            known: Vec::new(),
            numbers: BTreeMap::new(),
        });
        let at = self.captures.len() - 1;
        let tracks = if self.has_played_out { Vec::new() } else { self.host_captures() };
        if self.source == Source::Stream && self.kind != Kind::Right {
            self.element.captured_copies(id);
        }
        for track in tracks {
            let owner = self.owner(track);
            let is_video = self.tracks[track].is_video;
            let has_nothing = !self.has_metadata;
            let number = self.element.captured(id, owner, is_video, has_nothing).expect("a number");
            self.captures[at].streams[0].push(track);
            self.captures[at].numbers.insert(number, track);
            self.captures[at].known.push(track);
        }
        self.act();
    }

    /// Script takes a track out of the first capture.
    pub fn script_removes(&mut self) {
        if let Some(capture) = self.captures.first_mut() {
            let own = |track: &usize| !self.script_added.contains(track);
            if let Some(place) = capture.streams[0].iter().rposition(own) {
                capture.streams[0].remove(place);
                self.script_took = true;
            }
        }
    }

    /// Script adds a track of its own to the first capture.
    pub fn script_adds(&mut self) {
        if self.captures.is_empty() {
            return;
        }
        self.tracks.push(Track {
            source: None,
            is_video: true,
            is_pages: false,
            ended: false,
            events: Vec::new(),
            load: self.load,
        });
        let track = self.tracks.len() - 1;
        self.script_added.push(track);
        self.captures[0].streams[0].push(track);
    }

    /// Script takes a track out of the stream that the element plays, or adds one.
    pub fn change_played(&mut self, adds: bool) {
        if self.source != Source::Stream || !self.has_metadata {
            return;
        }
        if adds {
            self.pages.push(false);
            self.played.push(self.pages.len() - 1);
        } else {
            self.played.pop();
        }
        self.later(1, Task::PlayedChanges);
    }

    pub fn pass(&mut self, milliseconds: u64) {
        let until = self.now + milliseconds;
        loop {
            let task = self.tasks.iter().map(|&(at, sequence, _)| (at, sequence)).min();
            let wake = self.element.wake_at();
            let next = task.map(|(at, _)| at).into_iter().chain(wake).min();
            let Some(next) = next.filter(|&next| next <= until) else { break };
            self.now = self.now.max(next);
            if let Some(key) = task.filter(|&(at, _)| at <= next) {
                let place = self.tasks.iter().position(|&(at, sequence, _)| (at, sequence) == key);
                let (_, _, task) = self.tasks.remove(place.expect("there"));
                self.happens(task);
            } else {
                self.element.wake(self.now);
            }
            self.act();
        }
        self.now = until;
    }

    fn happens(&mut self, task: Task) {
        match task {
            Task::Fire(event) => {
                if event == MediaEvent::LoadedMetadata {
                    self.has_metadata = true;
                }
                self.plays |= event == MediaEvent::Playing;
                if event == MediaEvent::Emptied {
                    self.meet();
                    self.tell_played();
                }
                let fired = Fired { by_host: true, at_element: true };
                self.element.hears(event, fired, self.now);
            }
            Task::HostRemoves => self.host_removes(),
            Task::HostAdds => self.host_adds(),
            Task::HostAnnounces { capture, stream, track } => self.announce(capture, stream, track),
            Task::PlayedChanges if self.kind == Kind::Right => {
                self.load += 1;
                self.host_removes();
                self.host_adds();
            }
            Task::PlayedChanges => {
                self.tell_played();
                self.element.played_tracks();
            }
        }
    }

    fn tell_played(&mut self) {
        for &page in &self.played {
            self.element.plays(page as u32 + 1, self.pages[page]);
        }
    }

    /// What the host's own capture of the element has, or ours in its place.
    fn host_captures(&mut self) -> Vec<usize> {
        // What it is about to add, it adds to this as well.
        let is_about_to = self
            .tasks
            .iter()
            .any(|(_, _, task)| matches!(task, Task::HostAdds | Task::PlayedChanges));
        let has_tracks = (self.has_metadata && !(is_about_to && self.kind == Kind::Right))
            || (self.kind == Kind::Adds && self.source == Source::Stream);
        let sources: Vec<(Option<usize>, bool)> = match self.source {
            Source::Film if has_tracks => vec![(None, false), (None, true)],
            Source::Stream if has_tracks => self.shown(),
            _ => Vec::new(),
        };
        let renders = self.kind == Kind::Right;
        sources
            .into_iter()
            .map(|(source, is_video)| {
                let source = source.filter(|_| !renders);
                self.tracks.push(Track {
                    source,
                    is_video,
                    is_pages: false,
                    ended: false,
                    events: Vec::new(),
                    load: self.load,
                });
                self.tracks.len() - 1
            })
            .collect()
    }

    /// All audio of the played stream, and the first video.
    fn shown(&self) -> Vec<(Option<usize>, bool)> {
        let video = self.played.iter().copied().find(|&page| self.pages[page]);
        let audio = self.played.iter().copied().filter(|&page| !self.pages[page]);
        audio.map(|page| (Some(page), false)).chain(video.map(|page| (Some(page), true))).collect()
    }

    fn owner(&self, track: usize) -> Owner {
        let Track { source, is_pages, .. } = self.tracks[track];
        match source {
            None => Owner::Element,
            Some(page) if is_pages => Owner::Page(page as u32 + 1),
            Some(page) => Owner::Copy(page as u32 + 1),
        }
    }

    /// Tracks that are in script's streams and in those that are followed, and that nobody has announced.
    fn meet(&mut self) {
        for at in 0..self.captures.len() {
            let followed = self.element.stream(self.captures[at].id);
            self.meet_tracks(at, 0);
            if followed != 0 {
                self.meet_tracks(at, followed);
            }
        }
    }

    fn meet_tracks(&mut self, at: usize, stream: u32) {
        let Captured { id, streams, known, .. } = &self.captures[at];
        let id = *id;
        let mut tracks = streams.get(stream as usize).cloned().unwrap_or_default();
        tracks.retain(|track| !known.contains(track));
        for track in tracks {
            let (owner, is_video) = (self.owner(track), self.tracks[track].is_video);
            let number = self.element.met(id, stream, owner, is_video).expect("a number");
            self.captures[at].numbers.insert(number, track);
        }
    }

    fn number(&self, capture: usize, track: usize) -> Option<TrackId> {
        let numbers = &self.captures[capture].numbers;
        numbers.iter().filter(|&(_, &known)| known == track).map(|(&number, _)| number).max()
    }

    /// The host takes its tracks out of every stream that it keeps, and they have ended.
    fn host_removes(&mut self) {
        for at in 0..self.captures.len() {
            for stream in 0..self.captures[at].streams.len() {
                if !self.captures[at].kept[stream] {
                    continue;
                }
                let tracks = std::mem::take(&mut self.captures[at].streams[stream]);
                for track in tracks {
                    let is_new = self.tracks[track].load == self.load;
                    if is_new || self.script_added.contains(&track) {
                        self.captures[at].streams[stream].push(track);
                        continue;
                    }
                    let number = self.number(at, track);
                    self.end(track);
                    if stream == 0 {
                        self.tracks[track].events.push("removetrack");
                    }
                    if let Some(number) = number {
                        self.element.host_ended(number, self.now);
                        self.element.host_removed(number);
                    }
                    self.act();
                }
            }
            // Those that script has taken out end as well.
            for track in self.captures[at].known.clone() {
                let is_hosts = self.tracks[track].source.is_none() && self.captures[at].kept[0];
                if is_hosts && self.tracks[track].load < self.load && self.end(track) {
                    let number = self.number(at, track).expect("known");
                    self.element.host_ended(number, self.now);
                    self.act();
                }
            }
        }
    }

    /// Whether the host will keep a stream up to date that is captured now.
    fn keeps_new(&self) -> bool {
        match self.kind {
            Kind::Lacks => false,
            Kind::Right => true,
            Kind::Adds => self.source != Source::Stream,
        }
    }

    fn host_adds(&mut self) {
        self.has_metadata = true;
        for at in 0..self.captures.len() {
            for stream in 0..self.captures[at].streams.len() {
                if !self.captures[at].kept[stream] {
                    continue;
                }
                // It would stop them.
                let pages = |&&track: &&usize| self.tracks[track].is_pages;
                assert_eq!(self.captures[at].streams[stream].iter().filter(pages).count(), 0);
                for track in self.host_captures() {
                    // It adds the page's own, in other objects.
                    self.tracks[track].is_pages = self.tracks[track].source.is_some();
                    self.captures[at].streams[stream].push(track);
                    let task = Task::HostAnnounces { capture: at, stream: stream as u32, track };
                    if self.kind == Kind::Right {
                        self.announce(at, stream as u32, track);
                    } else {
                        self.later(1, task);
                    }
                }
            }
        }
    }

    fn announce(&mut self, capture: usize, stream: u32, track: usize) {
        if stream == 0 {
            self.tracks[track].events.push("addtrack");
        }
        // Script may have taken it out already.
        if !self.captures[capture].streams[stream as usize].contains(&track) {
            return;
        }
        let number = self.number(capture, track).or_else(|| {
            let (owner, is_video) = (self.owner(track), self.tracks[track].is_video);
            self.element.met(self.captures[capture].id, stream, owner, is_video)
        });
        let number = number.expect("a number");
        self.captures[capture].numbers.insert(number, track);
        self.captures[capture].known.push(track);
        self.element.host_added(number, self.now);
    }

    /// Returns whether it was live.
    fn end(&mut self, track: usize) -> bool {
        let track = &mut self.tracks[track];
        let was_live = !std::mem::replace(&mut track.ended, true);
        if was_live {
            track.events.push("ended");
        }
        was_live
    }

    fn act(&mut self) {
        let mut leaves = false;
        while let Some(effect) = self.element.next_effect() {
            match effect {
                Effect::End(number) => {
                    assert!(!leaves, "what ends together ends before anything leaves");
                    let track = self.track(number);
                    assert!(!self.tracks[track].is_pages, "a track of the page's is stopped");
                    self.effects += usize::from(self.end(track));
                }
                Effect::EndForScript(number) => {
                    assert!(!leaves, "what ends together ends before anything leaves");
                    let track = self.track(number);
                    assert!(self.tracks[track].is_pages);
                    self.effects += usize::from(self.end(track));
                }
                Effect::Remove(number) => {
                    leaves = true;
                    let track = self.track(number);
                    let at = self.capture_of(number);
                    let capture = &mut self.captures[at];
                    for stream in &mut capture.streams[1..] {
                        stream.retain(|&other| other != track);
                    }
                    if capture.streams[0].contains(&track) {
                        capture.streams[0].retain(|&other| other != track);
                        assert!(self.tracks[track].ended, "it ends before it is removed");
                        self.tracks[track].events.push("removetrack");
                        self.effects += 1;
                    }
                }
                Effect::Add(number) => {
                    leaves = false;
                    self.effects += 1;
                    let (track, at) = (self.track(number), self.capture_of(number));
                    let capture = &mut self.captures[at];
                    assert!(!capture.streams[0].contains(&track));
                    capture.streams[0].push(track);
                    self.tracks[track].events.push("addtrack");
                }
                Effect::CaptureAnew(id) => {
                    leaves = false;
                    self.effects += 1;
                    let at =
                        self.captures.iter().position(|capture| capture.id == id).expect("there");
                    let tracks = self.host_captures();
                    let stream = self.element.streams(id) as usize;
                    self.captures[at].streams.resize(stream + 1, Vec::new());
                    let kept = self.keeps_new();
                    self.captures[at].kept.resize(stream + 1, kept);
                    for track in tracks {
                        self.captures[at].streams[stream].push(track);
                        let owner = self.owner(track);
                        let is_video = self.tracks[track].is_video;
                        if let Some(number) = self.element.captured(id, owner, is_video, false) {
                            self.captures[at].numbers.insert(number, track);
                            self.captures[at].known.push(track);
                        }
                    }
                    if self.source == Source::Stream && self.kind != Kind::Right {
                        self.element.captured_copies(id);
                    }
                    self.element.captured_anew(id, self.now);
                }
            }
        }
    }

    fn capture_of(&self, number: TrackId) -> usize {
        self.captures
            .iter()
            .position(|capture| capture.numbers.contains_key(&number))
            .expect("known")
    }

    fn track(&self, number: TrackId) -> usize {
        self.captures[self.capture_of(number)].numbers[&number]
    }

    /// Everything is quiet: each capture has what the element plays, once.
    pub fn check(&self) {
        for (at, capture) in self.captures.iter().enumerate() {
            let captured: Vec<usize> = capture.streams[0]
                .iter()
                .copied()
                .filter(|track| !self.script_added.contains(track))
                .collect();
            for &track in &captured {
                assert!(!self.tracks[track].ended, "{:?}: an ended track is left", self.kind);
            }
            let expected = match self.source {
                Source::Film if self.has_metadata && !self.has_played_out => vec![false, true],
                Source::Stream => self.shown().iter().map(|&(_, is_video)| is_video).collect(),
                _ => Vec::new(),
            };
            let mut kinds: Vec<bool> =
                captured.iter().map(|&track| self.tracks[track].is_video).collect();
            kinds.sort_unstable();
            if at > 0 || !self.script_took {
                assert_eq!(kinds, expected, "{:?}", self.kind);
            }
        }
        for track in &self.tracks {
            let count = |event| track.events.iter().filter(|&&other| other == event).count();
            assert!(count("ended") <= 1 && count("removetrack") <= 1 && count("addtrack") <= 1);
        }
        for &track in &self.script_added {
            assert_eq!(self.tracks[track].events, Vec::<&str>::new(), "script's own is left alone");
        }
    }

    pub fn is_quiet(&self) -> bool {
        self.tasks.is_empty() && self.element.wake_at().is_none()
    }
}
