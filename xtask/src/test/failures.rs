use std::fmt;

use crate::output::say;

/// How much of a failure is told again: the rest is where it was printed.
const LINES: usize = 12;

/// What failed and why, as runners and checks tell it: for the end of a long output.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Failures {
    lines: Vec<String>,
    /// How many more lines are told of a test that failed.
    left: usize,
}

impl Failures {
    /// Keeps a line of a runner's output, if it's one of a test that failed.
    pub(crate) fn hear(&mut self, line: &str) {
        // cargo test, wasm-bindgen's runner; node --test
        if (line.starts_with("---- ") && line.ends_with(" ----")) || line.starts_with("test at ") {
            self.left = LINES;
        } else if line == "failures:" {
            self.left = 0;
        }
        if self.left > 0 && !line.trim().is_empty() {
            self.left -= 1;
            self.lines.push(line.to_owned());
        }
    }

    /// Prints what a check says that is no test of a runner's, and keeps it.
    pub(crate) fn say(&mut self, error: &anyhow::Error) {
        let failure = format!("FAILED: {error:#}");
        say!("{failure}");
        self.lines.extend(failure.lines().map(str::to_owned));
    }
}

impl fmt::Display for Failures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lines.iter().try_for_each(|line| writeln!(f, "  {line}"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Failures, LINES};

    fn told(lines: &[&str]) -> String {
        let mut failures = Failures::default();
        lines.iter().for_each(|line| failures.hear(line));
        failures.to_string()
    }

    #[test]
    fn what_failed_is_told_and_why() {
        let of_cargo = [
            "test one ... ok",
            "test two ... FAILED",
            "",
            "failures:",
            "",
            "---- two stdout ----",
            "",
            "thread 'two' panicked at two.rs:2:3:",
            "it is three",
            "",
            "failures:",
            "    two",
            "",
            "test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out",
        ];
        let expected =
            "  ---- two stdout ----\n  thread 'two' panicked at two.rs:2:3:\n  it is three\n";
        assert_eq!(told(&of_cargo), expected);
        let of_node = [
            "✔ one (1.2ms)",
            "✖ two (1.5ms)",
            "ℹ fail 1",
            "",
            "✖ failing tests:",
            "",
            "test at two.test.mjs:2:3",
            "✖ two (1.5ms)",
            "  it is three",
        ];
        assert_eq!(
            told(&of_node),
            "  test at two.test.mjs:2:3\n  ✖ two (1.5ms)\n    it is three\n"
        );
    }

    #[test]
    fn of_a_failure_that_tells_much_the_beginning_is_told() {
        let lines =
            [&["---- two stdout ----"][..], &["more"; 2 * LINES], &["---- three stdout ----"]]
                .concat();
        let expected = format!(
            "  ---- two stdout ----\n{}  ---- three stdout ----\n",
            "  more\n".repeat(LINES - 1)
        );
        assert_eq!(told(&lines), expected);
    }
}
