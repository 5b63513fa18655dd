//! `tests/package` imports the npm package when it is compiled for a browser. Where that isn't there yet, one sentence
//! says how to get it, instead of an error of wasm-bindgen's for each import.

use std::{env, path::Path};

const PACKAGE: &str = "../../../target/package/index.js";

fn main() {
    println!("cargo::rerun-if-changed={PACKAGE}");
    let for_browsers = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    if for_browsers && !Path::new(PACKAGE).exists() {
        println!(
            "cargo::error=The tests in browsers import the npm package: run `cargo xtask build` first."
        );
    }
}
