//! A checkout that is copied with its `target/` has the programs of the original: they work on the copy.

use std::{env, fs, process::Command};

#[test]
fn a_program_compiled_in_the_original_works_on_the_copy_in_which_it_is_run() {
    let copy = env::temp_dir().join(format!("a copied checkout {}", std::process::id()));
    fs::create_dir_all(copy.join("xtask")).unwrap();
    fs::write(copy.join("xtask/Cargo.toml"), "").unwrap();

    let told = |command: &mut Command| {
        let output = command.arg("matrix").output().expect("xtask runs");
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    let xtask = env!("CARGO_BIN_EXE_xtask");
    let by_cargo = told(Command::new(xtask).env("CARGO_MANIFEST_DIR", copy.join("xtask")));
    let by_itself = told(Command::new(xtask).env_remove("CARGO_MANIFEST_DIR").current_dir(&copy));

    // The matrix is not there; the message says where it was looked for.
    let place = copy.join("target/matrix").display().to_string();
    assert!(by_cargo.contains(&place), "{by_cargo}");
    assert!(by_itself.contains(&place), "{by_itself}");
    fs::remove_dir_all(copy).unwrap();
}
