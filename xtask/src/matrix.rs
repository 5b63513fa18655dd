//! The matrix: where `removetrack` fires, natively and with the package installed, host by host.
//!
//! The tests that run its cells leave what they find in `target/matrix`. Here it becomes one table, which
//! is printed, and is a part of README.md.

use std::{
    collections::BTreeMap,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use xtask::root;

/// The hosts whose results the tests for browsers write, and what they are called.
pub(crate) const BROWSERS: &[(&str, &str)] =
    &[("chromium", "Chromium"), ("firefox", "Firefox"), ("webkit", "WebKitGTK")];

/// The hosts whose results the tests in Node write.
pub(crate) const STACKS: &[(&str, &str)] = &[("wrtc", "@roamhq/wrtc"), ("werift", "werift")];

const BEGIN: &str = "<!-- matrix -->\n";
const END: &str = "<!-- /matrix -->";

/// Prints the table, and writes it into README.md or checks that it is there.
pub(crate) fn matrix(write: bool) -> Result<()> {
    let mut hosts = Vec::new();
    for &(name, title) in BROWSERS.iter().chain(STACKS) {
        hosts.push(Host { title, results: read(name)? });
    }
    print!("{}", for_terminals(&hosts));
    let path = root().join("README.md");
    let readme = fs::read_to_string(&path)?;
    let members = members(&hosts);
    let renewed = with_block(&readme, &format!("{}\n{members}", scores(&hosts)))?;
    if write {
        fs::write(path, renewed)?;
        return Ok(());
    }
    ensure!(
        readme.contains(&members),
        "README.md tells otherwise what install() does: `cargo xtask matrix --write` renews it"
    );
    // Not an error: what a browser does by itself is another version's or a slow machine's business.
    if readme != renewed {
        println!("README.md has other figures: `cargo xtask matrix --write` renews them");
    }
    Ok(())
}

/// Deletes what was found for these hosts: the tests that are about to run write it anew, or else it is
/// missing.
pub(crate) fn forget(hosts: &[(&str, &str)]) -> Result<()> {
    for (name, _) in hosts {
        let path = path_of(name);
        if path.exists() {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

struct Host {
    title: &'static str,
    results: Results,
}

#[derive(Deserialize)]
struct Results {
    provided: Vec<String>,
    repaired: Vec<String>,
    scenarios: Vec<Scenario>,
    cells: Vec<Cell>,
}

#[derive(Clone, Deserialize)]
struct Scenario {
    id: String,
    title: String,
}

#[derive(Deserialize)]
struct Cell {
    scenario: String,
    native: Outcome,
    installed: Outcome,
}

#[derive(Deserialize)]
struct Outcome {
    state: State,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum State {
    Holds,
    Fails,
    /// The host has nothing there that could hold.
    Absent,
}

/// How many cells hold, of those that are there when the package is installed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Score {
    native: usize,
    installed: usize,
    all: usize,
    /// Those that natively are not there.
    missing: usize,
}

impl Host {
    fn scores(&self) -> BTreeMap<&str, Score> {
        let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
        for cell in &self.results.cells {
            if cell.installed.state == State::Absent {
                continue;
            }
            for scenario in [cell.scenario.as_str(), ALL] {
                let score = scores.entry(scenario).or_default();
                score.all += 1;
                score.native += usize::from(cell.native.state == State::Holds);
                score.installed += usize::from(cell.installed.state == State::Holds);
                score.missing += usize::from(cell.native.state == State::Absent);
            }
        }
        scores
    }
}

/// The row under all scenarios.
const ALL: &str = "all";

fn path_of(host: &str) -> PathBuf {
    root().join("target/matrix").join(host).with_extension("json")
}

fn read(host: &str) -> Result<Results> {
    let path = path_of(host);
    let text = fs::read_to_string(&path).with_context(|| {
        format!(
            "nothing is known of {host}: its tests have not run, or failed ({})",
            path.display()
        )
    })?;
    let newest = newest(&root().join("pkg"))?.max(newest(&root().join("www/matrix"))?);
    if fs::metadata(&path)?.modified()? < newest {
        bail!(
            "what is known of {host} is older than the package or the cells: its tests must run again"
        );
    }
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}

/// When the newest script in a folder was written.
fn newest(folder: &Path) -> Result<SystemTime> {
    let mut newest = SystemTime::UNIX_EPOCH;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            newest = newest.max(self::newest(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "js") {
            newest = newest.max(fs::metadata(path)?.modified()?);
        }
    }
    Ok(newest)
}

/// The table's rows: the scenarios, which every host tells alike, and all of them together.
fn rows(hosts: &[Host]) -> Vec<Scenario> {
    let mut rows = hosts.first().map(|host| host.results.scenarios.clone()).unwrap_or_default();
    rows.push(Scenario { id: ALL.to_owned(), title: "All".to_owned() });
    rows
}

fn for_terminals(hosts: &[Host]) -> String {
    let mut table = format!("{:46}", "native → installed");
    for Host { title, .. } in hosts {
        let _ = write!(table, "  {title:>19}");
    }
    for Scenario { id, title } in rows(hosts) {
        let name = if id == ALL { title } else { format!("{id:3} {title}") };
        let _ = write!(table, "\n{name:46}");
        for host in hosts {
            let score = host.scores().get(id.as_str()).map(|score| {
                let Score { native, installed, all, .. } = score;
                format!("{native}/{all} → {installed}/{all}")
            });
            let _ = write!(table, "  {:>19}", score.unwrap_or_else(|| "–".to_owned()));
        }
    }
    table + "\n"
}

/// README.md's first table: how many cells hold.
fn scores(hosts: &[Host]) -> String {
    let mut text = "| |".to_owned();
    for Host { title, .. } in hosts {
        let _ = write!(text, " {title} |");
    }
    let _ = write!(text, "\n|---|{}", "---|".repeat(hosts.len()));
    for Scenario { id, title } in rows(hosts) {
        let _ = if id == ALL {
            write!(text, "\n| **{title}** |")
        } else {
            write!(text, "\n| {title} |")
        };
        for host in hosts {
            let cell = host.scores().get(id.as_str()).map_or_else(|| "–".to_owned(), in_words);
            let _ = write!(text, " {cell} |");
        }
    }
    text + "\n"
}

/// README.md's second table: what `install()` does.
fn members(hosts: &[Host]) -> String {
    let mut text = "| | `install()` provides | and repairs |\n|---|---|---|\n".to_owned();
    for Host { title, results } in hosts {
        let (provided, repaired) = (names(&results.provided), names(&results.repaired));
        let _ = writeln!(text, "| {title} | {provided} | {repaired} |");
    }
    text
}

/// As short as it can be: one number where the package changes nothing.
fn in_words(score: &Score) -> String {
    let Score { native, installed, all, missing } = *score;
    if missing == all {
        format!("none → **{installed} of {all}**")
    } else if native == installed {
        format!("{installed} of {all}")
    } else {
        format!("{native} → **{installed} of {all}**")
    }
}

fn names(names: &[String]) -> String {
    if names.is_empty() {
        return "nothing".to_owned();
    }
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// A text with another block between the two marks.
fn with_block(text: &str, block: &str) -> Result<String> {
    let (before, rest) = text.split_once(BEGIN).context("README.md has no <!-- matrix -->")?;
    let (_, after) = rest.split_once(END).context("README.md has no <!-- /matrix -->")?;
    Ok(format!("{before}{BEGIN}{block}{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(title: &'static str, states: &[(&str, State, State)]) -> Host {
        let scenarios =
            ["S1", "S5"].map(|id| Scenario { id: id.to_owned(), title: format!("the {id}") });
        let cells = states.iter().map(|&(scenario, native, installed)| Cell {
            scenario: scenario.to_owned(),
            native: Outcome { state: native },
            installed: Outcome { state: installed },
        });
        let results = Results {
            provided: Vec::new(),
            repaired: vec!["MediaStream.clone".to_owned()],
            scenarios: scenarios.to_vec(),
            cells: cells.collect(),
        };
        Host { title, results }
    }

    #[test]
    fn what_is_not_there_when_installed_is_not_counted() {
        use State::{Absent, Fails, Holds};
        let hosts = [
            host("One", &[("S1", Holds, Holds), ("S5", Fails, Holds), ("S5", Holds, Holds)]),
            host("Two", &[("S1", Absent, Absent), ("S5", Absent, Holds), ("S5", Absent, Fails)]),
        ];
        let scores = scores(&hosts);
        let table: Vec<_> = scores.lines().collect();
        assert_eq!(
            table,
            [
                "| | One | Two |",
                "|---|---|---|",
                "| the S1 | 1 of 1 | – |",
                "| the S5 | 1 → **2 of 2** | none → **1 of 2** |",
                "| **All** | 2 → **3 of 3** | none → **1 of 2** |",
            ]
        );
        assert!(members(&hosts).ends_with("| Two | nothing | `MediaStream.clone` |\n"));
        assert!(for_terminals(&hosts).contains("1/2 → 2/2"), "{}", for_terminals(&hosts));
    }

    #[test]
    fn only_what_is_between_the_marks_is_renewed() {
        let text = "a\n<!-- matrix -->\nold\n<!-- /matrix -->\nb";
        assert_eq!(with_block(text, "new\n").unwrap(), text.replace("old", "new"));
        assert!(with_block("no marks", "").is_err());
    }
}
