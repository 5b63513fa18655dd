//! [getUserMedia()](https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia): what is done next, and
//! which failure comes first.

use super::device::MediaType;
use super::device_info::Listing;
use super::media_devices::MediaDevices;
use super::permission::PermissionState;

/// What is to be done, and then said by an [`Answer`]; or how the promise is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Ask for the first step: the algorithm goes on in parallel.
    Begin,
    /// Run SelectSettings on each [candidate](MediaDevices::next_candidate) of the media type, and remember those that
    /// can satisfy the constraints: the finalSet. Are there any? Or is a required constraint
    /// [not allowed](Answer::NotAllowed)?
    SelectSettings,
    /// Ask the user. Is permission granted?
    RequestPermission,
    /// Of the finalSet's candidates of the media type, remove those that can't be [accessed](Answer::of_access), and
    /// choose the one of the others with the smallest fitness distance. Is there one? If all had to be removed, the
    /// answer is that of the last access.
    Choose,
    /// Create a track of each chosen device and a stream of them, and apply the constraints to the tracks. Did that
    /// succeed?
    CreateStream,
    /// Stop the tracks that have been created.
    StopTracks,
    /// Resolve the promise with the stream.
    Resolve,
    /// Reject the promise with a TypeError: a required constraint is not allowed for device selection.
    RejectNotAllowed,
    /// With a NotFoundError: there is no device for the media type.
    RejectNotFound,
    /// With an OverconstrainedError: no device satisfies the constraints, and `constraint` says which one is to blame.
    RejectOverconstrained,
    /// With an OverconstrainedError whose `constraint` is "", since device information can't be exposed.
    RejectOverconstrainedUnexposed,
    /// With a NotAllowedError: permission is denied.
    RejectPermissionDenied,
    /// With a NotReadableError: another program has what would fit, or it doesn't fit any more.
    RejectNotReadable,
    /// With an AbortError: access to what would fit failed for any other reason.
    RejectAborted,
    /// With what applying the constraints to a track failed with.
    RejectApplyConstraints,
}

impl Step {
    /// The step of a number, if it isn't settled.
    #[must_use]
    pub fn new(number: u32) -> Option<Self> {
        let steps = [
            Self::Begin,
            Self::SelectSettings,
            Self::RequestPermission,
            Self::Choose,
            Self::CreateStream,
            Self::StopTracks,
        ];
        steps.get(number as usize).copied()
    }
}

/// What came of a [`Step`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It was no use. Of access: a lock prevents it.
    No,
    /// It went well.
    Yes,
    /// Access failed for any other reason than a lock.
    Failed,
    /// A constraint is required whose name isn't in the list of allowed required constraints for device selection.
    NotAllowed,
}

impl Answer {
    /// Whether a device can be accessed that is connected or not, locked by another program or not, and broken or not:
    /// step 11.9.2.
    #[must_use]
    pub fn of_access(is_connected: bool, is_locked: bool, is_broken: bool) -> Self {
        if is_broken || !is_connected {
            Self::Failed
        } else if is_locked {
            Self::No
        } else {
            Self::Yes
        }
    }

    /// The answer of a number, as `src/js/devices/machine.js` has them.
    #[must_use]
    pub fn new(number: u32) -> Option<Self> {
        [Self::No, Self::Yes, Self::Failed, Self::NotAllowed].get(number as usize).copied()
    }
}

/// A call of getUserMedia(). It is small, and holds nothing: the candidates are JavaScript's to remember.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// Whether audio is among the requestedMediaTypes.
    pub audio: bool,
    /// Whether video is.
    pub video: bool,
    /// What is being done.
    pub step: Step,
    /// For which media type, where it is for one.
    pub media_type: MediaType,
}

impl Request {
    /// Steps 1 to 10. `None` if nothing is requested: then the promise is returned rejected with a TypeError.
    #[must_use]
    pub fn new(audio: bool, video: bool) -> Option<Self> {
        let request = Self { audio, video, step: Step::Begin, media_type: MediaType::Audio };
        (audio || video).then_some(request)
    }

    /// What is done next, after what came of the last step. What comes of [`Step::Begin`] is ignored.
    pub fn next_step(&mut self, media_devices: &mut MediaDevices, answer: Answer) -> Step {
        self.step = match (self.step, answer) {
            // 11.3. For each media type, run the following steps:
            (Step::Begin, _) => {
                self.begin_media_types();
                self.conceive(media_devices)
            }
            // 11.3.4. If a required constraint is not allowed, reject with a TypeError.
            (Step::SelectSettings, Answer::NotAllowed) => Step::RejectNotAllowed,
            (Step::SelectSettings, Answer::Yes) => {
                // 11.3.6. If all of them are denied, jump to Permission Failure. What is denied is denied of devices
                // with live tracks as well: step 11.3.7 allows that.
                if media_devices.permission == PermissionState::Denied {
                    Step::RejectPermissionDenied
                } else if self.advance_media_type() {
                    self.conceive(media_devices)
                } else if media_devices.permission == PermissionState::Prompt {
                    // 11.5. Request permission to use the devices.
                    Step::RequestPermission
                } else {
                    self.permitted(media_devices)
                }
            }
            // 11.3.5. If there is no candidate left, jump to Constraint Failure.
            (Step::SelectSettings, _) => {
                media_devices.specific_failure(if media_devices.exposure.is_any() {
                    Step::RejectOverconstrained
                } else {
                    Step::RejectOverconstrainedUnexposed
                })
            }
            (Step::RequestPermission, Answer::Yes) => self.permitted(media_devices),
            // 11.5.2. If the result of the request is "denied", jump to Permission Failure.
            (Step::RequestPermission, _) => Step::RejectPermissionDenied,
            // 11.9. For each media type, choose a candidate.
            (Step::Choose, Answer::Yes) if self.advance_media_type() => Step::Choose,
            // 11.9.5., 11.9.6., 11.10. No track is created before all can be.
            (Step::Choose, Answer::Yes) => Step::CreateStream,
            // 11.9.2. If there are no candidates left, reject with what the last one failed with.
            (Step::Choose, Answer::Failed) => Step::RejectAborted,
            // "It is conceivable that the selected device is no longer suitable. In this case, a NotReadableError
            // will result."
            (Step::Choose, _) => Step::RejectNotReadable,
            // 11.12. Resolve with the stream.
            (Step::CreateStream, Answer::Yes) => Step::Resolve,
            // 11.10. If the constraints can't be applied, reject; and no device stays in use.
            (Step::CreateStream, _) => Step::StopTracks,
            (Step::StopTracks, _) => Step::RejectApplyConstraints,
            (settled, _) => settled,
        };
        self.step
    }

    /// Step 11.3.1 for a media type.
    fn conceive(&self, media_devices: &MediaDevices) -> Step {
        match media_devices.next_candidate(self.media_type, &mut Listing::new()) {
            // 11.3.2. to 11.3.5.
            Some(_) => Step::SelectSettings,
            // If the candidate set is the empty set, jump to NotFound Failure.
            None => media_devices.specific_failure(Step::RejectNotFound),
        }
    }

    fn permitted(&mut self, media_devices: &mut MediaDevices) -> Step {
        // 11.6., 11.7. The document has system focus.
        // 11.8. Set the device information exposure.
        media_devices.expose(self.audio, self.video);
        // 11.9. For each media type, choose a candidate.
        self.begin_media_types();
        Step::Choose
    }

    fn begin_media_types(&mut self) {
        self.media_type = if self.audio { MediaType::Audio } else { MediaType::Video };
    }

    /// Whether there is a requested media type after this.
    fn advance_media_type(&mut self) -> bool {
        let is_there = self.media_type == MediaType::Audio && self.video;
        self.media_type = if is_there { MediaType::Video } else { self.media_type };
        is_there
    }
}

impl MediaDevices {
    /// A failure that tells more than that permission is denied: only if that isn't so of anything requested.
    ///
    /// <https://www.w3.org/TR/mediacapture-streams/#dfn-getusermedia-specific-failure-is-allowed>
    fn specific_failure(&self, failure: Step) -> Step {
        let is_allowed = self.permission != PermissionState::Denied;
        if is_allowed { failure } else { Step::RejectPermissionDenied }
    }
}
