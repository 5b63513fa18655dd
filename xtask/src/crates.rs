//! The crate for Rust's users, as it is published, and projects that use it.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context, Result, ensure};
use xtask::root;

use crate::{
    command::{command, read, run},
    manifest::VERSION,
    output::say,
};

/// Projects in `examples`: plain, and in the frameworks that most users have.
pub(crate) const EXAMPLES: &[&str] = &["removed", "yew", "leptos"];

/// Everything of publishing but the publishing. What is packed compiles, for hosts with whatever it has.
pub(crate) fn publish_dry() -> Result<()> {
    for target in ["", "--target wasm32-unknown-unknown --all-features"] {
        let line =
            format!("cargo publish --dry-run --allow-dirty -p mediastream-polyfill {target}");
        run(&mut command(&line))?;
    }
    Ok(())
}

/// Builds one of [`EXAMPLES`] over the packed crate, as a user does, in `target/projects`.
pub(crate) fn build_example(name: &str) -> Result<()> {
    let start = Instant::now();
    let example = root().join("examples").join(name);
    let project = root().join("target/projects").join(name);
    fs::create_dir_all(project.join("src"))?;
    for file in ["src/lib.rs", "index.html"] {
        fs::copy(example.join(file), project.join(file))?;
    }
    lock(&project.join("Cargo.lock"))?;
    let manifest = fs::read_to_string(example.join("Cargo.toml"))?;
    let manifest = manifest.replace("\"../..\"", &format!("{:?}", packed()?));
    fs::write(project.join("Cargo.toml"), manifest)?;
    run(command("wasm-pack build --mode no-install --target web")
        .arg(project)
        .env("CARGO_TARGET_DIR", root().join("target/examples")))?;
    say!("examples/{name}: built in {} s", start.elapsed().as_secs());
    Ok(())
}

/// Builds a program that takes the rules alone, as WebAssembly, and asks it whether they hold.
pub(crate) fn build_rules() -> Result<()> {
    let project = root().join("target/projects/rules");
    fs::create_dir_all(project.join("src"))?;
    let theirs = root().join("tests/crates/rules");
    fs::copy(theirs.join("src/lib.rs"), project.join("src/lib.rs"))?;
    let manifest = fs::read_to_string(theirs.join("Cargo.toml"))?;
    let manifest = manifest.replace("\"../../..\"", &format!("{:?}", packed()?));
    fs::write(project.join("Cargo.toml"), manifest)?;
    run(command("cargo build --target wasm32-unknown-unknown --target-dir target/examples")
        .arg("--manifest-path")
        .arg(project.join("Cargo.toml")))?;
    let holds = "WebAssembly.instantiate(fs.readFileSync('target/examples/wasm32-unknown-unknown/debug/rules.wasm'))
        .then(({ instance: { exports } }) => console.log(exports.stop() + exports.start()))";
    let answer = read(command("node -e").arg(holds))?;
    ensure!(answer == "2", "the rules don't hold in a program of their own: {answer}");
    Ok(())
}

/// What comes of a checkout in which nothing is built yet: wasm-pack, which would write a package.json of its own into `pkg/`,
/// writes nothing, and a program for a JavaScript host gets one sentence.
pub(crate) fn try_fresh_checkout() -> Result<()> {
    let checkout = root().join("target/projects/checkout");
    if checkout.exists() {
        fs::remove_dir_all(&checkout)?;
    }
    run(command("git clone --quiet --shared .").arg(&checkout))?;
    let refused = command("wasm-pack build").current_dir(&checkout).output()?;
    ensure!(!refused.status.success(), "wasm-pack builds what isn't for it");
    let changed = read(command("git status --porcelain --ignored").current_dir(&checkout))?;
    ensure!(changed.is_empty(), "wasm-pack left something: {changed}");
    let check = "cargo check --target wasm32-unknown-unknown -p mediastream-polyfill";
    let output = command(check)
        .current_dir(&checkout)
        .env("CARGO_TARGET_DIR", root().join("target/examples"))
        .output()?;
    let told = String::from_utf8_lossy(&output.stderr);
    ensure!(told.contains("run `cargo xtask build` first"), "a checkout without a package: {told}");
    Ok(())
}

/// Has a project use the wasm-bindgen of the tool that `cargo xtask setup` installs. What the lock file lacks, cargo adds, once.
fn lock(lock: &Path) -> Result<()> {
    let ours = root().join("Cargo.lock");
    let modified = |path: &Path| fs::metadata(path).and_then(|file| file.modified());
    if !modified(lock).is_ok_and(|lock| modified(&ours).is_ok_and(|ours| ours <= lock)) {
        fs::copy(ours, lock)?;
    }
    Ok(())
}

/// The crate as `cargo publish` unpacks it.
fn packed() -> Result<PathBuf> {
    let packed = root().join(format!("target/package/mediastream-polyfill-{VERSION}"));
    packed.canonicalize().context("the packed crate")
}
