//! What a command answers where there is no memory for what it would make.

use alloc::collections::TryReserveError;

/// There was no memory, and nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfMemory;

impl From<TryReserveError> for OutOfMemory {
    fn from(_: TryReserveError) -> Self {
        OutOfMemory
    }
}
