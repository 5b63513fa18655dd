//! The npm package: the core by cargo, wasm-bindgen and wasm-opt, then the JavaScript by esbuild.

use std::fs;

use anyhow::Result;
use xtask::root;

use crate::{
    command::{command, run},
    setup,
};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flavour {
    /// What is published.
    Release,
    /// With Rust's panic messages and source maps.
    Debug,
}

pub(crate) fn build(flavour: Flavour) -> Result<()> {
    setup::ensure(setup::BUILD)?;
    core(flavour)?;
    let debug = if flavour == Flavour::Debug { " --debug" } else { "" };
    run(&mut command(&format!("node xtask/bundle.mjs{debug}")))?;
    for (from, to) in [
        // A declaration file's module format follows its name.
        ("pkg/index.d.ts", "pkg/index.d.cts"),
        ("pkg/auto.d.ts", "pkg/auto.d.cts"),
        ("pkg/devices.d.ts", "pkg/devices.d.cts"),
        ("README.md", "pkg/README.md"),
        ("LICENSE-MIT", "pkg/LICENSE-MIT"),
        ("LICENSE-APACHE", "pkg/LICENSE-APACHE"),
    ] {
        fs::copy(root().join(from), root().join(to))?;
    }
    Ok(())
}

/// The core and its bindings, in target/core/.
fn core(flavour: Flavour) -> Result<()> {
    let (cargo, profile, bindgen) = match flavour {
        // Without `std`, the crate brings a smaller run time of its own.
        Flavour::Release => (
            "--release --no-default-features",
            "release",
            "--remove-name-section --remove-producers-section",
        ),
        Flavour::Debug => ("", "debug", ""),
    };
    run(&mut command(&format!(
        "cargo build -p mediastream-polyfill --lib --target wasm32-unknown-unknown {cargo}"
    )))?;
    run(&mut command(&format!(
        "wasm-bindgen --target web --omit-default-module-path {bindgen}
         --out-dir target/core --out-name mediastream_polyfill
         target/wasm32-unknown-unknown/{profile}/mediastream_polyfill.wasm"
    )))?;
    if flavour == Flavour::Release {
        // The section that lists the module's features is what tells wasm-opt which it may use;
        // nothing reads it later.
        let wasm = "target/core/mediastream_polyfill_bg.wasm";
        run(&mut command(&format!(
            "node_modules/.bin/wasm-opt -O3 --converge --strip-target-features {wasm} -o {wasm}"
        )))?;
    }
    Ok(())
}
