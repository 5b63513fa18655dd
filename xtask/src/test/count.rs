use std::{collections::BTreeMap, fmt};

use super::failures::Failures;

/// How many tests passed and failed, by what their runners print.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    /// Which, and why.
    pub(crate) failures: Failures,
    /// How often a part of a test was tried again, by the host's fault that hindered it.
    pub(crate) tried_again: BTreeMap<String, u32>,
}

impl Count {
    /// Adds what a line of a runner's output says, if it's one that sums up.
    pub(crate) fn hear(&mut self, line: &str) {
        self.failures.hear(line);
        let words: Vec<&str> = line.split_whitespace().collect();
        match *words {
            // cargo test, and wasm-bindgen's runner after it
            ["test", "result:", _, passed, "passed;", failed, "failed;", ..] => {
                self.passed += number(passed);
                self.failed += number(failed);
            }
            // node --test
            ["ℹ" | "#", "pass", passed] => self.passed += number(passed),
            ["ℹ" | "#", "fail", failed] => self.failed += number(failed),
            // tests/types/check.mjs
            [passed, "of", all, "projects", ..] => {
                self.passed += number(passed);
                self.failed += number(all) - number(passed);
            }
            // tests/browsers/src/host_fault.rs, and by way of node --test tests/stacks/matrix.test.mjs
            ["tried", "again:", ref fault @ ..]
            | ["ℹ" | "#", "tried", "again:", ref fault @ ..] => {
                *self.tried_again.entry(fault.join(" ")).or_default() += 1;
            }
            _ => {}
        }
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        for (fault, times) in &other.tried_again {
            *self.tried_again.entry(fault.clone()).or_default() += times;
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.tried_again.is_empty() {
            return Ok(());
        }
        write!(f, ", {} tried again", self.tried_again.values().sum::<u32>())?;
        for (place, (fault, times)) in self.tried_again.iter().enumerate() {
            write!(f, "{} {fault} ({times})", if place == 0 { ":" } else { "," })?;
        }
        Ok(())
    }
}

fn number(word: &str) -> u32 {
    word.parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn every_runner_is_understood() {
        let mut count = Count::default();
        for line in [
            "test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out",
            "test that_says_5 passed; 2 failed; ... ok",
            "ℹ pass 40",
            "ℹ fail 2",
            "# pass 0",
            "100 of 101 projects compile under tsc --strict.",
        ] {
            count.hear(line);
        }
        assert_eq!(count.to_string(), "143 passed, 4 failed");
    }

    #[test]
    fn what_was_tried_again_is_told_with_why() {
        let mut count = Count::default();
        for line in [
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out",
            "tried again: WebKitGTK: an element that never ends",
            "  ℹ tried again: @roamhq/wrtc: a crash",
            "tried again: WebKitGTK: an element that never ends",
        ] {
            count.hear(line);
        }
        let mut total = Count::default();
        total.add(&count);
        let told = "3 passed, 0 failed, 3 tried again: @roamhq/wrtc: a crash (1), WebKitGTK: an element that never ends (2)";
        assert_eq!(total.to_string(), told);
    }
}
