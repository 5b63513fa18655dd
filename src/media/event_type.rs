//! The events that the user agent fires.

bitflags::bitflags! {
    /// Types of events: their bits are numbered as in `src/js/event-types.js`, where no type has the number 0.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct EventTypes: u8 {
        /// `addtrack`
        const ADDTRACK = 1 << 1;
        /// `removetrack`
        const REMOVETRACK = 1 << 2;
        /// `mute`
        const MUTE = 1 << 3;
        /// `unmute`
        const UNMUTE = 1 << 4;
        /// `ended`
        const ENDED = 1 << 5;

        /// What is fired at a MediaStream.
        const OF_STREAM = Self::ADDTRACK.bits() | Self::REMOVETRACK.bits();
        /// What is fired at a MediaStreamTrack.
        const OF_TRACK = Self::MUTE.bits() | Self::UNMUTE.bits() | Self::ENDED.bits();
    }
}
