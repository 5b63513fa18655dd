//! The crate for Rust's users, as it is published, and projects that use it.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context, Result};
use xtask::root;

use crate::{
    command::{command, run},
    manifest::VERSION,
    output::say,
};

/// Projects in `examples`: plain, and in the frameworks that most users have.
pub(crate) const EXAMPLES: &[&str] = &["removed", "yew", "leptos"];

/// Everything of publishing but the publishing. What is packed compiles, for hosts with whatever it has.
pub(crate) fn publish_dry() -> Result<()> {
    for target in ["", "--target wasm32-unknown-unknown --all-features"] {
        let line =
            format!("cargo publish --dry-run --allow-dirty -p mediastream-polyfill {target}");
        run(&mut command(&line))?;
    }
    Ok(())
}

/// Builds one of [`EXAMPLES`] over the packed crate, as a user does, in `target/projects`.
pub(crate) fn build_example(name: &str) -> Result<()> {
    let start = Instant::now();
    let example = root().join("examples").join(name);
    let project = root().join("target/projects").join(name);
    fs::create_dir_all(project.join("src"))?;
    for file in ["src/lib.rs", "index.html"] {
        fs::copy(example.join(file), project.join(file))?;
    }
    lock(&project.join("Cargo.lock"))?;
    let manifest = fs::read_to_string(example.join("Cargo.toml"))?;
    let manifest = manifest.replace("\"../..\"", &format!("{:?}", packed()?));
    fs::write(project.join("Cargo.toml"), manifest)?;
    run(command("wasm-pack build --mode no-install --target web")
        .arg(project)
        .env("CARGO_TARGET_DIR", root().join("target/examples")))?;
    say!("examples/{name}: built in {} s", start.elapsed().as_secs());
    Ok(())
}

/// Has a project use the wasm-bindgen of the tool that `cargo xtask setup` installs. What the lock file lacks, cargo adds, once.
fn lock(lock: &Path) -> Result<()> {
    let ours = root().join("Cargo.lock");
    let modified = |path: &Path| fs::metadata(path).and_then(|file| file.modified());
    if !modified(lock).is_ok_and(|lock| modified(&ours).is_ok_and(|ours| ours <= lock)) {
        fs::copy(ours, lock)?;
    }
    Ok(())
}

/// The crate as `cargo publish` unpacks it.
fn packed() -> Result<PathBuf> {
    let packed = root().join(format!("target/package/mediastream-polyfill-{VERSION}"));
    packed.canonicalize().context("the packed crate")
}
