use anyhow::Result;

use crate::{
    build::{Flavour, build},
    command::{command, run},
    setup::{self, Tool},
};

pub(crate) fn bench() -> Result<()> {
    setup::ensure(&[Tool::Browsers])?;
    build(Flavour::Release)?;
    run(&mut command("node bench/node.mjs"))?;
    // A program of its own, since the demo shouldn't have to compile a WebDriver client.
    run(&mut command("cargo run -p browser-tests --bin bench"))
}
