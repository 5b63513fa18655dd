//! What is published, as files: the npm package and the crate.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use xtask::root;

use crate::{
    build::{Flavour, build},
    command::{command, run},
    manifest, release_notes,
    revision::Revision,
};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Build and pack the commit once more, from a clone in another folder, which must give the same files: takes minutes
    #[arg(long)]
    twice: bool,
}

/// Writes both into target/packed/, and what to tell of them.
pub(crate) fn pack(arguments: &Arguments) -> Result<()> {
    let revision = Revision::of_checkout()?;
    ensure!(
        !arguments.twice || matches!(revision, Revision::Commit { changed: false, .. }),
        "what isn't committed isn't in a clone: there is {}",
        revision.text()
    );
    build(Flavour::Release)?;
    ensure!(Revision::of_checkout()? == revision, "the checkout has changed during the build");
    let folder = root().join("target/packed");
    let files = [package(&root().join("pkg"), &folder)?, crate_of(root(), &folder)?];
    let notes = release_notes::of(&revision, &files)?;
    fs::write(folder.join("release-notes.md"), &notes)?;
    println!("\n{notes}\nThat is target/packed/release-notes.md; the files are beside it.");
    if let Some(placeholder) = manifest::placeholder() {
        println!("Not to be published yet: {placeholder}");
    }
    if arguments.twice { once_more(&files) } else { Ok(()) }
}

/// Packs a built npm package as npm does.
pub(crate) fn package(package: &Path, destination: &Path) -> Result<PathBuf> {
    fs::create_dir_all(destination)?;
    permit_reading(package)?;
    run(command("npm pack --silent --pack-destination").arg(destination).current_dir(package))?;
    Ok(destination.join(named("tgz")))
}

/// npm takes the permissions that files have, which are those of whoever built them.
fn permit_reading(folder: &Path) -> Result<()> {
    #[cfg(unix)]
    for entry in fs::read_dir(folder)? {
        use std::os::unix::fs::PermissionsExt;
        let entry = entry?;
        let is_folder = entry.file_type()?.is_dir();
        let mode = if is_folder { 0o755 } else { 0o644 };
        fs::set_permissions(entry.path(), PermissionsExt::from_mode(mode))?;
        if is_folder {
            permit_reading(&entry.path())?;
        }
    }
    Ok(())
}

/// Packs the crate of a checkout as cargo does.
pub(crate) fn crate_of(checkout: &Path, destination: &Path) -> Result<PathBuf> {
    fs::create_dir_all(destination)?;
    // It isn't compiled: the stage `crate` does that. To cargo, the JavaScript that is built, and not in git, is a change.
    run(command(
        "cargo package --quiet --no-verify --allow-dirty -p mediastream-polyfill --target-dir",
    )
    .arg(destination)
    .current_dir(checkout))?;
    let packed = destination.join(named("crate"));
    fs::rename(destination.join("package").join(named("crate")), &packed)?;
    Ok(packed)
}

fn named(extension: &str) -> String {
    format!("mediastream-polyfill-{}.{extension}", manifest::VERSION)
}

/// The same from a clone. It isn't inside this checkout, whose configuration cargo would read as well.
fn once_more(files: &[PathBuf]) -> Result<()> {
    let clone = env::temp_dir().join(format!("mediastream-polyfill-{}", std::process::id()));
    println!("\nOnce more, in {}:", clone.display());
    run(command("git clone --quiet .").arg(&clone))?;
    run(command("cargo xtask pack").current_dir(&clone).env_remove("CARGO_TARGET_DIR"))?;
    for file in files {
        let other = clone.join("target/packed").join(file.file_name().context("a name")?);
        if fs::read(file)? != fs::read(&other)? {
            bail!("{} and {} differ", file.display(), other.display());
        }
    }
    println!("Two builds, the same files.");
    Ok(fs::remove_dir_all(clone)?)
}
