use anyhow::Result;
use xtask::root;

use crate::{
    build::{Flavour, build},
    command::{command, run},
};

pub(crate) fn pack() -> Result<()> {
    build(Flavour::Release)?;
    run(command("npm pack --pack-destination ../target").current_dir(root().join("pkg")))
}
