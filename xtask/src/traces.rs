//! Traces: what each host says to the machines of `install()`, and what they answer. `wasm/host/tests/traces.rs` plays
//! them again, natively and in no time.

use anyhow::Result;

use crate::{
    build::{Flavour, build},
    command::{command, run},
    matrix,
    setup::{self, Tool},
};

/// Records them anew, into tests/traces/: for when a machine's exports are others, or it has come to know more.
pub(crate) fn traces() -> Result<()> {
    setup::ensure(&[Tool::Browsers])?;
    build(Flavour::Release)?;
    for (stack, _) in matrix::STACKS {
        run(&mut command(&format!("node tests/stacks/record.mjs {stack}")))?;
    }
    run(&mut command("cargo run -p browser-tests --bin record"))
}
