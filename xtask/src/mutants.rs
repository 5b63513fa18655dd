//! Mutants of the rules and of the modules' exports: which changes of the code no test notices.

use std::fs;

use anyhow::{Result, bail, ensure};
use xtask::root;

use crate::{
    command::command,
    setup::{self, Tool},
};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Only of these files
    #[arg(value_name = "FILE")]
    files: Vec<String>,
}

/// Files whose mutants the same tests are to notice. Only these tests are built anew for each mutant.
struct Portion {
    name: &'static str,
    /// Where they are: a folder, or a single file.
    folder: &'static str,
    package: &'static str,
    tests: &'static str,
}

/// Those whose tests are native.
const PORTIONS: &[Portion] = &[
    Portion {
        name: "media",
        folder: "src/media/",
        package: "mediastream-polyfill",
        tests: "--lib --test core",
    },
    Portion {
        name: "slots",
        folder: "src/slots.rs",
        package: "mediastream-polyfill",
        tests: "--lib",
    },
    Portion {
        name: "negotiation",
        folder: "src/negotiation/",
        package: "mediastream-polyfill",
        tests: "--test negotiation",
    },
    Portion {
        name: "capture",
        folder: "src/capture/",
        package: "mediastream-polyfill",
        tests: "--lib --test capture",
    },
    Portion {
        name: "devices",
        folder: "src/devices/",
        package: "mediastream-polyfill",
        tests: "--test devices",
    },
    Portion {
        name: "constraints",
        folder: "constraints/src/",
        package: "mediastream-constraints",
        tests: "--lib --tests",
    },
    Portion {
        name: "wasm-constraints",
        folder: "wasm/constraints/src/",
        package: "mediastream-solver",
        tests: "--lib --tests",
    },
    Portion {
        name: "wasm-devices",
        folder: "wasm/devices/src/",
        package: "mediastream-devices",
        tests: "--lib --tests",
    },
    Portion {
        name: "wasm-host",
        folder: "wasm/host/src/",
        package: "mediastream-host",
        tests: "--lib --tests",
    },
];

// [Exit codes](https://mutants.rs/exit-codes.html), where a mutant was missed, and where some tests timed out.
const FOUND_PROBLEMS: i32 = 2;
const TIMED_OUT: i32 = 3;

/// What survives is listed at each portion's end, and in target/mutants. What is left out is in .cargo/mutants.toml.
pub(crate) fn mutants(arguments: &Arguments) -> Result<()> {
    if let Some(file) = arguments.files.iter().find(|file| portion_of(file).is_none()) {
        bail!("{file} is in none of the folders whose tests are native");
    }
    setup::ensure(&[Tool::CargoMutants])?;
    let mut survived = Vec::new();
    for portion in PORTIONS {
        let files = portion.files(&arguments.files);
        if files.is_empty() {
            continue;
        }
        if let Err(error) = portion.run(&files) {
            eprintln!("{}: {error}", portion.name);
            survived.push(portion.name);
        }
    }
    if !survived.is_empty() {
        bail!("mutants survived, or could not be tested: {}", survived.join(", "));
    }
    Ok(())
}

fn portion_of(file: &str) -> Option<&'static Portion> {
    PORTIONS.iter().find(|portion| file.starts_with(portion.folder))
}

impl Portion {
    /// Which of the files that were asked for are its own; all that it has if none was.
    fn files(&self, asked: &[String]) -> Vec<String> {
        if asked.is_empty() {
            return vec![format!("{}**", self.folder)];
        }
        asked.iter().filter(|file| file.starts_with(self.folder)).cloned().collect()
    }

    fn run(&self, files: &[String]) -> Result<()> {
        let (name, package, tests) = (self.name, self.package, self.tests);
        let output = format!("target/mutants/{name}");
        fs::create_dir_all(root().join(&output))?;
        let line = format!("cargo mutants --output {output} --package {package}");
        let mut mutants = command(&line);
        for file in files {
            mutants.args(["--file", file]);
        }
        mutants.arg("--").args(tests.split(' '));
        // Nobody looks at a mutant's backtrace, nor at the smallest program that shows it.
        mutants.env("CARGO_PROFILE_DEV_DEBUG", "0");
        mutants.env("PROPTEST_MAX_SHRINK_ITERS", "0");
        mutants.env("PROPTEST_DISABLE_FAILURE_PERSISTENCE", "1");
        let status = mutants.status()?;
        ensure!(matches!(status.code(), Some(0 | FOUND_PROBLEMS | TIMED_OUT)), "{status}");
        // A mutant with which the tests never end is noticed as well. Where there is one, the status tells of no other.
        let missed = fs::read_to_string(root().join(output).join("mutants.out/missed.txt"))?;
        ensure!(missed.is_empty(), "missed:\n{missed}");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use xtask::root;

    use super::{PORTIONS, portion_of};

    /// The lines of `exclude_re`, each with the line before it.
    fn left_out(config: &str) -> Vec<(&str, &str)> {
        let list = config.split_once("exclude_re = [").expect("a list").1;
        let list = list.split_once(']').expect("its end").0;
        let lines: Vec<&str> = list.lines().map(str::trim).collect();
        let pairs = lines.iter().zip(lines.iter().skip(1));
        pairs
            .filter(|(_, line)| line.starts_with('\''))
            .map(|(&before, &line)| (before, line))
            .collect()
    }

    #[test]
    fn every_mutant_that_is_left_out_is_explained_and_its_function_is_there() {
        let config = fs::read_to_string(root().join(".cargo/mutants.toml")).unwrap();
        for (reason, line) in left_out(&config) {
            assert!(reason.starts_with('#'), "no reason is given for {line}");
            // 'src/media/list.rs: replace … in List<T>::append'
            let name = line.trim_matches(['\'', ',']);
            let (file, mutation) = name.split_once(".rs:").expect("a file");
            let source = root().join(format!("{}.rs", file.replace('\\', "")));
            let source = fs::read_to_string(&source).unwrap_or_else(|_| panic!("{file} is gone"));
            let in_function = mutation.rsplit_once(" in ").map(|(_, function)| function);
            let replaced = || mutation.split_once("replace ")?.1.split([' ', '\\']).next();
            let function = in_function.or_else(replaced).expect("a function");
            let function = function.rsplit("::").next().unwrap_or_default().trim_matches('$');
            assert!(source.contains(&format!("fn {function}")), "{function} is gone: {line}");
        }
    }

    #[test]
    fn every_module_of_rules_has_a_portion_and_every_portion_its_tests() {
        let modules = fs::read_dir(root().join("src")).unwrap().map(|entry| entry.unwrap().path());
        for module in modules.filter(|path| path.join("mod.rs").exists() && !path.ends_with("web"))
        {
            let file = module.strip_prefix(root()).unwrap().join("mod.rs");
            assert!(portion_of(file.to_str().unwrap()).is_some(), "{file:?} is in no portion");
        }
        for portion in PORTIONS {
            assert!(root().join(portion.folder).exists(), "{} is gone", portion.folder);
            if let Some((_, test)) = portion.tests.split_once("--test ") {
                assert!(root().join("tests").join(test).is_dir(), "{test} is gone");
            }
        }
    }

    #[test]
    fn a_list_is_read_with_the_reasons_in_it() {
        let config = "exclude_re = [\n  # Why.\n  'a.rs: replace + with - in b',\n  'a.rs: replace c -> d',\n]";
        let expected = [
            ("# Why.", "'a.rs: replace + with - in b',"),
            ("'a.rs: replace + with - in b',", "'a.rs: replace c -> d',"),
        ];
        assert_eq!(left_out(config), expected);
    }
}
