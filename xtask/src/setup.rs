//! What has to be on the machine besides Rust and Node: found, or else installed, or else asked for.

use std::{fs, path::Path, process::Stdio};

use anyhow::{Context, Result, bail};
use xtask::root;

use crate::command::{command, read, run, which};

/// Something to set up.
#[derive(Clone, Copy)]
pub(crate) enum Tool {
    WasmTarget,
    WasmBindgen,
    WasmPack,
    NodeModules,
    /// Libraries that `cargo xtask test --peers` uses.
    PeerModules,
    /// Bundlers and frameworks.
    LoaderModules,
    /// What reads declarations.
    ApiModules,
    /// Hosts that are no browsers.
    RuntimeModules,
    /// Other packages' streams, which `cargo xtask bench` measures.
    BenchModules,
    Browsers,
    /// libFuzzer is compiled here.
    CppCompiler,
    CargoFuzz,
    CargoMutants,
    Twiggy,
}

/// What a build takes.
pub(crate) const BUILD: &[Tool] = &[Tool::WasmTarget, Tool::WasmBindgen, Tool::NodeModules];

/// What fuzzing takes.
pub(crate) const FUZZ: &[Tool] = &[Tool::CppCompiler];

pub(crate) const ALL: &[Tool] = &[
    Tool::WasmTarget,
    Tool::WasmBindgen,
    Tool::NodeModules,
    Tool::LoaderModules,
    Tool::ApiModules,
    Tool::RuntimeModules,
    Tool::WasmPack,
    Tool::Browsers,
    Tool::CppCompiler,
    Tool::CargoFuzz,
];

/// Debian's packages of the browsers, of what drives them, and of what tells what they are doing.
const DEBIAN_BROWSERS: &str =
    "chromium chromium-driver firefox-esr webkit2gtk-driver xvfb xauth elfutils";

/// `node --test --test-concurrency` is of that version.
const OLDEST_NODE: (u32, u32) = (20, 10);

/// Installs those of `tools` that are missing. Quick where none is.
pub(crate) fn ensure(tools: &[Tool]) -> Result<()> {
    for tool in tools {
        match tool {
            Tool::WasmTarget => wasm_target()?,
            Tool::WasmBindgen => wasm_bindgen()?,
            Tool::WasmPack => cargo_program("wasm-pack")?,
            Tool::NodeModules => node_modules(root(), "npm packages")?,
            Tool::PeerModules => {
                node_modules(
                    &root().join("tests/peers"),
                    "npm packages of other people's libraries",
                )?;
            }
            Tool::LoaderModules => {
                node_modules(&root().join("tests/loaders"), "bundlers, frameworks")?
            }
            Tool::ApiModules => node_modules(&root().join("tests/api"), "what reads declarations")?,
            Tool::RuntimeModules => {
                node_modules(&root().join("tests/runtimes"), "hosts that are no browsers")?;
            }
            Tool::BenchModules => node_modules(&root().join("bench"), "packages to measure")?,
            Tool::Browsers => browsers()?,
            Tool::CppCompiler => debian(cpp_compiler, "g++")?,
            Tool::CargoMutants => cargo_program("cargo-mutants")?,
            Tool::Twiggy => cargo_program("twiggy")?,
            Tool::CargoFuzz => cargo_program("cargo-fuzz")?,
        }
    }
    Ok(())
}

fn wasm_target() -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let libraries = read(&mut command(&format!("rustc --print target-libdir --target {target}")))?;
    if Path::new(&libraries).is_dir() {
        return Ok(());
    }
    if which("rustup").is_none() {
        bail!(
            "Rust's standard library for {target} is missing, and there is no rustup to add it. \
             Install rustup, or your system's package of it, then run this again."
        );
    }
    installing(&format!("Rust's standard library for {target}"));
    run(&mut command(&format!("rustup target add {target}")))
}

/// The command must be of the same version as the crate, to the last digit.
fn wasm_bindgen() -> Result<()> {
    let version = locked_version("wasm-bindgen")?;
    let installed = command("wasm-bindgen --version").output();
    if installed.is_ok_and(|output| output.stdout.ends_with(format!(" {version}\n").as_bytes())) {
        return Ok(());
    }
    cargo_install(&format!("wasm-bindgen-cli@{version}"))
}

fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock"))?;
    let start = format!("name = \"{package}\"\nversion = \"");
    let (_, rest) =
        lock.split_once(&start).with_context(|| format!("Cargo.lock has no {package}"))?;
    Ok(rest.split('"').next().unwrap_or_default().to_owned())
}

fn cargo_program(name: &str) -> Result<()> {
    if which(name).is_some() {
        return Ok(());
    }
    cargo_install(name)?;
    if which(name).is_none() {
        bail!("{name} is installed now, but in a folder that neither PATH has nor CARGO_HOME");
    }
    Ok(())
}

/// Without `--locked`: a registry's mirror can lack the versions that the lock file names.
fn cargo_install(package: &str) -> Result<()> {
    installing(&format!("{package}, compiled here in some minutes"));
    run(&mut command(&format!("cargo install {package}")))
}

/// The packages that a folder's package-lock.json names.
fn node_modules(folder: &Path, what: &str) -> Result<()> {
    let needed = format!("Node {}.{} or newer is needed", OLDEST_NODE.0, OLDEST_NODE.1);
    let node =
        read(&mut command("node --version")).with_context(|| format!("{needed}, with npm"))?;
    let mut numbers = node.trim_start_matches('v').split('.').map_while(|part| part.parse().ok());
    if numbers.next().zip(numbers.next()) < Some(OLDEST_NODE) {
        bail!("{needed}; this is {node}");
    }
    // npm writes this one when it has installed everything.
    let installed = folder.join("node_modules/.package-lock.json");
    let modified = |path: &Path| fs::metadata(path).and_then(|file| file.modified());
    if let Ok(installed) = modified(&installed)
        && installed >= modified(&folder.join("package-lock.json"))?
    {
        return Ok(());
    }
    installing(what);
    run(command("npm ci --no-audit --no-fund").current_dir(folder))
}

fn browsers() -> Result<()> {
    debian(missing_browsers, DEBIAN_BROWSERS)?;
    // Debian 12 has no package of it.
    cargo_program("geckodriver")
}

/// Installs packages of Debian's, if they are missing that are in them.
fn debian(missing: fn() -> Vec<&'static str>, packages: &str) -> Result<()> {
    let programs = missing().join(", ");
    if programs.is_empty() {
        return Ok(());
    }
    let debian = Path::new("/etc/debian_version").exists();
    let root = read(&mut command("id -u")).is_ok_and(|id| id == "0");
    if !(debian && root) {
        bail!("Missing: {programs}.\nOn Debian, as root: apt-get install {packages}");
    }
    installing(&format!("{packages}, from Debian, for want of {programs}"));
    run(&mut command("apt-get update"))?;
    run(command(&format!("apt-get install -y --no-install-recommends {packages}"))
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdin(Stdio::null()))?;
    let programs = missing().join(", ");
    if !programs.is_empty() {
        bail!("Debian's packages have not brought {programs}");
    }
    Ok(())
}

fn cpp_compiler() -> Vec<&'static str> {
    if which("c++").is_some() { Vec::new() } else { vec!["c++"] }
}

fn missing_browsers() -> Vec<&'static str> {
    let programs =
        ["chromium", "chromedriver", "firefox-esr", "WebKitWebDriver", "Xvfb", "eu-stack"];
    // Elsewhere than on Debian browsers have other names, and their drivers find them.
    let aliases = [("chromium", "google-chrome"), ("firefox-esr", "firefox")];
    programs
        .into_iter()
        .filter(|program| which(program).is_none())
        .filter(|program| {
            !aliases.iter().any(|(name, alias)| name == program && which(alias).is_some())
        })
        .collect()
}

fn installing(what: &str) {
    eprintln!("── setup: {what}");
}
