//! The rules once more, as plainly as they can be written: what the properties compare with.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ModelTrack {
    pub source: usize,
    pub ended: bool,
    pub enabled: bool,
    pub muted: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ModelSource {
    pub ended: bool,
    pub muted: bool,
}

/// Sources, tracks and streams are named by their place in these lists.
#[derive(Debug, Default)]
pub struct Model {
    pub sources: Vec<ModelSource>,
    pub tracks: Vec<ModelTrack>,
    pub streams: Vec<Vec<usize>>,
    /// The stream and the track of every addition and removal since this was last cleared.
    pub touched: Vec<(usize, usize)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelEffect {
    Ended(usize),
    Muted(usize),
    Unmuted(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelChange {
    Removal(usize),
    Addition(usize),
}

impl ModelChange {
    pub fn track(self) -> usize {
        let (Self::Removal(track) | Self::Addition(track)) = self;
        track
    }
}

impl Model {
    pub fn create_track(&mut self, source: usize) -> bool {
        let ModelSource { ended, muted } = self.sources[source];
        if !ended {
            self.tracks.push(ModelTrack { source, ended, enabled: true, muted });
        }
        !ended
    }

    pub fn add(&mut self, stream: usize, track: usize) -> bool {
        let new = !self.streams[stream].contains(&track);
        if new {
            self.streams[stream].push(track);
            self.touched.push((stream, track));
        }
        new
    }

    pub fn remove(&mut self, stream: usize, track: usize) -> bool {
        let before = self.streams[stream].len();
        self.streams[stream].retain(|&other| other != track);
        let was_there = self.streams[stream].len() < before;
        if was_there {
            self.touched.push((stream, track));
        }
        was_there
    }

    pub fn next_source_effect(&mut self, source: usize) -> Option<ModelEffect> {
        let ModelSource { ended, muted } = self.sources[source];
        let (index, track) = self.tracks.iter_mut().enumerate().find(|(_, track)| {
            track.source == source && !track.ended && (ended || track.muted != muted)
        })?;
        if ended {
            track.ended = true;
            return Some(ModelEffect::Ended(index));
        }
        track.muted = muted;
        Some(if muted { ModelEffect::Muted(index) } else { ModelEffect::Unmuted(index) })
    }

    pub fn is_active(&self, stream: usize) -> bool {
        self.streams[stream].iter().any(|&track| !self.tracks[track].ended)
    }

    pub fn is_in_use(&self, source: usize) -> bool {
        self.tracks.iter().any(|track| track.source == source && !track.ended)
    }
}
