//! Devices: which there are, what is told of them, what has changed, and which way a request for them goes.
//!
//! Like everything here it does no input or output. What the user does with devices, how the user answers and what
//! settings could be selected are facts that come in; what has to be done is polled, one step at a time. Labels and
//! ids of devices are numbers: no rule reads more of a text than whether it is equal to another.
//!
//! ```
//! use mediastream_polyfill::devices::{
//!     Description, DeviceKind, Failure, MediaDevices, MediaType, PermissionState, Request, Step,
//! };
//!
//! let mut media_devices = MediaDevices::new();
//! let description = Description { kind: DeviceKind::VideoInput, device_id: 1, label: 2, group_id: 3 };
//! let camera = media_devices.connect(description, false).expect("no other device is known by that");
//! assert!(media_devices.notify_of_change(), "fire devicechange");
//!
//! // getUserMedia({ video: true })
//! let mut request = Request::new(false, true).expect("something is requested");
//! assert_eq!(request.next_step(&mut media_devices), Step::SelectSettings(MediaType::Video));
//! assert_eq!(request.candidate(0), Some(camera));
//! media_devices.set_permission(PermissionState::Denied);
//! assert_eq!(request.next_step(&mut media_devices), Step::Reject(Failure::PermissionDenied));
//! ```

mod device;
mod device_change;
mod device_info;
mod exposure;
mod get_user_media;
mod media_devices;
mod permission;

pub use device::{Description, Device, DeviceId, DeviceKind, MediaType};
pub use device_info::{DeviceInfo, Listing};
pub use exposure::Exposure;
pub use get_user_media::{Failure, Request, Step};
pub use media_devices::MediaDevices;
pub use permission::PermissionState;
