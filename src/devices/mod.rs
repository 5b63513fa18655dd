//! Devices: which there are, what is told of them, what has changed, and which way a request for them goes.
//!
//! Like everything here it does no input or output. What the user does with devices, how the user answers and what
//! settings could be selected are facts that come in; what has to be done is polled, one step at a time. Labels and
//! ids of devices are numbers: no rule reads more of a text than whether it is equal to another.
//!
//! ```
//! use mediastream_polyfill::devices::{
//!     Answer, Description, DeviceKind, Listing, MediaDevices, MediaType, Request, Step,
//! };
//!
//! let mut media_devices = MediaDevices::new();
//! let description = Description { kind: DeviceKind::VideoInput, device_id: 1, label_and_group_id: 2 };
//! let camera = media_devices.connect(description, false).expect("no other device is known by that");
//! assert!(media_devices.notify_of_change(), "fire devicechange");
//!
//! // getUserMedia({ video: true })
//! let mut request = Request::new(false, true).expect("something is requested");
//! assert_eq!(request.next_step(&mut media_devices, Answer::Yes), Step::SelectSettings);
//! assert_eq!(request.media_type, MediaType::Video);
//! let candidate = media_devices.next_candidate(MediaType::Video, &mut Listing::new());
//! assert_eq!(candidate, Some(camera));
//!
//! // It satisfies the constraints.
//! assert_eq!(request.next_step(&mut media_devices, Answer::Yes), Step::Choose);
//! // It is connected, and somebody else has it.
//! let answer = Answer::of_access(true, true, false);
//! assert_eq!(request.next_step(&mut media_devices, answer), Step::RejectNotReadable);
//! ```

mod device;
mod device_change;
mod device_info;
mod exposure;
mod get_user_media;
mod media_devices;
mod permission;

pub use device::{Description, DeviceId, DeviceKind, MediaType};
pub use device_info::{DeviceInfo, Listing, Told};
pub use exposure::Exposure;
pub use get_user_media::{Answer, Request, Step};
pub use media_devices::MediaDevices;
pub use permission::PermissionState;
