//! What is how large in the package: entries and their parts, and the functions of the modules.

mod entries;
mod functions;
mod told;

use std::fs;

use anyhow::{Result, ensure};
use xtask::root;

use self::{
    entries::{Built, ENTRIES, GOAL, is_module},
    functions::functions,
    told::{DOCUMENT, TAKEN_APART},
};
use crate::{
    build::{Flavour, MODULES, build},
    output::say,
    setup::{self, Tool},
};

/// How many parts of an entry are told, and how many functions of a module.
const TOLD: usize = 20;

/// Builds the package and prints what is how large in it, or writes it into docs/.
pub(crate) fn sizes(write: bool) -> Result<()> {
    build(Flavour::Release)?;
    let built = Built::read()?;
    let document = told::document(&built)?;
    if write {
        return Ok(fs::write(root().join(DOCUMENT), document)?);
    }
    print!("\n{document}");
    setup::ensure(&[Tool::Twiggy])?;
    for files in TAKEN_APART {
        let parts = built.parts(files)?;
        for module in MODULES {
            let is_it = |name: &str| is_module(name) && name.ends_with(&module.file());
            if !parts.iter().any(|(_, name)| is_it(name)) {
                continue;
            }
            println!("\n{:>7}  {}, a module, of which the largest are", "bytes", module.folder);
            for (bytes, name) in functions(module)?.iter().take(TOLD) {
                println!("{bytes:>7}  {name}");
            }
        }
    }
    Ok(())
}

/// No entry weighs more than it may, and the documents tell what each weighs.
pub(crate) fn check() -> Result<()> {
    say!("The goal of index.js with core.js is {GOAL} B");
    let built = Built::read()?;
    for entry in ENTRIES {
        let (size, limit) = (built.weight(entry.files)?.gzipped, entry.limit);
        let files = entry.files.join(" and ");
        say!("{files}: {size} B gzipped; at most {limit}");
        ensure!(size <= limit, "{files}: {} B too many", size - limit);
    }
    told::check(&built)
}
