//! `wasm-pack build` writes a package.json of its own into `pkg/`, which has ours.

use std::fs;

#[test]
fn wasm_pack_refuses_to_build_at_the_root_before_it_writes_anything() {
    let manifest = fs::read_to_string(xtask::root().join("Cargo.toml")).unwrap();
    // It builds no crate that isn't one.
    assert!(!manifest.contains("cdylib"), "the crate at the root is a library for Rust");
}
