//! Mutants of the rules and of the modules' exports: which changes of the code no test notices.

use anyhow::Result;

use crate::{
    command::{command, run},
    setup::{self, Tool},
};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Only of these files
    #[arg(value_name = "FILE")]
    files: Vec<String>,
}

/// Those whose tests are native.
const PACKAGES: &[&str] = &[
    "mediastream-polyfill",
    "mediastream-constraints",
    "mediastream-solver",
    "mediastream-devices",
    "mediastream-host",
];

/// What survives is listed at the end, and in target/mutants.out. What is left out is in .cargo/mutants.toml.
pub(crate) fn mutants(arguments: &Arguments) -> Result<()> {
    setup::ensure(&[Tool::CargoMutants])?;
    let mut mutants = command("cargo mutants --output target");
    for package in PACKAGES {
        mutants.args(["--package", package]);
    }
    for file in &arguments.files {
        mutants.args(["--file", file]);
    }
    run(&mut mutants)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use xtask::root;

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
            let replaced = || mutation.split_once("replace ")?.1.split(" ->").next();
            let function = in_function.or_else(replaced).expect("a function");
            let function = function.rsplit("::").next().unwrap_or_default().trim_matches('$');
            assert!(source.contains(&format!("fn {function}")), "{function} is gone: {line}");
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
