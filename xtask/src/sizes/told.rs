//! What documents tell of sizes, and whether it is so.

use std::{collections::BTreeMap, fmt::Write, fs};

use anyhow::{Context, Result, ensure};
use xtask::root;

use super::{
    TOLD,
    entries::{Built, ENTRIES},
};

pub(crate) const DOCUMENT: &str = "docs/sizes.md";

/// The entries of which the largest parts are told.
pub(crate) const TAKEN_APART: &[&[&str]] =
    &[&["index.js", "core.js"], &["install.js"], &["devices.js"], &["constraints.js"]];

/// What README.md tells in sentences: with `{}` in the place of each number of kB, and the files that weigh so much, gzipped.
const SENTENCES: &[(&str, &[&[&str]])] = &[
    (
        "the package's size, WebAssembly included: {} kB gzipped; {} kB more for `install()`",
        &[&["index.js", "core.js", "sources.js"], &["install.js"]],
    ),
    (
        "doesn't call it; {} kB for `mediastream-polyfill/devices`, if imported, and {} kB for what chooses settings",
        &[&["devices.js"], &["constraints.js"]],
    ),
    (
        "Without WebAssembly, it is {}, {}, {} and {} kB.",
        &[
            &["js/index.js", "js/core.js", "js/sources.js"],
            &["js/install.js"],
            &["js/devices.js"],
            &["js/constraints.js"],
        ],
    ),
    ("They weigh {} and {} kB gzipped", &[&["classic-auto.js"], &["classic.js"]]),
    ("need no WebAssembly, {} and {} kB:", &[&["js/classic-auto.js"], &["js/classic.js"]]),
    (
        "comes with the crate: {} kB gzipped, {} kB where a program installs, {} kB with the feature",
        &[&["index.js", "core.js"], &["index.js", "core.js", "install.js"], &["classic.js"]],
    ),
];

/// The document, as the package is now.
pub(crate) fn document(built: &Built) -> Result<String> {
    let mut text = String::from(
        "# What the package weighs

In kB of 1000 bytes. `source` is what the files are made of, with all comments; each is gzipped and compressed with Brotli by
itself, as it is served; and of that, in the last columns, what the WebAssembly in it is by itself. `cargo xtask sizes --write`
makes this file, and `cargo xtask test size` compares it with what is built.

| | source | minified | gzipped | Brotli | WebAssembly | gzipped |
| --- | --: | --: | --: | --: | --: | --: |
",
    );
    for entry in ENTRIES {
        let (weight, wasm) = (built.weight(entry.files)?, built.wasm(entry.files)?);
        let numbers = [
            kilobytes(built.source(entry.files)?),
            kilobytes(weight.bytes),
            kilobytes(weight.gzipped),
            kilobytes(weight.brotli),
            kilobytes(wasm.bytes),
            kilobytes(wasm.gzipped),
        ];
        writeln!(text, "| {} | {} |", title(entry.files), numbers.join(" | "))?;
    }
    text.push_str(
        "
## The largest parts

Minified, in bytes, as esbuild leaves them for the next tools. `cargo xtask sizes` tells of the WebAssembly's functions as well.
",
    );
    for files in TAKEN_APART {
        let parts = built.parts(files)?;
        writeln!(text, "\n| {} | {} in all |\n| --- | --: |", title(files), parts.len())?;
        for (bytes, name) in parts.iter().take(TOLD) {
            writeln!(text, "| {name} | {bytes} |")?;
        }
    }
    Ok(text)
}

fn title(files: &[&str]) -> String {
    files.iter().map(|file| format!("`{file}`")).collect::<Vec<_>>().join(", ")
}

fn kilobytes(bytes: impl Into<u64>) -> String {
    format!("{:.1}", bytes.into() as f64 / 1000.0)
}

/// Whether the document and README.md tell what is so, give or take what a commit changes.
pub(crate) fn check(built: &Built) -> Result<()> {
    let told = fs::read_to_string(root().join(DOCUMENT))?;
    compare(&rows(&told), &rows(&document(built)?))
        .with_context(|| format!("{DOCUMENT} is old: `cargo xtask sizes --write` renews it"))?;
    let readme = fs::read_to_string(root().join("README.md"))?;
    let readme = readme.split_whitespace().collect::<Vec<_>>().join(" ");
    for (sentence, entries) in SENTENCES {
        let told = numbers_in(&readme, sentence)
            .with_context(|| format!("README.md doesn't say “{sentence}” any more"))?;
        for (told, files) in told.into_iter().zip(*entries) {
            let bytes = built.weight(files)?.gzipped;
            ensure!(is_rounded(told, bytes), "README.md: “{sentence}”: {told} kB are {bytes} B");
        }
    }
    Ok(())
}

/// The numbers that a text has in a sentence, in the places of `{}`.
fn numbers_in<'text>(text: &'text str, sentence: &str) -> Option<Vec<&'text str>> {
    let mut parts = sentence.split("{}");
    let (_, mut rest) = text.split_once(parts.next()?)?;
    let numbers = parts.map(|part| {
        let (number, after) = rest.split_once(part)?;
        rest = after;
        Some(number)
    });
    numbers.collect()
}

/// Whether a number of kB is one of bytes, give or take one of its last digit.
fn is_rounded(told: &str, bytes: u32) -> bool {
    let decimals = told.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let unit = 0.1_f64.powi(decimals.try_into().unwrap_or_default());
    told.parse().is_ok_and(|told: f64| (told - f64::from(bytes) / 1000.0).abs() <= unit)
}

/// The numbers of each row of a document's tables, by what is before them.
fn rows(document: &str) -> BTreeMap<&str, Vec<f64>> {
    let rows = document.lines().filter_map(|line| {
        let (title, cells) = line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | ")?;
        let numbers = cells.split(" | ").map(|cell| cell.parse().ok());
        Some((title, numbers.collect::<Option<_>>()?))
    });
    rows.collect()
}

/// # Errors
///
/// If a number is another one, or a row is there that isn't in the other: among the largest parts, two that are of nearly the
/// same size may take turns.
fn compare(told: &BTreeMap<&str, Vec<f64>>, now: &BTreeMap<&str, Vec<f64>>) -> Result<()> {
    ensure!(told.len() == now.len(), "{} rows instead of {}", told.len(), now.len());
    for (title, numbers) in now {
        let Some(told) = told.get(title) else {
            ensure!(!title.starts_with('`'), "nothing of {title}");
            continue;
        };
        let are_near = told.len() == numbers.len()
            && told.iter().zip(numbers).all(|(told, now)| is_near(*told, *now));
        ensure!(are_near, "{title}: {numbers:?}, and not {told:?}");
    }
    Ok(())
}

/// A fiftieth is a commit's. So are a tenth of a kilobyte, which is the last digit, and as many bytes.
fn is_near(told: f64, now: f64) -> bool {
    let last_digits = if now.fract() == 0.0 && now >= 100.0 { 100.0 } else { 0.1 };
    (told - now).abs() <= now.mul_add(0.02, last_digits) + f64::EPSILON
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOLD: &str = "
| | minified | gzipped |
| --- | --: | --: |
| `a.js` | 34.3 | 12.6 |
| src/b.js | 1500 |
";

    fn compared_with(now: &str) -> bool {
        compare(&rows(TOLD), &rows(now)).is_ok()
    }

    #[test]
    fn a_document_is_true_of_what_is_as_large() {
        assert!(compared_with(TOLD));
        assert!(compared_with(&TOLD.replace("12.6", "12.7").replace("1500", "1444")));
        assert!(compared_with(&TOLD.replace("src/b.js", "src/c.js")));
    }

    #[test]
    fn sentences_are_found_with_their_numbers() {
        let told = numbers_in("It is 12.9 kB, 27 kB with it.", "is {} kB, {} kB with");
        assert_eq!(told, Some(vec!["12.9", "27"]));
        assert_eq!(numbers_in("It is 12.9 kB.", "is {} kB, {} kB with"), None);
        assert!(
            is_rounded("12.9", 12_850) && is_rounded("27", 27_800) && !is_rounded("27.7", 27_850)
        );
    }

    #[test]
    fn it_is_not_of_what_is_larger_or_not_in_it() {
        assert!(!compared_with(&TOLD.replace("12.6", "13.1")));
        assert!(!compared_with(&TOLD.replace("1500", "1700")));
        assert!(!compared_with(&TOLD.replace("`a.js`", "`c.js`")));
        assert!(!compared_with(&TOLD.replace("| 12.6 ", "")));
    }
}
