//! What JavaScript calls of [`mediastream_polyfill::devices`]: numbers in, numbers out.
//!
//! 0 stands for none. A number that names nothing changes nothing.

#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]

extern crate alloc;
extern crate mediastream_wasm_runtime as _;

mod slots;

use core::ops::DerefMut;

use mediastream_polyfill::devices::{
    Answer, Description, DeviceId, DeviceKind, Exposure, Listing, MediaDevices, MediaType,
    PermissionState, Request, Step,
};
use singlyton::Singleton;
use slots::Slots;
use wasm_bindgen::prelude::wasm_bindgen;

// It takes nothing back: slots are used again, with their lists.
#[cfg(all(not(feature = "std"), target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: mini_alloc::MiniAlloc = mini_alloc::MiniAlloc::INIT;

/// The state behind all VirtualDevices.
struct Machines {
    media_devices: Slots,
    /// How far the list that is being read has been.
    listing: Listing,
}

/// Not locked: there is one thread, and no export calls another or JavaScript.
static MACHINES: Singleton<Machines> =
    Singleton::new(Machines { media_devices: Slots::new(), listing: Listing::new() });

fn machines() -> impl DerefMut<Target = Machines> {
    MACHINES.get_mut()
}

/// Shows where a panic was, in builds that have panic messages.
#[cfg(feature = "std")]
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// [`MediaDevices::new`], with everything exposed from the start or not.
#[wasm_bindgen]
pub fn create_media_devices(exposed: bool) -> u32 {
    let mut machines = machines();
    let number = machines.media_devices.take();
    if let Some(media_devices) = machines.media_devices.get(number) {
        media_devices.set_exposure(if exposed { Exposure::FULL } else { Exposure::default() });
    }
    number
}

/// The MediaDevices is not referred to any more.
#[wasm_bindgen]
pub fn free_media_devices(media_devices: u32) {
    machines().media_devices.free(media_devices);
}

/// [`MediaDevices::reserve`]: whether there is memory for a device more.
#[wasm_bindgen]
pub fn reserve_device(media_devices: u32) -> bool {
    let mut machines = machines();
    let media_devices = machines.media_devices.get(media_devices);
    media_devices.is_some_and(|media_devices| media_devices.reserve().is_ok())
}

/// [`MediaDevices::connect`]: a device's id. A default has 4 added to its kind.
#[wasm_bindgen]
pub fn connect_device(
    media_devices: u32,
    kind: u32,
    device_id: u32,
    label_and_group_id: u32,
) -> u32 {
    const DEFAULT: u32 = 4;
    let mut machines = machines();
    if let Some(media_devices) = machines.media_devices.get(media_devices)
        && let Some(of) = DeviceKind::new(kind & !DEFAULT)
    {
        let description = Description { kind: of, device_id, label_and_group_id };
        return media_devices.connect(description, kind & DEFAULT != 0).map_or(0, DeviceId::get);
    }
    0
}

/// [`MediaDevices::disconnect`]
#[wasm_bindgen]
pub fn disconnect_device(media_devices: u32, device: u32) {
    let mut machines = machines();
    if let Some(media_devices) = machines.media_devices.get(media_devices)
        && let Some(device) = DeviceId::new(device)
    {
        media_devices.disconnect(device);
    }
}

/// [`MediaDevices::set_permission`]
#[wasm_bindgen]
pub fn set_permission(media_devices: u32, permission: u32) -> bool {
    let mut machines = machines();
    if let Some(media_devices) = machines.media_devices.get(media_devices)
        && let Some(permission) = PermissionState::new(permission)
    {
        return media_devices.set_permission(permission);
    }
    false
}

/// [`MediaDevices::notify_of_change`]
#[wasm_bindgen]
pub fn notify_of_change(media_devices: u32) -> bool {
    let mut machines = machines();
    machines.media_devices.get(media_devices).is_some_and(MediaDevices::notify_of_change)
}

/// Begins a list, of device infos or of candidates.
#[wasm_bindgen]
pub fn begin_list() {
    machines().listing = Listing::new();
}

/// [`MediaDevices::next_device_info`]: the device, above 2 bits that say how much is told of it.
#[wasm_bindgen]
pub fn next_device_info(media_devices: u32) -> u32 {
    let Machines { media_devices: slots, listing } = &mut *machines();
    let info = slots.get(media_devices).and_then(|devices| devices.next_device_info(listing));
    info.map_or(0, |info| (info.device.get() << 2) | info.told as u32)
}

/// [`MediaDevices::next_candidate`]: a device.
#[wasm_bindgen]
pub fn next_candidate(media_devices: u32, video: bool) -> u32 {
    let Machines { media_devices: slots, listing } = &mut *machines();
    let media_type = if video { MediaType::Video } else { MediaType::Audio };
    let devices = slots.get(media_devices);
    devices.and_then(|devices| devices.next_candidate(media_type, listing)).map_or(0, DeviceId::get)
}

/// [`Answer::of_access`]
#[wasm_bindgen]
pub fn access_device(is_connected: bool, is_locked: bool, is_broken: bool) -> u32 {
    Answer::of_access(is_connected, is_locked, is_broken) as u32
}

/// [`Request::new`]: a request, which is a number that JavaScript keeps.
#[wasm_bindgen]
pub fn begin_request(audio: bool, video: bool) -> u32 {
    Request::new(audio, video).map_or(0, encode)
}

/// [`Request::next_step`]: the request as it is now.
#[wasm_bindgen]
pub fn next_step(media_devices: u32, request: u32, answer: u32) -> u32 {
    let mut machines = machines();
    if let Some(media_devices) = machines.media_devices.get(media_devices)
        && let Some(mut request) = decode(request)
        && let Some(answer) = Answer::new(answer)
    {
        request.next_step(media_devices, answer);
        return encode(request);
    }
    0
}

/// A request as a number: its step in the lower 4 bits, above that its media type, and what is requested.
/// `src/js/devices/machine.js` has the numbers.
fn encode(request: Request) -> u32 {
    let Request { audio, video, step, media_type } = request;
    step as u32 | (media_type as u32) << 4 | u32::from(audio) << 5 | u32::from(video) << 6
}

/// A request that isn't settled.
fn decode(number: u32) -> Option<Request> {
    let bit = |bit: u32| number >> bit & 1 == 1;
    let media_type = if bit(4) { MediaType::Video } else { MediaType::Audio };
    Step::new(number & 15).map(|step| Request { audio: bit(5), video: bit(6), step, media_type })
}
