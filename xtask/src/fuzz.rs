//! Fuzzing: the targets of `fuzz/`, built and run as cargo fuzz does, but by any toolchain and without that program.

use std::{
    env::consts::EXE_SUFFIX,
    fs::{self, File},
    path::PathBuf,
};

use anyhow::{Context, Result, ensure};
use xtask::root;

use crate::{
    command::{command, read, run, run_with_errors_in},
    output::say,
    setup,
};

/// What libFuzzer needs to see of a program: which edges are taken, and what is compared with what.
const INSTRUMENTED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
     -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
     -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares \
     -Ccodegen-units=1 --cfg fuzzing";

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Only these targets
    #[arg(value_name = "TARGET")]
    targets: Vec<String>,
    /// How long each of them runs
    #[arg(long, default_value_t = 60)]
    seconds: u32,
    /// Keep the smallest inputs that reach what any have reached, in fuzz/corpus/
    #[arg(long)]
    keep: bool,
}

pub(crate) fn fuzz(arguments: &Arguments) -> Result<()> {
    setup::ensure(setup::FUZZ)?;
    let fuzzers = build()?;
    for name in &arguments.targets {
        ensure!(fuzzers.iter().any(|fuzzer| fuzzer.name == *name), "there is no target {name}");
    }
    for fuzzer in fuzzers {
        if arguments.targets.is_empty() || arguments.targets.contains(&fuzzer.name) {
            fuzzer.run(arguments.seconds)?;
            if arguments.keep {
                fuzzer.keep()?;
            }
        }
    }
    Ok(())
}

/// A target, built.
pub(crate) struct Fuzzer {
    pub(crate) name: String,
    program: String,
}

/// All targets.
pub(crate) fn build() -> Result<Vec<Fuzzer>> {
    let version = read(&mut command("rustc -vV"))?;
    // Named, so that build scripts and macros are not instrumented.
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.context("rustc doesn't say for what it compiles")?;
    let words = "cargo build --manifest-path fuzz/Cargo.toml --release --target-dir target/fuzz";
    run(command(words).args(["--target", host]).env("RUSTFLAGS", INSTRUMENTED))?;

    let mut fuzzers = Vec::new();
    for entry in fs::read_dir(root().join("fuzz/fuzz_targets"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let program = format!("target/fuzz/{host}/release/{name}{EXE_SUFFIX}");
            fuzzers.push(Fuzzer { name, program });
        }
    }
    fuzzers.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(fuzzers)
}

impl Fuzzer {
    /// Runs what is kept, and what comes of it for so long.
    pub(crate) fn run(&self, seconds: u32) -> Result<()> {
        let (kept, found) = (self.kept(), self.found());
        fs::create_dir_all(&kept)?;
        fs::create_dir_all(&found)?;
        let log = root().join(format!("target/fuzz/{}.log", self.name));
        let failures = root().join(format!("target/fuzz/{}-", self.name));
        let mut fuzzer = command(&self.program);
        fuzzer
            // The first is where it puts what it finds.
            .args([found, kept])
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-artifact_prefix={}", failures.display()))
            .args(["-max_len=1000", "-timeout=10", "-rss_limit_mb=1000"]);
        let dictionary = root().join(format!("fuzz/{}.dict", self.name));
        if dictionary.exists() {
            fuzzer.arg(format!("-dict={}", dictionary.display()));
        }
        let outcome = run_with_errors_in(File::create(&log)?, &mut fuzzer);
        let text = String::from_utf8_lossy(&fs::read(&log)?).into_owned();
        if outcome.is_err() {
            // The input is in a file whose name stands there as well.
            say!("{text}");
        }
        let runs = text.lines().find(|line| line.starts_with("Done ")).unwrap_or("no run");
        say!("{}: {runs}", self.name);
        outcome
    }

    /// Keeps the least of the inputs that reaches every edge that any of them reaches.
    fn keep(&self) -> Result<()> {
        let least = root().join(format!("target/fuzz/{}-least", self.name));
        if least.exists() {
            fs::remove_dir_all(&least)?;
        }
        fs::create_dir_all(&least)?;
        let mut merge = command(&self.program);
        merge.args(["-set_cover_merge=1", "-use_counters=0", "-verbosity=0"]);
        run(merge.args([&least, &self.found(), &self.kept()]))?;
        fs::remove_dir_all(self.kept())?;
        fs::rename(least, self.kept())?;
        Ok(())
    }

    fn kept(&self) -> PathBuf {
        root().join("fuzz/corpus").join(&self.name)
    }

    fn found(&self) -> PathBuf {
        root().join("target/fuzz/corpus").join(&self.name)
    }
}
