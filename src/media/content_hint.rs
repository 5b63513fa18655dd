//! The values of [`MediaStreamTrack.contentHint`](https://www.w3.org/TR/mst-content-hint/).

/// A content hint, numbered as in `src/js/content-hint.js`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum ContentHint {
    /// "", for either kind of track.
    #[default]
    None,
    /// "speech", for audio.
    Speech,
    /// "speech-recognition", for audio.
    SpeechRecognition,
    /// "music", for audio.
    Music,
    /// "motion", for video.
    Motion,
    /// "detail", for video.
    Detail,
    /// "text", for video.
    Text,
}

impl ContentHint {
    const ALL: [ContentHint; 7] = [
        ContentHint::None,
        ContentHint::Speech,
        ContentHint::SpeechRecognition,
        ContentHint::Music,
        ContentHint::Motion,
        ContentHint::Detail,
        ContentHint::Text,
    ];

    /// The hint of a number; `None` for a number that is no hint's.
    pub fn new(number: u32) -> Option<Self> {
        Self::ALL.get(number as usize).copied()
    }

    /// Whether a track of this kind may have the hint.
    pub fn suits(self, video: bool) -> bool {
        match self {
            ContentHint::None => true,
            ContentHint::Speech | ContentHint::SpeechRecognition | ContentHint::Music => !video,
            ContentHint::Motion | ContentHint::Detail | ContentHint::Text => video,
        }
    }
}
