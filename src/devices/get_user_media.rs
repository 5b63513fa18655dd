//! [getUserMedia()](https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia): what is done next, and
//! which failure comes first.

use alloc::vec::Vec;

use super::device::{Device, DeviceId, MediaType};
use super::media_devices::MediaDevices;
use super::permission::PermissionState;

/// What is to be done before the next step is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Run SelectSettings on each [candidate](Request::candidate) of this media type, and
    /// [remove](Request::remove_candidate) those that can't satisfy the constraints; or say that one of these is
    /// [not allowed](Request::constraint_is_not_allowed).
    SelectSettings(MediaType),
    /// Ask the user, and [say what they answered](Request::permission_answered).
    RequestPermission,
    /// [Choose](Request::choose) the candidate of this media type with the smallest fitness distance.
    Choose(MediaType),
    /// Create a track of each chosen device and a stream of them, and apply the constraints to the tracks; if that
    /// [failed](Request::apply_constraints_failed), say so.
    CreateStream,
    /// Stop the tracks that have been created.
    StopTracks,
    /// Resolve the promise with the stream.
    Resolve,
    /// Reject the promise.
    Reject(Failure),
}

/// Why a promise is rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// TypeError: a constraint is required that isn't among the allowed required constraints for device selection.
    ConstraintNotAllowed,
    /// NotFoundError: there is no device for this media type.
    NotFound(MediaType),
    /// OverconstrainedError: no device satisfies the constraints, and `constraint` says which one is to blame.
    Overconstrained,
    /// OverconstrainedError whose `constraint` is "", since device information can't be exposed.
    OverconstrainedUnexposed,
    /// NotAllowedError: permission is denied.
    PermissionDenied,
    /// NotReadableError: another program has what would fit, or it doesn't fit any more.
    NotReadable(MediaType),
    /// AbortError: access to what would fit failed for any other reason.
    Aborted(MediaType),
    /// What applying the constraints to a track failed with.
    ApplyConstraints,
}

/// A call of getUserMedia().
#[derive(Debug, Default)]
pub struct Request {
    /// Whether audio is among the requestedMediaTypes.
    audio: bool,
    /// Whether video is.
    video: bool,
    /// The candidates for audio and those for video: the finalSet. `None` is one that was removed.
    candidates: [Vec<Option<DeviceId>>; 2],
    state: State,
}

/// What has been done when the next step is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Begun,
    SettingsSelected(MediaType),
    ConstraintFoundNotAllowed,
    PermissionRequested,
    PermissionAnswered {
        granted: bool,
    },
    NothingChosen(MediaType),
    Chosen(MediaType),
    StreamCreated,
    ApplyConstraintsFailed,
    TracksStopped,
    Settled(Step),
}

impl Request {
    /// Steps 1 to 10. `None` if nothing is requested: then the promise is returned rejected with a TypeError.
    #[must_use]
    pub fn new(audio: bool, video: bool) -> Option<Self> {
        let mut request = Self::default();
        request.begin(audio, video).then_some(request)
    }

    /// Begins another call: what this one has is used again. Whether anything is requested.
    pub fn begin(&mut self, audio: bool, video: bool) -> bool {
        (self.audio, self.video, self.state) = (audio, video, State::Begun);
        self.candidates.iter_mut().for_each(Vec::clear);
        audio || video
    }

    /// The candidate at a place in the list that the current step is about; `None` at its end.
    #[must_use]
    pub fn candidate(&self, place: usize) -> Option<DeviceId> {
        self.candidates_of(self.media_type()?).get(place).copied().flatten()
    }

    /// SelectSettings found that the candidate at a place can't satisfy the constraints. The others keep their places.
    pub fn remove_candidate(&mut self, place: usize) {
        if let State::SettingsSelected(of) = self.state
            && let Some(candidate) = self.candidates_of_mut(of).get_mut(place)
        {
            *candidate = None;
        }
    }

    /// Among the constraints is a required one whose name isn't in the list of allowed required constraints for device
    /// selection.
    ///
    /// <https://www.w3.org/TR/mediacapture-streams/#dfn-allowed-required-constraints-for-device-selection>
    pub fn constraint_is_not_allowed(&mut self) {
        if let State::SettingsSelected(_) = self.state {
            self.state = State::ConstraintFoundNotAllowed;
        }
    }

    /// The user answered.
    pub fn permission_answered(&mut self, granted: bool) {
        if self.state == State::PermissionRequested {
            self.state = State::PermissionAnswered { granted };
        }
    }

    /// SelectSettings found that the candidate at a place fits best. If it is not called, none fits any more.
    pub fn choose(&mut self, place: usize) {
        if let State::NothingChosen(of) = self.state
            && self.candidate(place).is_some()
        {
            self.state = State::Chosen(of);
        }
    }

    /// The constraints could not be applied to one of the tracks.
    pub fn apply_constraints_failed(&mut self) {
        if self.state == State::StreamCreated {
            self.state = State::ApplyConstraintsFailed;
        }
    }

    /// What is done next. What the last step asked for has been done.
    pub fn next_step(&mut self, media_devices: &mut MediaDevices) -> Step {
        match self.state {
            // 11.3. For each media type, run the following steps:
            State::Begun => self.conceive(None, media_devices),
            // 11.3.4. If a required constraint is not allowed, reject with a TypeError.
            State::ConstraintFoundNotAllowed => self.reject(Failure::ConstraintNotAllowed),
            State::SettingsSelected(of) => {
                // 11.3.5. If no candidate is left, jump to Constraint Failure.
                if self.candidates_of(of).iter().all(Option::is_none) {
                    return self.constraint_failure(media_devices);
                }
                // 11.3.6. If all of them are denied, jump to Permission Failure. What is denied is denied of devices
                // with live tracks as well: step 11.3.7 allows that.
                if media_devices.permission == PermissionState::Denied {
                    return self.reject(Failure::PermissionDenied);
                }
                self.conceive(Some(of), media_devices)
            }
            // 11.5.1. If the user never responds, this algorithm stalls on this step.
            State::PermissionRequested => Step::RequestPermission,
            // 11.5.2. If the result of the request is "denied", jump to Permission Failure.
            State::PermissionAnswered { granted: false } => self.reject(Failure::PermissionDenied),
            State::PermissionAnswered { granted: true } => self.permitted(media_devices),
            // "It is conceivable that the selected device is no longer suitable. In this case, a NotReadableError
            // will result."
            State::NothingChosen(of) => self.reject(Failure::NotReadable(of)),
            State::Chosen(of) => self.access(Some(of), media_devices),
            // 11.12. Resolve with the stream.
            State::StreamCreated => self.settle(Step::Resolve),
            State::ApplyConstraintsFailed => {
                self.state = State::TracksStopped;
                Step::StopTracks
            }
            State::TracksStopped => self.reject(Failure::ApplyConstraints),
            State::Settled(step) => step,
        }
    }

    /// Step 11.3 for the media type after another.
    fn conceive(&mut self, after: Option<MediaType>, media_devices: &mut MediaDevices) -> Step {
        let Some(of) = self.media_type_after(after) else {
            return self.request_permission(media_devices);
        };
        // 11.3.1. The candidate set: the devices of that kind, the system default first.
        let candidates = self.candidates_of_mut(of);
        for is_default in [true, false] {
            let is_next = |device: &&Device| {
                device.description.kind == of.device_kind() && device.is_default == is_default
            };
            let devices = media_devices.available.iter().filter(is_next);
            candidates.extend(devices.map(|device| Some(device.id)));
        }
        // If it is the empty set, jump to NotFound Failure.
        if candidates.is_empty() {
            return self.specific_failure(Failure::NotFound(of), media_devices);
        }
        // 11.3.2. to 11.3.5.
        self.state = State::SettingsSelected(of);
        Step::SelectSettings(of)
    }

    /// Step 11.5: request permission to use the devices.
    fn request_permission(&mut self, media_devices: &mut MediaDevices) -> Step {
        match media_devices.permission {
            PermissionState::Granted => self.permitted(media_devices),
            PermissionState::Denied => self.reject(Failure::PermissionDenied),
            PermissionState::Prompt => {
                self.state = State::PermissionRequested;
                Step::RequestPermission
            }
        }
    }

    fn permitted(&mut self, media_devices: &mut MediaDevices) -> Step {
        // 11.6., 11.7. The document has system focus.
        // 11.8. Set the device information exposure.
        media_devices.expose(self.audio, self.video);
        // 11.9. For each media type, run the following steps:
        self.access(None, media_devices)
    }

    /// Step 11.9 for the media type after another. The specification tries one candidate after the other. Here those
    /// that can't be accessed are removed first, so that the best of the rest is looked for once.
    fn access(&mut self, after: Option<MediaType>, media_devices: &MediaDevices) -> Step {
        let Some(of) = self.media_type_after(after) else {
            // 11.9.5., 11.9.6., 11.10. No track is created before all can be.
            self.state = State::StreamCreated;
            return Step::CreateStream;
        };
        // 11.9.2. If access fails, remove the candidate.
        let mut failure = Failure::NotReadable(of);
        let candidates = self.candidates_of_mut(of);
        candidates.retain(|candidate| {
            let Some(id) = *candidate else { return false };
            match media_devices.device(id) {
                Some(Device { busy: false, broken: false, .. }) => return true,
                Some(Device { broken: false, .. }) => failure = Failure::NotReadable(of),
                _ => failure = Failure::Aborted(of),
            }
            false
        });
        // If there are no candidates left, reject with what the last one failed with.
        if candidates.is_empty() {
            return self.reject(failure);
        }
        // 11.9.1. The final candidate.
        self.state = State::NothingChosen(of);
        Step::Choose(of)
    }

    /// Constraint Failure.
    fn constraint_failure(&mut self, media_devices: &MediaDevices) -> Step {
        let failure = if media_devices.exposure.is_any() {
            Failure::Overconstrained
        } else {
            Failure::OverconstrainedUnexposed
        };
        self.specific_failure(failure, media_devices)
    }

    /// A failure that tells more than that permission is denied: only if that isn't so of anything requested.
    ///
    /// <https://www.w3.org/TR/mediacapture-streams/#dfn-getusermedia-specific-failure-is-allowed>
    fn specific_failure(&mut self, failure: Failure, media_devices: &MediaDevices) -> Step {
        let is_allowed = media_devices.permission != PermissionState::Denied;
        self.reject(if is_allowed { failure } else { Failure::PermissionDenied })
    }

    fn reject(&mut self, failure: Failure) -> Step {
        self.settle(Step::Reject(failure))
    }

    fn settle(&mut self, step: Step) -> Step {
        self.state = State::Settled(step);
        step
    }

    /// The requested media type that comes after one, or the first.
    fn media_type_after(&self, after: Option<MediaType>) -> Option<MediaType> {
        match after {
            None if self.audio => Some(MediaType::Audio),
            None | Some(MediaType::Audio) if self.video => Some(MediaType::Video),
            _ => None,
        }
    }

    /// The media type that the current step is about.
    fn media_type(&self) -> Option<MediaType> {
        match self.state {
            State::SettingsSelected(of) | State::NothingChosen(of) => Some(of),
            _ => None,
        }
    }

    fn candidates_of(&self, media_type: MediaType) -> &Vec<Option<DeviceId>> {
        let [audio, video] = &self.candidates;
        if media_type == MediaType::Audio { audio } else { video }
    }

    fn candidates_of_mut(&mut self, media_type: MediaType) -> &mut Vec<Option<DeviceId>> {
        let [audio, video] = &mut self.candidates;
        if media_type == MediaType::Audio { audio } else { video }
    }
}
