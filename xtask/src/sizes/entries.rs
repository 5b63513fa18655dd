//! What is downloaded together, and what it weighs.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    ops::Add,
};

use anyhow::{Context, Result};
use serde::Deserialize;
use xtask::root;

use crate::{
    build::MODULES,
    command::{command, read},
};

/// Files of the package that are downloaded together.
pub(crate) struct Entry {
    pub(crate) files: &'static [&'static str],
    /// What they may weigh, gzipped, in bytes. From one commit to the next, what they say of it packs into a few bytes more
    /// or less.
    pub(crate) limit: u32,
}

const fn entry(files: &'static [&'static str], limit: u32) -> Entry {
    Entry { files, limit }
}

pub(crate) const ENTRIES: &[Entry] = &[
    entry(&["index.js", "core.js"], 13_050),
    entry(&["sources.js"], 400),
    entry(&["install.js"], 28_400),
    entry(&["devices.js"], 13_200),
    entry(&["constraints.js"], 19_500),
    entry(&["classic.js"], 70 * 1024),
    entry(&["classic-auto.js"], 41 * 1024),
    entry(&["js/index.js", "js/core.js"], 14_250),
    entry(&["js/sources.js"], 400),
    entry(&["js/install.js"], 32_900),
    entry(&["js/devices.js"], 14_050),
    entry(&["js/constraints.js"], 27 * 1024),
    entry(&["js/classic.js"], 83 * 1024),
    entry(&["js/classic-auto.js"], 46 * 1024),
    entry(&["workerd/index.js", "workerd/core.js", "workerd/core.wasm"], 12_700),
    entry(&["workerd/js/index.js", "workerd/js/core.js"], 14_600),
];

/// What the first of them shall weigh one day.
pub(crate) const GOAL: u32 = 10 * 1024;

/// In bytes.
#[derive(Clone, Copy, Default, Deserialize)]
pub(crate) struct Weight {
    pub(crate) bytes: u32,
    pub(crate) gzipped: u32,
    pub(crate) brotli: u32,
}

impl Add for Weight {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Weight {
            bytes: self.bytes + other.bytes,
            gzipped: self.gzipped + other.gzipped,
            brotli: self.brotli + other.brotli,
        }
    }
}

/// What esbuild says of a file that it made.
#[derive(Deserialize)]
struct Output {
    inputs: BTreeMap<String, Input>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Input {
    bytes_in_output: u32,
}

/// The package as it was built last.
pub(crate) struct Built {
    outputs: BTreeMap<String, Output>,
    weights: BTreeMap<String, Weight>,
}

impl Built {
    pub(crate) fn read() -> Result<Self> {
        let outputs = fs::read_to_string(root().join("target/sizes.json"))?;
        let modules: Vec<String> = MODULES.iter().map(|module| as_file(module.folder)).collect();
        let files = ENTRIES.iter().flat_map(|entry| entry.files.iter().copied());
        let files: BTreeSet<&str> = files.chain(modules.iter().map(String::as_str)).collect();
        let weights = read(command("node xtask/bundle/weigh.mjs").args(files))?;
        Ok(Built {
            outputs: serde_json::from_str(&outputs)?,
            weights: serde_json::from_str(&weights)?,
        })
    }

    /// What files weigh together, each packed by itself as they are served.
    pub(crate) fn weight(&self, files: &[&str]) -> Result<Weight> {
        files.iter().try_fold(Weight::default(), |sum, &file| {
            Ok(sum + *self.weights.get(file).with_context(|| format!("nothing of {file}"))?)
        })
    }

    /// The WebAssembly in files.
    pub(crate) fn wasm(&self, files: &[&str]) -> Result<Weight> {
        let of_module = |folder| self.weight(&[as_file(folder).as_str()]);
        MODULES
            .iter()
            .filter(|module| holds(files, module.folder, self))
            .try_fold(Weight::default(), |sum, module| Ok(sum + of_module(module.folder)?))
    }

    /// What files are made of as it is written, with all comments, in bytes.
    pub(crate) fn source(&self, files: &[&str]) -> Result<u64> {
        let inputs: BTreeSet<String> =
            self.parts(files)?.into_iter().map(|(_, input)| input).collect();
        inputs.iter().map(|input| Ok(fs::metadata(root().join(input))?.len())).sum()
    }

    /// What files are made of, minified and in bytes; before a second minifier and xtask/bundle/finish.mjs take some more away.
    pub(crate) fn parts(&self, files: &[&str]) -> Result<Vec<(u32, String)>> {
        let mut parts = Vec::new();
        for file in files.iter().filter(|file| !file.ends_with(".wasm")) {
            let output = output_of(file);
            let output =
                self.outputs.get(&output).with_context(|| format!("nothing of {output}"))?;
            let sized = output.inputs.iter().filter(|(_, input)| input.bytes_in_output > 0);
            parts.extend(sized.map(|(name, input)| (input.bytes_in_output, name.clone())));
        }
        parts.sort_by(|one, other| other.cmp(one));
        Ok(parts)
    }
}

/// Where a module is by itself: as package.json's `imports` name it.
fn as_file(folder: &str) -> String {
    match folder {
        "devices" => "workerd/devices-machine.wasm".to_owned(),
        _ => format!("workerd/{folder}.wasm"),
    }
}

/// What esbuild made of a file: the classic script is a copy.
fn output_of(file: &str) -> String {
    match file {
        "classic.js" => "src/web/mediastream-polyfill.js".to_owned(),
        _ => format!("pkg/{file}"),
    }
}

/// Whether there is WebAssembly of a module's in files. Where there is none of any, the module is JavaScript.
fn holds(files: &[&str], folder: &str, built: &Built) -> bool {
    if files.iter().any(|file| file.starts_with("js/") || file.starts_with("workerd/js/")) {
        return false;
    }
    let input = format!("target/{folder}/");
    files.contains(&as_file(folder).as_str())
        || built.parts(files).is_ok_and(|parts| {
            parts.iter().any(|(_, name)| is_module(name) && name.starts_with(&input))
        })
}

/// Whether a part is a module.
pub(crate) fn is_module(part: &str) -> bool {
    part.ends_with("_bg.wasm")
}
