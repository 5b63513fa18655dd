//! What is how large in a module, by twiggy.

use anyhow::Result;

use crate::{
    build::Module,
    command::{command, read},
};

/// The functions of a module, and its other sections, with their bytes, the largest first.
pub(crate) fn functions(module: &Module) -> Result<Vec<(u32, String)>> {
    let wasm = module.with_names()?;
    let table = read(&mut command(&format!("twiggy top -f csv {wasm}")))?;
    // Name,ShallowSize,ShallowSizePercent,RetainedSize,RetainedSizePercent
    let entries = table.lines().skip(1).filter_map(|line| {
        let mut cells = line.rsplit(',').skip(3);
        let size = cells.next()?.parse().ok()?;
        let name = without_hash(line.rsplitn(5, ',').last()?.trim_matches('"'));
        // Which isn't published.
        (!name.contains("function names")).then(|| (size, name.to_owned()))
    });
    let mut entries: Vec<_> = entries.collect();
    entries.sort_by(|one, other| other.cmp(one));
    Ok(entries)
}

/// A function's name without what the compiler appends to it.
fn without_hash(name: &str) -> &str {
    match name.rsplit_once("::h") {
        Some((path, hash)) if hash.len() == 16 => path,
        _ => name,
    }
}
