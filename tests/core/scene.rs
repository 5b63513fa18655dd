//! What most tests begin with.

use mediastream_polyfill::media::{
    Effect, Id, Source, SourceState, Stream, StreamState, Track, TrackState, UserAgent,
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
        let camera = user_agent.create_source();
        let tracks = [(); 3].map(|()| user_agent.create_track(camera, true).unwrap());
        let stream = user_agent.create_stream();
        user_agent.add_track(stream, tracks[0]);
        user_agent.add_track(stream, tracks[1]);
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

    /// Begins a reconciliation.
    pub fn reconcile(&mut self, tracks: &[Id<Track>]) -> usize {
        for &track in tracks {
            self.user_agent.want(track);
        }
        self.user_agent.reconcile(self.stream)
    }

    /// All effects that a reconciliation still has.
    pub fn track_set_effects(&mut self, reconciliation: usize) -> Vec<Effect> {
        std::iter::from_fn(|| self.user_agent.next_track_set_effect(reconciliation)).collect()
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
