use std::io::ErrorKind;

use anyhow::{Context, Result, bail};
use xtask::server;

use crate::build::{Flavour, build};

pub(crate) fn demo(port: u16) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    // Before the build, so that a taken port is told at once.
    let listener = match runtime.block_on(server::bind(port)) {
        Ok(listener) => listener,
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!("port {port} is taken by another program: choose one with --port, or 0 for any")
        }
        Err(error) => return Err(error).with_context(|| format!("port {port}")),
    };
    build(Flavour::Release)?;

    println!("\nThe demo is at http://{}/  (Ctrl-C stops it)", listener.local_addr()?);
    runtime.block_on(async {
        tokio::select! {
            served = server::serve(listener, server::DEMO) => served,
            interrupt = tokio::signal::ctrl_c() => interrupt,
        }
    })?;
    Ok(())
}
