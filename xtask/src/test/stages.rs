use std::{
    env,
    ffi::OsStr,
    fs, iter,
    num::NonZero,
    path::{Path, PathBuf},
    process::Command,
    thread,
};

use anyhow::{Result, bail, ensure};
use xtask::{path, root};

use super::{count::Count, reproducible::reproducible};
use crate::{
    api,
    build::{Flavour, build},
    command::{command, read, run, run_and_hear},
    crates, fuzz, matrix,
    output::say,
    reference,
    setup::{self, Tool},
    sizes,
};

/// A part of the tests.
pub(crate) struct Stage {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) needs: &'static [Tool],
    /// Whether it tests the built package.
    pub(crate) built: bool,
    pub(crate) turn: Turn,
    pub(super) run: Run,
}

/// When a stage runs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// Before all else.
    First,
    /// Then, with whatever opens browsers: its pages mostly wait.
    Browsers,
    /// Beside those.
    Beside,
    /// When all others have run.
    Last,
}

pub(super) enum Run {
    /// A command that fails if anything is wrong.
    Check(&'static str),
    /// A test runner.
    Tests(&'static str),
    /// More than a command.
    Steps(fn(&mut Count) -> Result<()>),
}

impl Stage {
    pub(crate) fn run(&self, count: &mut Count) -> Result<()> {
        match self.run {
            Run::Check(line) => run(&mut command(line)),
            Run::Tests(line) => hear(count, &mut command(line)),
            Run::Steps(steps) => steps(count),
        }
    }
}

/// Every stage, those that find a mistake soonest first.
pub(crate) const STAGES: &[Stage] = &[
    Stage {
        name: "format",
        about: "Rust is formatted",
        needs: &[],
        built: false,
        turn: Turn::First,
        run: Run::Steps(|_| format()),
    },
    Stage {
        name: "core",
        about: "the state machine, natively",
        needs: &[],
        built: false,
        turn: Turn::First,
        run: Run::Tests(
            "cargo test --no-fail-fast -p mediastream-polyfill -p mediastream-constraints
             -p mediastream-solver -p mediastream-devices -p mediastream-host -p xtask",
        ),
    },
    Stage {
        name: "build",
        about: "the npm package",
        needs: setup::BUILD,
        built: false,
        turn: Turn::First,
        run: Run::Steps(|_| build(Flavour::Release)),
    },
    Stage {
        name: "clippy",
        about: "no warning, in the core with and without std",
        needs: &[Tool::WasmTarget],
        // The tests for browsers import the package.
        built: true,
        turn: Turn::Beside,
        run: Run::Steps(|_| clippy()),
    },
    Stage {
        name: "size",
        about: "the package is small",
        needs: &[],
        built: true,
        turn: Turn::Beside,
        run: Run::Steps(|_| sizes::check()),
    },
    Stage {
        name: "jsdoc",
        about: "the types in src/js",
        needs: &[],
        built: true,
        turn: Turn::Beside,
        run: Run::Check("node_modules/.bin/tsc -p tsconfig.json"),
    },
    Stage {
        name: "types",
        about: "the package's declarations, in users' projects, and what is kept of them",
        needs: &[Tool::NodeModules, Tool::ApiModules],
        built: true,
        turn: Turn::Beside,
        run: Run::Steps(types),
    },
    Stage {
        name: "docs",
        about: "the references are whole, and their examples print what they say",
        needs: &[Tool::NodeModules, Tool::ApiModules, Tool::WasmTarget],
        built: true,
        turn: Turn::Beside,
        run: Run::Steps(docs),
    },
    Stage {
        name: "node",
        about: "the package in Node and jsdom",
        needs: &[],
        built: true,
        turn: Turn::Beside,
        run: Run::Steps(node),
    },
    Stage {
        name: "runtimes",
        about: "the package in other hosts that are no browsers, and in the newest Node",
        needs: &[Tool::NodeModules, Tool::RuntimeModules],
        built: true,
        turn: Turn::Beside,
        run: Run::Steps(runtimes),
    },
    Stage {
        name: "dev",
        about: "what one saves while `cargo xtask dev` runs",
        needs: &[],
        built: true,
        turn: Turn::Beside,
        run: Run::Tests("cargo test -p xtask --features built --test dev"),
    },
    Stage {
        name: "fuzz",
        about: "the rules, told anything",
        needs: setup::FUZZ,
        built: false,
        turn: Turn::Beside,
        run: Run::Steps(fuzz),
    },
    Stage {
        name: "chromium",
        about: "Rust in Chromium",
        needs: &[Tool::WasmPack, Tool::Browsers],
        built: true,
        turn: Turn::Browsers,
        run: Run::Steps(|count| rust_in_browser(count, "--chrome")),
    },
    Stage {
        name: "firefox",
        about: "Rust in Firefox",
        needs: &[Tool::WasmPack, Tool::Browsers],
        built: true,
        turn: Turn::Browsers,
        run: Run::Steps(|count| rust_in_browser(count, "--firefox")),
    },
    Stage {
        name: "crate",
        about: "what Rust's users get, and projects of theirs in three browsers",
        needs: &[Tool::WasmTarget, Tool::WasmPack, Tool::Browsers],
        built: true,
        turn: Turn::Browsers,
        run: Run::Steps(crates),
    },
    Stage {
        name: "pack",
        about: "two packs of one build are the same bytes, and known by their hashes",
        needs: &[],
        built: true,
        turn: Turn::Beside,
        run: Run::Steps(reproducible),
    },
    Stage {
        name: "loaders",
        about: "pages built with bundlers and frameworks, which the browsers open, and test runners that build",
        needs: &[Tool::NodeModules, Tool::LoaderModules, Tool::Browsers],
        built: true,
        turn: Turn::Browsers,
        run: Run::Steps(loaders),
    },
    Stage {
        name: "browsers",
        about: "pages in Chromium, Firefox and WebKitGTK",
        needs: &[Tool::Browsers, Tool::RuntimeModules],
        built: true,
        turn: Turn::Browsers,
        run: Run::Steps(pages_in_browsers),
    },
    Stage {
        name: "matrix",
        about: "where removetrack fires, as README.md tells it",
        needs: &[],
        // It reads what other stages wrote.
        built: false,
        turn: Turn::Last,
        run: Run::Steps(|_| matrix::matrix(false)),
    },
];

/// Where these hosts are, and what makes programs for them.
const RUNTIMES_FOLDER: &str = "tests/runtimes";

/// Where other people's libraries are used.
const PEERS_FOLDER: &str = "tests/peers";

/// Where what is built with bundlers and the like is.
const LOADERS_FOLDER: &str = "tests/loaders";

/// What takes packages from npm that nothing else needs, and so is run only where it is asked for.
pub(crate) const PEERS: Stage = Stage {
    name: "peers",
    about: "other people's libraries, with and without the package (--peers)",
    needs: &[Tool::NodeModules, Tool::PeerModules, Tool::Browsers],
    built: true,
    turn: Turn::Browsers,
    run: Run::Steps(peers),
};

fn format() -> Result<()> {
    run(&mut command("cargo fmt --all --check"))?;
    run(&mut command("cargo fmt --manifest-path fuzz/Cargo.toml --check"))
}

/// A few seconds each: long enough for what is kept, and to stumble over what is plain to see.
fn fuzz(count: &mut Count) -> Result<()> {
    // Building brings its lock file up to date without a word, and no other stage reads it.
    run(&mut command("cargo update --workspace --locked --manifest-path fuzz/Cargo.toml"))?;
    for fuzzer in fuzz::build()? {
        match fuzzer.run(5) {
            Ok(()) => count.passed += 1,
            Err(error) => {
                count.failures.say(&error);
                count.failed += 1;
            }
        }
    }
    Ok(())
}

fn clippy() -> Result<()> {
    let modules =
        "-p mediastream-core -p mediastream-host -p mediastream-devices -p mediastream-solver";
    let wasm = "--target wasm32-unknown-unknown";
    for part in [
        "--workspace --all-targets --features browser-tests/peers,browser-tests/rust,xtask/built",
        &format!("-p mediastream-polyfill -p mediastream-core {wasm} --lib --tests"),
        &format!(
            "-p mediastream-polyfill {wasm} --lib --tests --no-default-features --features web"
        ),
        &format!("-p mediastream-polyfill {wasm} --lib --tests --features devices"),
        &format!("{modules} {wasm} --lib --no-default-features"),
    ] {
        run(&mut command(&format!("cargo clippy {part} -- -D warnings")))?;
    }
    Ok(())
}

fn types(count: &mut Count) -> Result<()> {
    hear(count, &mut command("node tests/types/check.mjs"))?;
    hear(count, &mut command("node tests/api/reports.mjs"))?;
    api::compare_crate()?;
    count.passed += 1;
    Ok(())
}

fn docs(count: &mut Count) -> Result<()> {
    for step in [reference::of_package, reference::of_crate, reference::try_examples_of_crate] {
        step()?;
        count.passed += 1;
    }
    hear(count, &mut command("node tests/api/examples.mjs"))?;
    hear(count, &mut command("node tests/api/documents.mjs"))
}

fn node(count: &mut Count) -> Result<()> {
    matrix::forget(matrix::STACKS)?;
    test_in_node("tests", count)?;
    without_webassembly(count)
}

/// What every Node runs alike, whichever package it has.
fn tests_of_node() -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for folder in ["tests/node", "tests/stacks"] {
        test_files(&root().join(folder), &mut files)?;
    }
    Ok(files)
}

fn runtimes(count: &mut Count) -> Result<()> {
    test_in_node(RUNTIMES_FOLDER, count)?;
    let path = env::join_paths(iter::once(newest_node()?).chain(env::split_paths(&path())))?;
    let mut version = command("node --version");
    say!("Once more, in the newest Node: {}", read(version.env("PATH", &path))?);
    let mut files = tests_of_node()?;
    // A third of the time for what the stacks do, which are the same ones.
    files.retain(|file| !file.ends_with("matrix.test.mjs"));
    hear(count, node_tests(files).env("PATH", path))
}

/// The folder that it is in: of the packages that have it, npm installs the one for this machine.
fn newest_node() -> Result<PathBuf> {
    let packages = root().join(RUNTIMES_FOLDER).join("node_modules");
    for entry in fs::read_dir(packages)? {
        let entry = entry?;
        let folder = entry.path().join("bin");
        if entry.file_name().to_string_lossy().starts_with("node-") && folder.join("node").exists()
        {
            return Ok(folder);
        }
    }
    bail!("{RUNTIMES_FOLDER}/package.json names no package with Node for this machine");
}

/// Tests of the package's files, which are others without WebAssembly: tests/without-webassembly has its own.
const OF_FILES: &[&str] =
    &["copies", "core-memory", "devices-loading", "loading", "package-text", "packed", "revision"];

/// The same once more with the package that does without WebAssembly.
fn without_webassembly(count: &mut Count) -> Result<()> {
    let mut files = tests_of_node()?;
    files.retain(|file| {
        let name = file.file_name().and_then(OsStr::to_str).unwrap_or_default();
        !OF_FILES.iter().any(|&each| name.strip_suffix(".test.mjs") == Some(each))
    });
    say!("Once more, without WebAssembly:");
    let first = root().join("tests/node/without-webassembly.mjs");
    hear(
        count,
        node_tests(files).env("NODE_OPTIONS", format!("--import=file://{}", first.display())),
    )
}

fn peers(count: &mut Count) -> Result<()> {
    let in_node = test_in_node(PEERS_FOLDER, count);
    run(&mut command("node tests/peers/bundle.mjs"))?;
    let line = "cargo test --no-fail-fast -p browser-tests --features peers --test peers -- --test-threads=1";
    hear(count, &mut command(line))?;
    in_node
}

fn test_in_node(folder: &str, count: &mut Count) -> Result<()> {
    let mut files = Vec::new();
    test_files(&root().join(folder), &mut files)?;
    if files.is_empty() {
        bail!("{folder}/ has no *.test.js, .mjs or .cjs");
    }
    hear(count, &mut node_tests(files))
}

/// Node by itself leaves one processor idle, of few as of many.
fn node_tests(files: Vec<PathBuf>) -> Command {
    let mut node = command("node --test --test-reporter=spec");
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    node.arg(format!("--test-concurrency={processors}")).args(files);
    node
}

/// Node's versions disagree on which files of a folder are tests; so they are found here.
fn test_files(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
        if path.is_dir() {
            // Those have a stage of their own.
            let others = [PEERS_FOLDER, LOADERS_FOLDER, RUNTIMES_FOLDER];
            let apart = others.iter().any(|each| path == root().join(each));
            if name != "node_modules" && !apart {
                test_files(&path, found)?;
            }
        } else if [".test.js", ".test.mjs", ".test.cjs"].iter().any(|end| name.ends_with(end)) {
            found.push(path.strip_prefix(root())?.to_owned());
        }
    }
    found.sort();
    Ok(())
}

fn rust_in_browser(count: &mut Count, browser: &str) -> Result<()> {
    for package in [".", ". --features devices", "wasm/core"] {
        let line = format!("wasm-pack test --mode no-install --headless {browser} {package}");
        hear(count, command(&line).env("WASM_BINDGEN_TEST_TIMEOUT", "60"))?;
    }
    Ok(())
}

fn crates(count: &mut Count) -> Result<()> {
    crates::publish_dry()?;
    count.passed += 1;
    for example in crates::EXAMPLES {
        crates::build_example(example)?;
        count.passed += 1;
    }
    for step in [crates::build_rules, crates::try_fresh_checkout] {
        step()?;
        count.passed += 1;
    }
    let line = "cargo test --no-fail-fast -p browser-tests --features rust --test rust -- --test-threads=1";
    hear(count, &mut command(line))
}

fn loaders(count: &mut Count) -> Result<()> {
    let built = build_with_loaders(count);
    test_in_node(LOADERS_FOLDER, count)?;
    built
}

fn build_with_loaders(count: &mut Count) -> Result<()> {
    run_and_hear(&mut command("node tests/loaders/build.mjs"), |line| {
        count.passed += u32::from(line.starts_with("| "));
    })
}

fn pages_in_browsers(count: &mut Count) -> Result<()> {
    matrix::forget(matrix::BROWSERS)?;
    if !["target/loaders", "target/projects/loaders"]
        .iter()
        .all(|folder| root().join(folder).exists())
    {
        setup::ensure(&[Tool::NodeModules, Tool::LoaderModules])?;
        build_with_loaders(&mut Count::default())?;
    }
    // One browser at a time is enough for two cores.
    let line = "cargo test --no-fail-fast -p browser-tests -- --test-threads=1";
    hear(count, &mut command(line))
}

/// Runs a test runner and counts.
fn hear(count: &mut Count, runner: &mut Command) -> Result<()> {
    run_and_hear(runner, |line| count.hear(line))?;
    // wasm-pack succeeds with tests that aren't configured to run in a browser, by skipping them.
    ensure!(count.passed > 0, "no test ran");
    Ok(())
}
