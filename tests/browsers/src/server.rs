use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};

use crate::process::Process;

/// A script of the repository's that Node runs, which serves something. Dropped, it ends.
pub struct Server {
    first_line: String,
    _process: Process,
}

impl Server {
    /// Starts it, and waits for its first line.
    ///
    /// # Errors
    ///
    /// If it ends before it has written one.
    pub fn start(script: &str, arguments: &[&str]) -> Result<Self> {
        let mut process = Process::spawn(
            Command::new("node")
                .arg(script)
                .args(arguments)
                .current_dir(xtask::root())
                .stdout(Stdio::piped()),
        )?;
        let mut line = String::new();
        let output = process.child.stdout.take().context("its output")?;
        BufReader::new(output).read_line(&mut line)?;
        ensure!(!line.is_empty(), "{script} {} did not start", arguments.join(" "));
        Ok(Self { first_line: line.trim().to_owned(), _process: process })
    }

    /// What it wrote: where it is.
    #[must_use]
    pub fn first_line(&self) -> &str {
        &self.first_line
    }
}
