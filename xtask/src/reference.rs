//! The reference of what is public: that of the npm package by TypeDoc, that of the crate by rustdoc.

use std::fs;

use anyhow::Result;
use xtask::root;

use crate::{
    build::{Flavour, build},
    command::{command, run},
    setup::{self, Tool},
};

/// Makes both, in target/docs.
pub(crate) fn docs() -> Result<()> {
    setup::ensure(&[Tool::ApiModules])?;
    build(Flavour::Release)?;
    of_package()?;
    of_crate()?;
    println!(
        "\nThe references are in target/docs/javascript and target/docs/rust/mediastream_polyfill."
    );
    Ok(())
}

/// Fails if anything lacks a text or an example, or a link leads nowhere.
pub(crate) fn of_package() -> Result<()> {
    run(&mut command("node tests/api/reference.mjs"))
}

/// Fails on a warning. That nothing public lacks a text is a lint (`missing_docs`).
pub(crate) fn of_crate() -> Result<()> {
    let target = "wasm32-unknown-unknown";
    run(command(&format!(
        "cargo doc --no-deps --all-features -p mediastream-polyfill --target {target}"
    ))
    .env("RUSTDOCFLAGS", "-D warnings"))?;
    let (made, kept) =
        (root().join(format!("target/{target}/doc")), root().join("target/docs/rust"));
    if kept.exists() {
        fs::remove_dir_all(&kept)?;
    }
    fs::create_dir_all(root().join("target/docs"))?;
    run(command("cp -R").args([made, kept]))
}

/// Compiles the examples of the crate. None is run here: those of the classes need a JavaScript host, and wasm-bindgen's runner knows
/// its own tests only. Those of the rules run with the crate's native tests.
pub(crate) fn try_examples_of_crate() -> Result<()> {
    let line =
        "cargo test --doc --all-features -p mediastream-polyfill --target wasm32-unknown-unknown";
    run(command(line).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "true"))
}
