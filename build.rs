//! `src/web` imports the npm package when it is compiled for a JavaScript host. In a checkout where that isn't built yet,
//! one sentence says how to get it, instead of an error of wasm-bindgen's for each import.

use std::{env, path::Path};

/// The last of the files that a build makes.
const PACKAGE: &str = "src/web/streams.js";

/// What only a packed crate has.
const PACKED: &str = "Cargo.toml.orig";

fn main() {
    let for_hosts = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32")
        && env::var_os("CARGO_FEATURE_WEB").is_some();
    // A file that isn't there would have every build begin anew.
    println!("cargo::rerun-if-changed={}", if for_hosts { PACKAGE } else { "build.rs" });
    if Path::new(PACKAGE).exists() {
        return;
    }
    if for_hosts {
        println!(
            "cargo::error=The feature `web` imports the npm package: run `cargo xtask build` first."
        );
    } else if Path::new(PACKED).exists() {
        println!(
            "cargo::warning=This crate lacks the npm package: run `cargo xtask build` before you publish it."
        );
    }
}
