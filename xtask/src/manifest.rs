//! What Cargo.toml and the npm package's package.json both say: Cargo.toml is where it is kept, in `[workspace.package]`.

use std::fs;

use anyhow::{Context, Result};
use xtask::root;

pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");
const LICENSE: &str = env!("CARGO_PKG_LICENSE");

const FILE: &str = "pkg/package.json";

/// Brings package.json into accordance with Cargo.toml.
pub(crate) fn write() -> Result<()> {
    let file = root().join(FILE);
    let written = fs::read_to_string(&file)?;
    let right = in_accordance(&written)?;
    if right != written {
        fs::write(file, right)?;
    }
    Ok(())
}

/// Why what is packed must not be published yet, if so.
pub(crate) fn placeholder() -> Option<String> {
    // https://www.rfc-editor.org/rfc/rfc2606#section-2: nobody's, ever.
    let nobodys = REPOSITORY.contains(".example/");
    nobodys.then(|| format!("`repository` in Cargo.toml is a placeholder: {REPOSITORY}"))
}

/// The text of package.json with Cargo.toml's values. Each has a line.
fn in_accordance(text: &str) -> Result<String> {
    let mut text = text.to_owned();
    for (member, value) in [
        ("version", format!("{VERSION:?}")),
        ("license", format!("{LICENSE:?}")),
        ("homepage", format!("\"{REPOSITORY}#readme\"")),
        ("bugs", format!("\"{REPOSITORY}/issues\"")),
        ("repository", format!("{{ \"type\": \"git\", \"url\": \"git+{REPOSITORY}.git\" }}")),
    ] {
        let start = format!("\n  \"{member}\": ");
        let (before, rest) = text.split_once(&start).with_context(|| format!("no {member}"))?;
        let (_, after) = rest.split_once(",\n").with_context(|| format!("no end of {member}"))?;
        text = format!("{before}{start}{value},\n{after}");
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use serde_json::Value;
    use xtask::root;

    use super::{FILE, REPOSITORY, VERSION, in_accordance};

    #[test]
    fn package_json_says_what_cargo_toml_says() {
        let text = fs::read_to_string(root().join(FILE)).unwrap();
        assert_eq!(in_accordance(&text).unwrap(), text, "cargo xtask build writes it");
        let package: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(package["version"], VERSION);
        assert_eq!(package["repository"]["url"], format!("git+{REPOSITORY}.git"));
    }

    #[test]
    fn what_differs_is_brought_into_accordance() {
        let text = fs::read_to_string(root().join(FILE)).unwrap();
        let other =
            text.replace(VERSION, "0.0.1").replace(REPOSITORY, "https://elsewhere.example/x");
        assert_ne!(other, text);
        assert_eq!(in_accordance(&other).unwrap(), text);
    }

    #[test]
    fn crates_take_the_version_and_the_repository_from_the_workspace() {
        let members = [
            "constraints",
            "wasm/core",
            "wasm/host",
            "wasm/devices",
            "wasm/constraints",
            "xtask",
            ".",
        ];
        for member in members {
            let manifest = root().join(member).join("Cargo.toml");
            let text = fs::read_to_string(&manifest).unwrap();
            assert!(text.contains("\nversion.workspace = true\n"), "{}", manifest.display());
        }
        let published = fs::read_to_string(root().join("Cargo.toml")).unwrap();
        assert!(published.contains("\nrepository.workspace = true\n"));
    }

    #[test]
    fn the_changelog_begins_with_the_version() {
        let changelog = fs::read_to_string(root().join("CHANGELOG.md")).unwrap();
        assert!(changelog.starts_with(&format!("# Changelog\n\n## {VERSION}")), "{VERSION}");
    }
}
