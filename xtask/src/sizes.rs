//! What is how large in the package: functions of the modules by twiggy, files of the JavaScript by esbuild, as they are
//! before a second minifier and xtask/bundle/finish.mjs take some more away.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result};
use serde::Deserialize;
use xtask::root;

use crate::{
    build::{Flavour, MODULES, Module, build},
    command::{command, read},
    setup::{self, Tool},
    test::gzipped,
};

/// What is downloaded together.
const PARTS: &[&[&str]] = &[
    &["index.js", "core.js", "sources.js"],
    &["install.js"],
    &["devices.js"],
    &["constraints.js"],
    &["js/index.js", "js/core.js", "js/sources.js"],
    &["js/install.js"],
    &["js/devices.js"],
    &["js/constraints.js"],
];

/// How many functions of a module are told, and how many files.
const TOLD: usize = 12;

#[derive(Deserialize)]
struct Output {
    inputs: BTreeMap<String, Input>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Input {
    bytes_in_output: usize,
}

/// Something in a part, and how many bytes it has.
type Entry = (usize, String);

pub(crate) fn sizes() -> Result<()> {
    setup::ensure(&[Tool::Twiggy])?;
    build(Flavour::Release)?;
    let text = fs::read_to_string(root().join("target/sizes.json"))?;
    let outputs: BTreeMap<String, Output> = serde_json::from_str(&text)?;
    println!("\n{:>7}  minified, of which the largest parts are", "bytes");
    for files in PARTS {
        let mut entries: Vec<Entry> = Vec::new();
        let (mut bytes, mut packed) = (0, 0);
        for file in *files {
            let path = format!("pkg/{file}");
            bytes += fs::metadata(root().join(&path))?.len();
            packed += gzipped(file)?;
            let output = outputs.get(&path).with_context(|| format!("nothing of {path}"))?;
            let inputs = output.inputs.iter();
            entries.extend(inputs.map(|(input, size)| (size.bytes_in_output, input.clone())));
        }
        println!("{bytes:>7}  {}: {packed} B gzipped", files.join(" and "));
        if files[0].starts_with("js/") {
            // The same functions and files again.
            continue;
        }
        let modules =
            MODULES.iter().filter(|module| entries.iter().any(|(_, name)| is(module, name)));
        for module in modules {
            let functions = functions(module)?;
            let name = format!("{}, a module", module.folder);
            println!("{:>9}  {name}", functions.iter().map(|(size, _)| size).sum::<usize>());
            tell(functions, 11);
        }
        entries.retain(|(_, name)| !MODULES.iter().any(|module| is(module, name)));
        println!("{:>9}  JavaScript", entries.iter().map(|(size, _)| size).sum::<usize>());
        tell(entries, 11);
    }
    Ok(())
}

/// Whether an input is a module.
fn is(module: &Module, input: &str) -> bool {
    input.ends_with(&module.file())
}

/// Prints the largest entries, and how large the others are together.
fn tell(mut entries: Vec<Entry>, width: usize) {
    entries.sort_by(|one, other| other.cmp(one));
    let others = entries.split_off(entries.len().min(TOLD));
    for (size, name) in entries {
        println!("{size:>width$}  {name}");
    }
    if !others.is_empty() {
        let size: usize = others.iter().map(|(size, _)| size).sum();
        println!("{size:>width$}  {} others", others.len());
    }
}

/// A function's name without what the compiler appends to it.
fn without_hash(name: &str) -> &str {
    match name.rsplit_once("::h") {
        Some((path, hash)) if hash.len() == 16 => path,
        _ => name,
    }
}

/// The functions of a module, and its other sections.
fn functions(module: &Module) -> Result<Vec<Entry>> {
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
    Ok(entries.collect())
}
