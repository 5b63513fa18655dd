//! What most tests begin with.

use mediastream_polyfill::media::{
    Change, Effect, Id, Source, SourceState, Stream, StreamState, Track, TrackState, UserAgent,
};

/// A camera with three tracks, and a stream that has the first two of them.
pub struct Scene {
    pub user_agent: UserAgent,
    pub camera: Id<Source>,
    pub tracks: [Id<Track>; 3],
    pub stream: Id<Stream>,
}

impl Scene {
    pub fn new() -> Self {
        let mut user_agent = UserAgent::new();
        let camera = user_agent.create_source().unwrap();
        let tracks = [(); 3].map(|()| user_agent.create_track(camera, true).unwrap());
        let stream = user_agent.create_stream().unwrap();
        user_agent.add_track(stream, tracks[0]).unwrap();
        user_agent.add_track(stream, tracks[1]).unwrap();
        Scene { user_agent, camera, tracks, stream }
    }

    /// The stream's tracks, in their order.
    pub fn track_set(&self) -> Vec<Id<Track>> {
        self.user_agent.tracks(self.stream).collect()
    }

    /// All effects that the camera still has.
    pub fn camera_effects(&mut self) -> Vec<Effect> {
        std::iter::from_fn(|| self.user_agent.next_source_effect(self.camera)).collect()
    }

    /// Begins a reconciliation, within another or not (0).
    pub fn reconcile(&mut self, around: usize, tracks: &[Id<Track>]) -> usize {
        let reconciliation = self.user_agent.reconcile(around, self.stream).unwrap();
        for &track in tracks {
            self.user_agent.want(track).unwrap();
        }
        reconciliation
    }

    /// Makes the next change of a reconciliation.
    pub fn change(&mut self, reconciliation: usize) -> Option<Change> {
        let change = self.user_agent.next_change(reconciliation);
        match change {
            Some(Change::Removal(track)) => {
                assert!(self.user_agent.remove_track(self.stream, track));
            }
            Some(Change::Addition(track)) => {
                assert!(self.user_agent.add_track(self.stream, track).unwrap());
            }
            None => {}
        }
        change
    }

    /// Makes all changes that a reconciliation still has.
    pub fn changes(&mut self, reconciliation: usize) -> Vec<Change> {
        std::iter::from_fn(|| self.change(reconciliation)).collect()
    }

    pub fn track_is(&self, track: Id<Track>, state: TrackState) -> bool {
        self.user_agent.track_state(track).contains(state)
    }

    pub fn camera_is(&self, state: SourceState) -> bool {
        self.user_agent.source_state(self.camera).contains(state)
    }

    pub fn stream_is(&self, state: StreamState) -> bool {
        self.user_agent.stream_state(self.stream).contains(state)
    }
}
