//! The crate for Rust's users, as it is published, and a project that uses it.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use xtask::root;

use crate::{
    command::{command, run},
    manifest::VERSION,
};

/// Where the project is built, with what it needs of `examples/removed`.
const PROJECT: &str = "target/projects/removed";

/// Everything of publishing but the publishing.
pub(crate) fn publish_dry() -> Result<()> {
    run(&mut command("cargo publish --dry-run --allow-dirty -p mediastream-polyfill"))
}

/// Builds `examples/removed` over the packed crate, as a user does.
pub(crate) fn build_example() -> Result<()> {
    let example = root().join("examples/removed");
    let project = root().join(PROJECT);
    fs::create_dir_all(project.join("src"))?;
    for file in ["src/lib.rs", "index.html"] {
        fs::copy(example.join(file), project.join(file))?;
    }
    // The wasm-bindgen of the tool that `cargo xtask setup` installs.
    fs::copy(root().join("Cargo.lock"), project.join("Cargo.lock"))?;
    let manifest = fs::read_to_string(example.join("Cargo.toml"))?;
    let packed = packed()?;
    let manifest = manifest.replace("\"../..\"", &format!("{packed:?}"));
    fs::write(project.join("Cargo.toml"), manifest)?;
    run(command(&format!("wasm-pack build --mode no-install --target web {PROJECT}"))
        .env("CARGO_TARGET_DIR", root().join("target/examples")))
}

/// Builds it where that has not been done.
pub(crate) fn ensure_example() -> Result<()> {
    if root().join(PROJECT).join("pkg/removed.js").exists() {
        return Ok(());
    }
    publish_dry()?;
    build_example()
}

/// The crate as `cargo publish` unpacks it.
fn packed() -> Result<PathBuf> {
    let packed = root().join(format!("target/package/mediastream-polyfill-{VERSION}"));
    packed.canonicalize().context("the packed crate")
}
