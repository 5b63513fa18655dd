//! The constraint solver of the npm package `mediastream-polyfill`:
//! [SelectSettings](https://www.w3.org/TR/mediacapture-streams/#dfn-selectsettings) over the settings
//! dictionaries of one object, for applyConstraints(), or of several devices, for getUserMedia().
//!
//! ```
//! use mediastream_constraints::{Constraints, Device, Property, Value, select_settings};
//! # let json = |json: &str| serde_json::from_str::<Value>(json).expect("JSON");
//!
//! let camera = json(r#"{ "kind": "video", "modes": [
//!     { "width": 640, "height": 480, "frameRate": 30 },
//!     { "width": 1280, "height": 720, "frameRate": 30 }
//! ] }"#);
//! let constraints = json(r#"{ "width": 1280, "frameRate": { "max": 15 } }"#);
//!
//! let selection = select_settings(&[Device::read(&camera)], &Constraints::read(&constraints));
//! let settings = selection.expect("some settings satisfy them").settings;
//! assert_eq!(settings.number(Property::Height), Some(720.0));
//! assert_eq!(settings.number(Property::FrameRate), Some(15.0));
//! assert_eq!(settings.get(Property::ResizeMode), Some(&Value::Text("crop-and-scale".into())));
//! ```
//!
//! The settings dictionaries of a device are too many to list: [`candidates`] says how the best is found.

#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod candidates;
pub mod constraint;
pub mod device;
pub mod domain;
pub mod exports;
pub mod fitness_distance;
#[cfg(not(feature = "std"))]
mod minimal_runtime;
pub mod property;
pub mod resolutions;
pub mod select_settings;
pub mod settings;
pub mod value;

pub use constraint::{BareValues, Constraint, ConstraintSet, Constraints};
pub use device::Device;
pub use fitness_distance::fitness_distance;
pub use property::{Kind, Property};
pub use select_settings::{Candidate, Overconstrained, Selection, candidates, select_settings};
pub use settings::Settings;
pub use value::Value;
