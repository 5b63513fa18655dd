//! The constraint solver, natively.

mod cases;
mod device_selection;
mod devices;
mod distances;
mod json;
mod model;
mod properties;
mod ties;
mod values;
