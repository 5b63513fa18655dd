/// How many tests passed and failed, by what their runners print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Count {
    /// Adds what a line of a runner's output says, if it's one that sums up.
    pub(crate) fn hear(&mut self, line: &str) {
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
            _ => {}
        }
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
        assert_eq!(count, Count { passed: 143, failed: 4 });
    }
}
