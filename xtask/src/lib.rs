//! What `cargo xtask` and the browser tests share: where things are, and the server over them.

pub mod hashes;
pub mod reload;
pub mod server;

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    sync::LazyLock,
};

/// The repository's top folder: that of the checkout in which one stands. The one in which this was
/// compiled may be another, since a copy of a checkout has what was compiled in the original.
pub fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        // Cargo says for which package it runs a program; one that is run by itself is told by where it is.
        let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let starts = [package, env::current_dir().ok(), env::current_exe().ok()];
        let root = starts.iter().flatten().find_map(|start| root_above(start));
        root.expect("neither this folder nor this program is in a checkout of the repository")
            .into()
    });
    &ROOT
}

fn root_above(start: &Path) -> Option<&Path> {
    start.ancestors().find(|folder| folder.join("xtask/Cargo.toml").is_file())
}

/// `PATH` for the programs that are run here: what cargo has installed is found first, also by users whose
/// own `PATH` lacks its folder.
pub fn path() -> OsString {
    let installed = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(env::home_dir()?.join(".cargo")))
        .map(|home| home.join("bin"));
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = installed.into_iter().chain(env::split_paths(&path));
    env::join_paths(folders).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use std::{env, fs};

    use super::{path, root_above};

    #[test]
    fn the_root_is_the_nearest_folder_that_has_an_xtask() {
        let checkout = env::temp_dir().join(format!("a checkout {}", std::process::id()));
        let inside = checkout.join("tests/browsers");
        fs::create_dir_all(&inside).unwrap();
        fs::create_dir_all(checkout.join("xtask")).unwrap();
        assert_eq!(root_above(&inside), None, "nothing is there yet");
        fs::write(checkout.join("xtask/Cargo.toml"), "").unwrap();
        assert_eq!(root_above(&inside), Some(checkout.as_path()));
        assert_eq!(root_above(&checkout), Some(checkout.as_path()));
        fs::remove_dir_all(checkout).unwrap();
    }

    #[test]
    fn what_cargo_installs_is_found_first() {
        let path = path();
        let first = env::split_paths(&path).next().expect("a folder");
        assert!(first.ends_with("bin"), "{}", first.display());
        let own = env::var_os("PATH").unwrap_or_default();
        assert!(env::split_paths(&path).skip(1).eq(env::split_paths(&own)), "{}", path.display());
    }
}
