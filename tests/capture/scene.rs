//! An element that is captured once, and what is done for the capture.

use mediastream_polyfill::capture::{
    CaptureId, CapturedElement, Effect, Fired, Host, MediaEvent, Owner, TrackId,
};

pub const BY_HOST: Fired = Fired { by_host: true, at_element: true };

pub struct Scene {
    pub element: CapturedElement,
    pub capture: CaptureId,
    pub now: u64,
}

impl Scene {
    /// An element that has loaded a source, and a capture of it with these tracks.
    pub fn new(host: Host, tracks: &[(Owner, bool)]) -> (Scene, Vec<TrackId>) {
        let mut element = CapturedElement::new(host);
        let capture = element.capture().expect("a number");
        let mut scene = Scene { element, capture, now: 1000 };
        let tracks = scene.captured(tracks);
        assert_eq!(scene.effects(), []);
        (scene, tracks)
    }

    /// A capture of a film, that has sound.
    pub fn of_film(host: Host) -> (Scene, [TrackId; 2]) {
        let (scene, tracks) = Scene::new(host, &FILM);
        (scene, [tracks[0], tracks[1]])
    }

    /// The stream that the host made for the capture has these tracks.
    pub fn captured(&mut self, tracks: &[(Owner, bool)]) -> Vec<TrackId> {
        let each = |&(owner, is_video): &(Owner, bool)| {
            self.element.captured(self.capture, owner, is_video, false)
        };
        tracks.iter().filter_map(each).collect()
    }

    /// The same, and these are all.
    pub fn captured_anew(&mut self, tracks: &[(Owner, bool)]) -> Vec<TrackId> {
        let tracks = self.captured(tracks);
        self.element.captured_anew(self.capture, self.now);
        tracks
    }

    /// The host puts a track into the stream and tells.
    pub fn host_adds(&mut self, stream: u32, owner: Owner, is_video: bool) -> TrackId {
        let track = self.element.met(self.capture, stream, owner, is_video).expect("a number");
        self.element.host_added(track, self.now);
        track
    }

    pub fn fires(&mut self, events: &[MediaEvent]) {
        for &event in events {
            self.element.hears(event, BY_HOST, self.now);
        }
    }

    pub fn passes(&mut self, milliseconds: u64) {
        self.now += milliseconds;
        self.element.wake(self.now);
    }

    pub fn effects(&mut self) -> Vec<Effect> {
        std::iter::from_fn(|| self.element.next_effect()).collect()
    }
}

pub const FILM: [(Owner, bool); 2] = [(Owner::Element, false), (Owner::Element, true)];
