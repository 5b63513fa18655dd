use anyhow::Result;

use crate::{
    build::{Flavour, build},
    command::{command, run},
    setup::{self, Tool},
};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Where to measure; all by default
    #[arg(value_parser = ["node", "chromium", "firefox", "webkit"])]
    hosts: Vec<String>,
    /// Measure only operations whose names have this text
    #[arg(long, default_value = "")]
    only: String,
}

/// Leaves what it measures in bench/RESULTS.md, if it measures all.
pub(crate) fn bench(Arguments { hosts, only }: &Arguments) -> Result<()> {
    setup::ensure(&[Tool::Browsers, Tool::BenchModules])?;
    build(Flavour::Release)?;
    if hosts.is_empty() || hosts.iter().any(|host| host == "node") {
        run(command("node bench/node.mjs").arg(only))?;
    }
    if hosts.is_empty() || hosts.iter().any(|host| host != "node") {
        // A program of its own, since the demo shouldn't have to compile a WebDriver client.
        run(command("cargo run -p browser-tests --bin bench --").arg(only).args(hosts))?;
    }
    if hosts.is_empty() && only.is_empty() {
        run(&mut command("node bench/report.mjs"))?;
    }
    Ok(())
}
