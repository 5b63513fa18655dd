//! What `cargo xtask` and the browser tests share: where things are, and the server over them.

pub mod server;

use std::path::Path;

/// The repository's top folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the repository")
}
