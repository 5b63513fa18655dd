use anyhow::Result;

use crate::{
    build::{Flavour, build},
    command::{command, run},
    setup::{self, Tool},
};

/// Leaves what it measures in bench/RESULTS.md.
pub(crate) fn bench() -> Result<()> {
    setup::ensure(&[Tool::Browsers, Tool::BenchModules])?;
    build(Flavour::Release)?;
    run(&mut command("node bench/node.mjs"))?;
    // A program of its own, since the demo shouldn't have to compile a WebDriver client.
    run(&mut command("cargo run -p browser-tests --bin bench"))?;
    run(&mut command("node bench/report.mjs"))
}
