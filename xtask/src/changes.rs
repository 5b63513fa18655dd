//! What follows from a file that was saved.

use std::path::Path;

use anyhow::Result;

use crate::{
    build,
    command::{command, run},
};

/// What is to be built anew, those first that others need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Change {
    /// What builds has changed, or what it has compiled in.
    Builder,
    /// The rules, or what exports them.
    Rust,
    JavaScript,
    Declarations,
    /// A page of the demo, which nothing is made of.
    Page,
}

impl Change {
    /// Of a file, by its path from the repository's top; of what is built, nothing follows.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let is = |extension: &str| path.extension().is_some_and(|own| own == extension);
        let rust = is("rs") || path.ends_with("Cargo.toml") || path.ends_with("Cargo.lock");
        if path.starts_with("xtask") || path.ends_with("constraints/src/property.rs") {
            (rust || is("mjs")).then_some(Self::Builder)
        } else if path.starts_with("www") {
            Some(Self::Page)
        } else if path.starts_with("src/js") {
            (is("js") || is("ts")).then_some(Self::JavaScript)
        } else if path.starts_with("pkg") {
            // In its top folder; those in others are made.
            let kept = is("ts") && path.parent() == Some(Path::new("pkg"));
            kept.then_some(Self::Declarations)
        } else {
            // A Rust user's bindings are in no file of the npm package.
            (rust && !path.starts_with("src/web")).then_some(Self::Rust)
        }
    }

    /// Builds it, and what depends on it.
    pub(crate) fn make(&self) -> Result<()> {
        match self {
            // This program is the old one.
            Self::Builder => run(&mut command("cargo xtask build --debug")),
            Self::Rust => build::changed_modules().and_then(|()| build::bundle_for_pages()),
            Self::JavaScript => build::bundle_for_pages(),
            Self::Declarations => build::copies(),
            Self::Page => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Change;

    #[test]
    fn of_each_file_that_one_edits_it_is_known_what_depends_on_it() {
        for (path, change) in [
            ("src/media/stream.rs", Some(Change::Rust)),
            ("wasm/core/src/lib.rs", Some(Change::Rust)),
            ("constraints/src/domain.rs", Some(Change::Rust)),
            ("constraints/src/property.rs", Some(Change::Builder)),
            ("xtask/bundle/modules.mjs", Some(Change::Builder)),
            ("src/js/index.js", Some(Change::JavaScript)),
            ("pkg/index.d.ts", Some(Change::Declarations)),
            ("www/style.css", Some(Change::Page)),
            // What is built, and what editors leave behind.
            ("pkg/index.js", None),
            ("pkg/index.d.cts", None),
            ("pkg/js/index.d.ts", None),
            ("src/web/mediastream-polyfill.js", None),
            ("src/js/.index.js.swp", None),
        ] {
            assert_eq!(Change::of(Path::new(path)), change, "{path}");
        }
    }
}
