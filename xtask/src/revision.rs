//! What a build is made of, as its WebAssembly says.

use anyhow::Result;
use xtask::root;

use crate::{
    command::{command, read},
    manifest::VERSION,
};

/// How much of a commit's name is told.
const DIGITS: usize = 12;

/// The custom section of a module that says what it was built from: its name and its text. Tools that show what a module
/// says of itself know both names.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Revision {
    /// The commit, and whether anything differs from it.
    Commit { name: String, changed: bool },
    /// Where there is no repository, as in an archive of the sources.
    Version,
}

impl Revision {
    /// That of the checkout.
    pub(crate) fn of_checkout() -> Result<Self> {
        let git = |words: &str| command(&format!("git {words}")).output();
        // An archive may have been unpacked in a repository of something else.
        let top = git("rev-parse --show-toplevel").ok().filter(|output| output.status.success());
        let top = top.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
        let ours = top.and_then(|top| std::fs::canonicalize(top).ok());
        if ours.is_none() || ours != root().canonicalize().ok() {
            return Ok(Self::Version);
        }
        let name = read(&mut command("git rev-parse HEAD"))?;
        let changed = !read(&mut command("git status --porcelain"))?.is_empty();
        Ok(Self::Commit { name, changed })
    }

    /// The section's name.
    pub(crate) fn section(&self) -> &'static str {
        match self {
            Self::Commit { .. } => "revision",
            Self::Version => "version",
        }
    }

    /// The section's text.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Commit { name, changed } => {
                let name = name.get(..DIGITS).unwrap_or(name);
                format!("{name}{}", if *changed { "+" } else { "" })
            }
            Self::Version => VERSION.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Revision, VERSION};

    #[test]
    fn a_commit_is_told_in_twelve_digits_and_that_something_differs_from_it() {
        let name = "55c947d4c0de55c947d4c0de55c947d4c0de5500".to_owned();
        let clean = Revision::Commit { name: name.clone(), changed: false };
        assert_eq!((clean.section(), clean.text().as_str()), ("revision", "55c947d4c0de"));
        assert_eq!(Revision::Commit { name, changed: true }.text(), "55c947d4c0de+");
    }

    #[test]
    fn without_a_repository_the_version_is_told() {
        assert_eq!(Revision::Version.section(), "version");
        assert_eq!(Revision::Version.text(), VERSION);
    }
}
