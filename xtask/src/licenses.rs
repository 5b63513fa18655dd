//! What is compiled into the WebAssembly of the npm package, and under which licences.

use std::{fmt::Write, fs, path::Path};

use anyhow::{Context, Result};
use serde_json::Value;
use xtask::root;

use crate::command::{command, read};

/// Where it stands in the package.
const FILE: &str = "pkg/LICENSE-COMPILED-IN";

/// Writes the list, with the licences' texts where the crates have brought them.
pub(crate) fn write(packages: &[&str]) -> Result<()> {
    let metadata: Value = serde_json::from_str(&read(&mut command(
        "cargo metadata --format-version 1 --filter-platform wasm32-unknown-unknown",
    ))?)?;
    let crates = metadata["packages"].as_array().context("packages")?;
    let mut text = String::from(
        "The WebAssembly in this package has code of these crates, and of Rust's core and alloc libraries \
         (MIT OR Apache-2.0, https://www.rust-lang.org).\n",
    );
    for name in compiled_in(packages)? {
        let mut versions = crates.iter().filter(|each| each["name"] == *name);
        let found = versions.next().with_context(|| format!("cargo metadata has no {name}"))?;
        let of = |property: &str| found[property].as_str().unwrap_or_default();
        write!(text, "\n── {name} {}: {}\n{}\n", of("version"), of("license"), of("repository"))?;
        let folder = Path::new(of("manifest_path")).parent().context("a folder")?;
        if let Some(license) = text_in(folder)? {
            write!(text, "\n{}\n", license.trim_end())?;
        }
    }
    fs::write(root().join(FILE), text)?;
    Ok(())
}

/// The names of other people's crates that are compiled for WebAssembly, without macros, which are not.
fn compiled_in(packages: &[&str]) -> Result<Vec<String>> {
    let mut tree = command(
        "cargo tree --edges normal,no-proc-macro --target wasm32-unknown-unknown --no-default-features
         --prefix none --format {p}",
    );
    for package in packages {
        tree.args(["--package", package]);
    }
    // Those of this workspace are told with their path.
    let lines = read(&mut tree)?;
    let others = lines.lines().filter(|line| !line.is_empty() && !line.contains('/'));
    let mut names: Vec<String> =
        others.filter_map(|line| line.split(' ').next()).map(String::from).collect();
    names.sort();
    names.dedup();
    Ok(names)
}

/// That of MIT, where there is a choice.
fn text_in(folder: &Path) -> Result<Option<String>> {
    for name in ["LICENSE-MIT", "LICENSE", "LICENSE.md", "LICENSE.txt"] {
        let path = folder.join(name);
        if path.exists() {
            return Ok(Some(fs::read_to_string(path)?));
        }
    }
    Ok(None)
}
