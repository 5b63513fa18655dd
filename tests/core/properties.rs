//! Whatever script, the user agent and listeners do, the core does what the model does.

use mediastream_polyfill::media::{
    Change, Effect, EventTypes, Id, Source, SourceState, Stream, StreamState, Track, TrackState,
    UserAgent,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::model::{Model, ModelChange, ModelEffect, ModelSource};

/// What script does. A listener can do it too.
#[derive(Clone, Debug)]
enum Action {
    CreateSource,
    CreateTrack(Index),
    CloneTrack(Index),
    CreateStream,
    Stop(Index),
    SetEnabled(Index, bool),
    Add(Index, Index),
    Remove(Index, Index),
    Mute(Index, bool),
    End(Index),
    Observe(Index),
}

/// What the user agent does, and what listeners do after each of its effects.
#[derive(Clone, Debug)]
enum Step {
    Do(Action),
    DispatchSource(Index, Vec<Action>),
    SetTracks(Index, Vec<Index>, Vec<Action>),
}

fn action() -> impl Strategy<Value = Action> {
    use Action::*;
    let index = any::<Index>;
    prop_oneof![
        1 => Just(CreateSource),
        4 => index().prop_map(CreateTrack),
        2 => index().prop_map(CloneTrack),
        2 => Just(CreateStream),
        2 => index().prop_map(Stop),
        1 => (index(), any::<bool>()).prop_map(|(track, enabled)| SetEnabled(track, enabled)),
        6 => (index(), index()).prop_map(|(stream, track)| Add(stream, track)),
        3 => (index(), index()).prop_map(|(stream, track)| Remove(stream, track)),
        2 => (index(), any::<bool>()).prop_map(|(source, muted)| Mute(source, muted)),
        1 => index().prop_map(End),
        1 => index().prop_map(Observe),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let listeners = || vec(action(), 0..6);
    prop_oneof![
        6 => action().prop_map(Step::Do),
        2 => (any::<Index>(), listeners()).prop_map(|(source, actions)| Step::DispatchSource(source, actions)),
        4 => (any::<Index>(), vec(any::<Index>(), 0..6), listeners())
            .prop_map(|(stream, tracks, actions)| Step::SetTracks(stream, tracks, actions)),
    ]
}

/// The core and the model, side by side.
#[derive(Default)]
struct Pair {
    core: UserAgent,
    model: Model,
    sources: Vec<Id<Source>>,
    tracks: Vec<Id<Track>>,
    streams: Vec<Id<Stream>>,
}

fn pick<T>(list: &[T], index: &Index) -> Option<usize> {
    (!list.is_empty()).then(|| index.index(list.len()))
}

impl Pair {
    fn perform(&mut self, action: &Action) -> Option<()> {
        match action {
            Action::CreateSource => {
                self.sources.push(self.core.create_source().unwrap());
                self.model.sources.push(ModelSource::default());
            }
            Action::CreateTrack(source) => {
                let source = pick(&self.sources, source)?;
                let track = self.core.create_track(self.sources[source], false);
                assert_eq!(track.is_some(), self.model.create_track(source));
                self.tracks.extend(track);
            }
            Action::CloneTrack(track) => {
                let track = pick(&self.tracks, track)?;
                self.tracks.extend(self.core.clone_track(self.tracks[track]));
                self.model.tracks.push(self.model.tracks[track]);
            }
            Action::CreateStream => {
                self.streams.push(self.core.create_stream().unwrap());
                self.model.streams.push(Vec::new());
            }
            Action::Stop(track) => {
                let track = pick(&self.tracks, track)?;
                let was_live = !std::mem::replace(&mut self.model.tracks[track].ended, true);
                assert_eq!(self.core.stop(self.tracks[track]), was_live);
            }
            Action::SetEnabled(track, enabled) => {
                let track = pick(&self.tracks, track)?;
                self.core.set_enabled(self.tracks[track], *enabled);
                self.model.tracks[track].enabled = *enabled;
            }
            Action::Add(stream, track) => {
                let (stream, track) = (pick(&self.streams, stream)?, pick(&self.tracks, track)?);
                let added = self.core.add_track(self.streams[stream], self.tracks[track]).unwrap();
                assert_eq!(added, self.model.add(stream, track));
            }
            Action::Remove(stream, track) => {
                let (stream, track) = (pick(&self.streams, stream)?, pick(&self.tracks, track)?);
                let removed = self.core.remove_track(self.streams[stream], self.tracks[track]);
                assert_eq!(removed, self.model.remove(stream, track));
            }
            Action::Mute(source, muted) => {
                let source = pick(&self.sources, source)?;
                self.core.set_source_muted(self.sources[source], *muted);
                if !self.model.sources[source].ended {
                    self.model.sources[source].muted = *muted;
                }
            }
            Action::End(source) => {
                let source = pick(&self.sources, source)?;
                self.core.end_source(self.sources[source]);
                self.model.sources[source].ended = true;
            }
            Action::Observe(track) => {
                let track = pick(&self.tracks, track)?;
                self.core.track_listener_added(self.tracks[track], EventTypes::ENDED);
            }
        }
        Some(())
    }

    fn step(&mut self, step: &Step) -> Option<()> {
        match step {
            Step::Do(action) => self.perform(action)?,
            Step::DispatchSource(source, listeners) => {
                let source = pick(&self.sources, source)?;
                let mut listeners = listeners.iter();
                loop {
                    let effect = self.core.next_source_effect(self.sources[source]);
                    let expected = self.model.next_source_effect(source);
                    self.assert_same(effect, expected);
                    effect?;
                    listeners.next().map(|action| self.perform(action));
                }
            }
            Step::SetTracks(stream, tracks, listeners) => {
                let stream = pick(&self.streams, stream)?;
                let wanted: Vec<_> =
                    tracks.iter().filter_map(|track| pick(&self.tracks, track)).collect();
                let reconciliation = self.core.reconcile(0, self.streams[stream]).unwrap();
                wanted.iter().for_each(|&track| self.core.want(self.tracks[track]).unwrap());
                let before = self.model.streams[stream].clone();
                let removals = before.iter().filter(|track| !wanted.contains(track));
                let mut additions: Vec<usize> = Vec::new();
                for &track in &wanted {
                    if !before.contains(&track) && !additions.contains(&track) {
                        additions.push(track);
                    }
                }
                let planned: Vec<_> = removals
                    .map(|&track| ModelChange::Removal(track))
                    .chain(additions.into_iter().map(ModelChange::Addition))
                    .collect();
                let mut listeners = listeners.iter();
                for change in planned {
                    let track = change.track();
                    if self.model.touched.contains(&(stream, track)) {
                        continue;
                    }
                    let actual = self.core.next_change(reconciliation);
                    let (id, stream_id) = (self.tracks[track], self.streams[stream]);
                    if let ModelChange::Removal(_) = change {
                        assert_eq!(actual, Some(Change::Removal(id)));
                        assert!(self.core.remove_track(stream_id, id));
                        assert!(self.model.remove(stream, track));
                    } else {
                        assert_eq!(actual, Some(Change::Addition(id)));
                        assert!(self.core.add_track(stream_id, id).unwrap());
                        assert!(self.model.add(stream, track));
                    }
                    listeners.next().map(|action| self.perform(action));
                }
                assert_eq!(self.core.next_change(reconciliation), None);
                self.model.touched.clear();
            }
        }
        Some(())
    }

    fn assert_same(&self, actual: Option<Effect>, expected: Option<ModelEffect>) {
        let expected = expected.map(|effect| match effect {
            ModelEffect::Ended(track) => Effect::Ended(self.tracks[track]),
            ModelEffect::Muted(track) => Effect::Muted(self.tracks[track]),
            ModelEffect::Unmuted(track) => Effect::Unmuted(self.tracks[track]),
        });
        assert_eq!(actual, expected);
    }

    fn assert_same_state(&self) {
        for (index, &source) in self.sources.iter().enumerate() {
            let state = self.core.source_state(source);
            let model = self.model.sources[index];
            assert_eq!(state.contains(SourceState::ENDED), model.ended);
            assert_eq!(state.contains(SourceState::MUTED), model.muted);
            assert_eq!(state.contains(SourceState::IN_USE), self.model.is_in_use(index));
        }
        for (index, &track) in self.tracks.iter().enumerate() {
            let state = self.core.track_state(track);
            let model = self.model.tracks[index];
            assert_eq!(state.contains(TrackState::ENDED), model.ended);
            assert_eq!(state.contains(TrackState::MUTED), model.muted);
            assert_eq!(state.contains(TrackState::DISABLED), !model.enabled);
        }
        for (index, &stream) in self.streams.iter().enumerate() {
            let tracks: Vec<_> = self.core.tracks(stream).collect();
            let expected: Vec<_> =
                self.model.streams[index].iter().map(|&track| self.tracks[track]).collect();
            assert_eq!(tracks, expected);
            let active = self.core.stream_state(stream).contains(StreamState::ACTIVE);
            assert_eq!(active, self.model.is_active(index));
        }
    }
}

proptest! {
    #[test]
    fn the_core_does_what_the_model_does(steps in vec(step(), 0..120)) {
        let mut pair = Pair::default();
        for step in &steps {
            pair.step(step);
            pair.model.touched.clear();
            pair.assert_same_state();
        }
    }

    #[test]
    fn ids_that_name_nothing_change_nothing(raw in 1u32.., other in 1u32..) {
        let mut core = UserAgent::new();
        let stream = core.create_stream().unwrap();
        let (source, track) = (Id::new(raw).unwrap(), Id::new(other).unwrap());
        prop_assert_eq!(core.create_track(source, true), None);
        prop_assert_eq!(core.clone_track(track), None);
        prop_assert!(!core.stop(track));
        prop_assert!(!core.add_track(stream, track).unwrap());
        prop_assert!(!core.remove_track(stream, track));
        core.end_source(source);
        prop_assert_eq!(core.next_source_effect(source), None);
        let reconciliation = core.reconcile(0, stream).unwrap();
        core.want(track).unwrap();
        prop_assert_eq!(core.next_change(reconciliation), None);
        prop_assert_eq!(core.next_change(raw as usize), None);
    }
}
