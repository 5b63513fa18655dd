use std::io::{self, ErrorKind};

use anyhow::{Context, Result, bail};
use tokio::{
    net::TcpListener,
    runtime::{Builder, Runtime},
};
use xtask::server;

use crate::build::{Flavour, build};

pub(crate) fn demo(port: u16) -> Result<()> {
    let runtime = runtime()?;
    // Before the build, so that a taken port is told at once.
    let listener = listen(&runtime, port)?;
    build(Flavour::Release)?;

    println!("\nThe demo is at http://{}/  (Ctrl-C stops it)", listener.local_addr()?);
    until_stopped(&runtime, server::serve(listener, server::DEMO))
}

pub(crate) fn runtime() -> io::Result<Runtime> {
    Builder::new_multi_thread().enable_all().build()
}

pub(crate) fn listen(runtime: &Runtime, port: u16) -> Result<TcpListener> {
    match runtime.block_on(server::bind(port)) {
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!("port {port} is taken by another program: choose one with --port, or 0 for any")
        }
        bound => bound.with_context(|| format!("port {port}")),
    }
}

/// Serves until Ctrl-C.
pub(crate) fn until_stopped(
    runtime: &Runtime,
    serving: impl Future<Output = io::Result<()>>,
) -> Result<()> {
    runtime.block_on(async {
        tokio::select! {
            served = serving => served,
            interrupt = tokio::signal::ctrl_c() => interrupt,
        }
    })?;
    Ok(())
}
