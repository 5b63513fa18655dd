//! `src/web` imports the npm package when it is compiled for a JavaScript host. In a checkout where that isn't built yet,
//! one sentence says how to get it, instead of an error of wasm-bindgen's for each import.

use std::{env, path::Path};

const PACKAGE: &str = "src/web/mediastream-polyfill.js";

fn main() {
    let for_hosts = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32")
        && env::var_os("CARGO_FEATURE_WEB").is_some();
    // A file that isn't there would have every build begin anew.
    println!("cargo::rerun-if-changed={}", if for_hosts { PACKAGE } else { "build.rs" });
    if for_hosts && !Path::new(PACKAGE).exists() {
        println!(
            "cargo::error=The feature `web` imports the npm package: run `cargo xtask build` first."
        );
    }
}
