//! Two packs of one build are the same bytes, whoever packs them, where and when.

use std::{fs, path::Path};

use anyhow::{Result, ensure};
use xtask::root;

use super::count::Count;
use crate::{
    command::{command, read, run},
    pack, release_notes,
    revision::Revision,
};

/// The files' permissions, their times and the folders differ. That a whole build from a clone is the same,
/// `cargo xtask pack --twice` finds out.
pub(super) fn reproducible(count: &mut Count) -> Result<()> {
    let folder = root().join("target/reproducible");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let (one, other) = (folder.join("one"), folder.join("the other"));
    for (umask, copy) in [("022", &one), ("077", &other)] {
        fs::create_dir_all(copy)?;
        shell(
            copy,
            &format!(
                "umask {umask}
                 cp -R \"$0/pkg\" pkg
                 git clone --quiet --shared \"$0\" checkout
                 cp \"$0/src/web/\"*.js checkout/src/web/"
            ),
        )?;
    }
    shell(&other, "find . -type f -not -path '*/.git/*' -exec touch -d 2001-02-03 {} +")?;
    let package = |copy: &Path| pack::package(&copy.join("pkg"), copy);
    let krate = |copy: &Path| pack::crate_of(&copy.join("checkout"), copy);
    for (one, other) in [(package(&one)?, package(&other)?), (krate(&one)?, krate(&other)?)] {
        let same = fs::read(&one)? == fs::read(&other)?;
        ensure!(same, "{} and {} differ", one.display(), other.display());
        count.passed += 1;
    }
    told_by_their_hashes(&one)?;
    count.passed += 1;
    Ok(())
}

/// What the release notes say of a classic script and of the packed package, other programs say as well.
fn told_by_their_hashes(folder: &Path) -> Result<()> {
    let packed = pack::package(&folder.join("pkg"), folder)?;
    let notes = release_notes::of(&Revision::of_checkout()?, &[&packed])?;
    let hash = |algorithm: &str, encoding: &str, file: &Path| {
        let script = format!(
            "crypto.createHash('{algorithm}').update(fs.readFileSync({file:?})).digest('{encoding}')"
        );
        read(command("node -p").arg(script))
    };
    let integrity = hash("sha384", "base64", &root().join("pkg/js/classic.js"))?;
    ensure!(notes.contains(&format!("| `js/classic.js` | `sha384-{integrity}` |")), "{notes}");
    let sha256 = hash("sha256", "hex", &packed)?;
    ensure!(notes.contains(&format!("| `{sha256}` |")), "{notes}");
    Ok(())
}

/// Runs a script, whose `$0` is the repository's top.
fn shell(folder: &Path, script: &str) -> Result<()> {
    run(command("sh -e -c").arg(script).arg(root()).current_dir(folder))
}
