//! What the npm package and the crate make public, as it is kept in tests/api: what changes of it is seen to change.

use std::{fs, path::Path};

use anyhow::{Result, bail};
use xtask::root;

use crate::{
    command::{command, run},
    public_items,
    setup::{self, Tool},
};

/// What the crate makes public.
const CRATE: &str = "tests/api/crate.rs.txt";

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Keep what is public now
    #[arg(long)]
    write: bool,
}

pub(crate) fn api(arguments: &Arguments) -> Result<()> {
    setup::ensure(&[Tool::ApiModules])?;
    let write = if arguments.write { " --write" } else { "" };
    run(&mut command(&format!("node tests/api/reports.mjs{write}")))?;
    if arguments.write {
        return Ok(fs::write(root().join(CRATE), public_items()?)?);
    }
    compare_crate()
}

/// Whether the crate's public items are those that are kept.
pub(crate) fn compare_crate() -> Result<()> {
    let (kept, now) = (fs::read_to_string(root().join(CRATE))?, public_items()?);
    let only = |one: &str, other: &str, sign: char| {
        let lines = one.lines().filter(|line| !other.lines().any(|each| each == *line));
        lines.map(|line| format!("{sign} {line}\n")).collect::<String>()
    };
    if kept == now {
        return Ok(());
    }
    bail!(
        "the crate makes something else public; if that is meant, `cargo xtask api --write`:\n{}{}",
        only(&kept, &now, '-'),
        only(&now, &kept, '+')
    )
}

fn public_items() -> Result<String> {
    let src: &Path = &root().join("src");
    Ok(format!("// Made by `cargo xtask api --write`.\n{}", public_items::of(src)?))
}
