//! The npm package's classes, for Rust that runs in a browser or another JavaScript host (Yew, Leptos, plain
//! wasm-bindgen): typed by wasm-bindgen, with the package in one file that comes with this crate.
//!
//! [`MediaStream`], [`MediaStreamTrack`] and [`MediaStreamTrackEvent`] extend the types of the same names in web-sys, and
//! dereference to them: what these can, they can. [`install`] repairs a browser's own, which stay of web-sys's types.

mod constraints;
#[cfg(feature = "devices")]
mod devices;
mod dictionaries;
mod error;
#[cfg(feature = "install")]
mod install;
mod kind;
mod listener;
mod media_stream;
mod media_stream_track;
mod stream_controller;
mod sys;
mod track_source;

pub use self::{
    constraints::{
        Constrain, ConstrainDouble, MediaTrackConstraintSet, MediaTrackConstraints, OneOrMany,
    },
    dictionaries::{
        EchoCancellation, MediaTrackCapabilities, MediaTrackSettings, NumberRange, TrackSourceInit,
        VideoMode,
    },
    error::{Error, ErrorKind},
    kind::Kind,
    listener::Listener,
    sys::{MediaStream, MediaStreamTrack, MediaStreamTrackEvent, StreamController, TrackSource},
};

#[cfg(feature = "devices")]
pub use self::{
    devices::{MediaStreamConstraints, VirtualDeviceInit, VirtualDevicesOptions},
    kind::DeviceKind,
    sys::{MediaDevices, VirtualDevice, VirtualDevices},
};

#[cfg(feature = "install")]
pub use self::{
    install::{InstallOptions, install, install_with_options},
    sys::Installation,
};
