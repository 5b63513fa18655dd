//! What is told of a release: what has changed, from which commit it is, and by which hashes its files are known.

use std::{fmt::Write, fs, path::Path};

use anyhow::{Context, Result};
use xtask::{
    hashes::{integrity, sha256},
    root,
};

use crate::{manifest::VERSION, revision::Revision};

/// What a page loads by `<script src>`, and so by `integrity`.
const CLASSIC_SCRIPTS: [&str; 4] =
    ["classic.js", "classic-auto.js", "js/classic.js", "js/classic-auto.js"];

/// Of what is built, with the packed files.
pub(crate) fn of(revision: &Revision, packed: &[impl AsRef<Path>]) -> Result<String> {
    let changelog = fs::read_to_string(root().join("CHANGELOG.md"))?;
    let changes = changes(&changelog).with_context(|| format!("nothing of {VERSION}"))?;
    let mut text = format!(
        "# mediastream-polyfill {VERSION}\n\n{}\n\n## Classic scripts\n\n\
         `<script src=\"…\" integrity=\"…\" crossorigin=\"anonymous\">` runs a script that is this one, or none:\n\n\
         | | `integrity` |\n|---|---|\n",
        changes.trim()
    );
    for script in CLASSIC_SCRIPTS {
        let bytes = fs::read(root().join("pkg").join(script))?;
        writeln!(text, "| `{script}` | `{}` |", integrity(&bytes))?;
    }
    write!(text, "\n## Files\n\nBuilt from `{}`:\n\n| | SHA-256 |\n|---|---|\n", revision.text())?;
    for file in packed {
        let (bytes, name) = (fs::read(file)?, file.as_ref().file_name().context("a name")?);
        writeln!(text, "| `{}` | `{}` |", name.display(), sha256(&bytes))?;
    }
    Ok(text)
}

/// What the changelog says of this version.
fn changes(changelog: &str) -> Option<&str> {
    let (_, rest) = changelog.split_once(&format!("\n## {VERSION}"))?;
    let (_, rest) = rest.split_once('\n')?;
    Some(rest.split_once("\n## ").map_or(rest, |(changes, _)| changes))
}

#[cfg(test)]
mod tests {
    use super::{VERSION, changes};

    #[test]
    fn of_the_changelog_only_this_versions_changes_are_told() {
        let changelog =
            format!("# Changelog\n\n## {VERSION}, 1 January\n\n- New.\n\n## 0.0.1\n\n- Old.\n");
        assert_eq!(changes(&changelog).map(str::trim), Some("- New."));
        assert_eq!(changes("# Changelog\n\n## 0.0.1\n\n- Old.\n"), None);
    }
}
