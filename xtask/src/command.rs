//! Other programs, run from the repository's top.

use std::{
    env,
    io::{BufRead, BufReader, ErrorKind},
    path::PathBuf,
    process::{Command, ExitStatus, Stdio},
};

use anyhow::{Context, Result, bail};
use xtask::{path, root};

use crate::output::{say, stdio};

/// How much of a command a message tells: it may end with a long list of files.
const WORDS_TOLD: usize = 10;

/// A command, its words parted by spaces.
pub(crate) fn command(words: &str) -> Command {
    let mut words = words.split_whitespace();
    let mut command = Command::new(words.next().expect("a program's name"));
    command.args(words).current_dir(root()).env("PATH", path());
    command
}

/// Runs a command, whose output shows; fails if it does.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    run_with_errors_in(stdio()?, command)
}

/// The same, where what it prints of errors goes elsewhere.
pub(crate) fn run_with_errors_in(errors: impl Into<Stdio>, command: &mut Command) -> Result<()> {
    let line = line_of(command);
    let status = command.stdout(stdio()?).stderr(errors).status();
    succeeded(&line, status.map_err(|error| explain(&line, error))?)
}

/// Runs a command for what it prints.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let line = line_of(command);
    let output = command.stderr(stdio()?).output();
    let output = output.map_err(|error| explain(&line, error))?;
    succeeded(&line, output.status)?;
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

/// Runs a command whose output shows, and gives each line of it to `listener` too.
pub(crate) fn run_and_hear(command: &mut Command, mut listener: impl FnMut(&str)) -> Result<()> {
    let line = line_of(command);
    let child = command.stdout(Stdio::piped()).stderr(stdio()?).spawn();
    let mut child = child.map_err(|error| explain(&line, error))?;
    for printed in BufReader::new(child.stdout.take().context("its output")?).split(b'\n') {
        let printed = String::from_utf8_lossy(&printed?).into_owned();
        say!("{printed}");
        listener(&printed);
    }
    succeeded(&line, child.wait()?)
}

/// The program of that name that a command would run.
pub(crate) fn which(program: &str) -> Option<PathBuf> {
    env::split_paths(&path()).map(|folder| folder.join(program)).find(|path| path.is_file())
}

fn succeeded(line: &str, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{line}` failed: {status}");
    }
    Ok(())
}

fn explain(line: &str, error: std::io::Error) -> anyhow::Error {
    if error.kind() == ErrorKind::NotFound {
        anyhow::anyhow!("`{line}` can't run: the program is not installed")
    } else {
        anyhow::Error::new(error).context(format!("`{line}`"))
    }
}

fn line_of(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    match words.get(..WORDS_TOLD) {
        Some(told) if words.len() > WORDS_TOLD => format!("{} …", told.join(" ")),
        _ => words.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use std::{env, ffi::OsStr, path::Path};

    use super::{command, path, which};

    #[test]
    fn what_cargo_has_installed_is_found_whatever_the_path_is() {
        let command = command("wasm-bindgen --version");
        let (_, found) = command
            .get_envs()
            .find(|(name, _)| *name == OsStr::new("PATH"))
            .expect("a PATH of its own");
        assert_eq!(found, Some(path().as_os_str()));
        let cargo = env::var("CARGO").expect("cargo runs the tests");
        let name = Path::new(&cargo).file_name().and_then(OsStr::to_str).expect("its name");
        assert_eq!(which(name).as_deref().and_then(Path::file_name), Some(OsStr::new(name)));
        assert_eq!(which("a program that nobody has"), None);
    }
}
