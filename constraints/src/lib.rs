//! The constraint solver of the npm package `mediastream-polyfill`:
//! [SelectSettings](https://www.w3.org/TR/mediacapture-streams/#dfn-selectsettings) over the settings
//! dictionaries of one object, for applyConstraints(), or of several devices, for getUserMedia().
//!
//! ```
//! use mediastream_constraints::{Constraints, Device, Property, Value, select_settings};
//! # fn dictionary<const COUNT: usize>(members: [(&str, Value); COUNT]) -> Value {
//! #     let member = |(name, value): (&str, Value)| (name.encode_utf16().collect(), value);
//! #     Value::Dictionary(members.map(member).into())
//! # }
//! # let mode = |width, height| dictionary([
//! #     ("width", Value::Number(width)), ("height", Value::Number(height)), ("frameRate", Value::Number(30.0)),
//! # ]);
//!
//! let camera = dictionary([("modes", Value::List(vec![mode(640.0, 480.0), mode(1280.0, 720.0)]))]);
//! let constraints = dictionary([
//!     ("width", Value::Number(1280.0)),
//!     ("frameRate", dictionary([("max", Value::Number(15.0))])),
//! ]);
//!
//! let devices = [Device::read(&camera)];
//! let selection = select_settings(&devices, &Constraints::read(&constraints));
//! let settings = selection.expect("some settings satisfy them").settings;
//! assert_eq!(settings.number(Property::Height), Some(720.0));
//! assert_eq!(settings.number(Property::FrameRate), Some(15.0));
//! assert!(settings.get(Property::ResizeMode).is_some_and(|mode| mode.is("crop-and-scale")));
//! ```
//!
//! The settings dictionaries of a device are too many to list: [`mod@candidates`] says how the best is found.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod candidates;
pub mod constraint;
pub mod device;
pub mod device_selection;
pub mod domain;
pub mod fitness_distance;
mod number;
pub mod property;
pub mod resolutions;
pub mod select_settings;
pub mod settings;
pub mod value;

pub use constraint::{BareValues, Constraint, ConstraintSet, Constraints};
pub use device::Device;
pub use device_selection::{NotAllowed, constraints_for_device_selection};
pub use fitness_distance::fitness_distance;
pub use property::{Kind, Property};
pub use select_settings::{Candidate, Overconstrained, Selection, candidates, select_settings};
pub use settings::Settings;
pub use value::Value;
