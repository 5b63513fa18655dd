//! The matrix of where `removetrack` must fire, in each engine: with the package installed, every cell
//! holds.
//!
//! (The table of all hosts: `xtask/src/matrix.rs`, which reads what these tests leave in
//! `target/matrix`.)

use std::{fs, time::Duration};

use browser_tests::{Browser, Engine, holds_in, try_again};
use serde_json::{Value, json};

/// How many cells each scenario has at least.
const CALLS: &[(&str, usize)] =
    &[("S1", 20), ("S2", 14), ("S3", 9), ("S4", 12), ("S9", 6), ("S10", 18)];
const CAPTURES: &[(&str, usize)] = &[("S5", 27), ("S6", 12), ("S7", 12), ("S8", 9)];

/// Most of a cell is waiting; a loaded machine takes its time all the same.
const TIME_LIMIT: Duration = Duration::from_secs(300);

#[test]
fn in_chromium_every_cell_holds_when_installed() {
    every_cell_holds_when_installed(Engine::Chromium, &[CALLS, CAPTURES]);
}

#[test]
fn in_firefox_every_cell_holds_when_installed() {
    every_cell_holds_when_installed(Engine::Firefox, &[CALLS, CAPTURES]);
}

/// It has no RTCPeerConnection.
#[test]
fn in_webkit_every_cell_holds_when_installed() {
    every_cell_holds_when_installed(Engine::WebKit, &[CAPTURES]);
}

fn every_cell_holds_when_installed(engine: Engine, expected: &[&[(&str, usize)]]) {
    let results = run_page(engine, "/www/matrix.html");
    keep(engine, &results);
    none_fails(engine, &results);
    let cells = results["cells"].as_array().expect("cells");
    for &(scenario, least) in expected.iter().copied().flatten() {
        let holding = cells
            .iter()
            .filter(|cell| cell["scenario"] == scenario && cell["installed"]["state"] == "holds")
            .count();
        assert!(holding >= least, "{scenario} in {engine}: only {holding} cells of {least}");
    }
}

#[test]
fn in_chromium_a_second_copy_of_the_package_changes_nothing() {
    the_first_cells_hold(Engine::Chromium, "copy", &[CALLS, CAPTURES]);
}

#[test]
fn in_firefox_a_second_copy_of_the_package_changes_nothing() {
    the_first_cells_hold(Engine::Firefox, "copy", &[CALLS, CAPTURES]);
}

#[test]
fn in_webkit_a_second_copy_of_the_package_changes_nothing() {
    the_first_cells_hold(Engine::WebKit, "copy", &[CAPTURES]);
}

#[test]
fn in_chromium_an_earlier_installation_changes_nothing() {
    the_first_cells_hold(Engine::Chromium, "again", &[CALLS, CAPTURES]);
}

#[test]
fn in_firefox_an_earlier_installation_changes_nothing() {
    the_first_cells_hold(Engine::Firefox, "again", &[CALLS, CAPTURES]);
}

#[test]
fn in_webkit_an_earlier_installation_changes_nothing() {
    the_first_cells_hold(Engine::WebKit, "again", &[CAPTURES]);
}

#[test]
fn in_chromium_zone_js_changes_nothing() {
    the_first_cells_hold(Engine::Chromium, "zone", &[CALLS, CAPTURES]);
}

#[test]
fn in_firefox_zone_js_changes_nothing() {
    the_first_cells_hold(Engine::Firefox, "zone", &[CALLS, CAPTURES]);
}

#[test]
fn in_webkit_zone_js_changes_nothing() {
    the_first_cells_hold(Engine::WebKit, "zone", &[CAPTURES]);
}

#[test]
fn in_chromium_zone_js_after_the_package_changes_nothing() {
    the_first_cells_hold(Engine::Chromium, "zone-after", &[CALLS, CAPTURES]);
}

#[test]
fn in_firefox_zone_js_after_the_package_changes_nothing() {
    the_first_cells_hold(Engine::Firefox, "zone-after", &[CALLS, CAPTURES]);
}

#[test]
fn in_webkit_zone_js_after_the_package_changes_nothing() {
    the_first_cells_hold(Engine::WebKit, "zone-after", &[CAPTURES]);
}

/// In a variation of `www/matrix/variations.js`.
fn the_first_cells_hold(engine: Engine, variation: &str, expected: &[&[(&str, usize)]]) {
    let results = run_page(engine, &format!("/www/matrix.html?with={variation}"));
    none_fails(engine, &results);
    let cells = results["cells"].as_array().expect("cells");
    for &(scenario, _) in expected.iter().copied().flatten() {
        let holds =
            |cell: &Value| cell["scenario"] == scenario && cell["installed"]["state"] == "holds";
        assert!(cells.iter().any(holds), "{scenario} in {engine}: none holds");
    }
}

#[test]
fn in_chromium_nothing_overflows_at_360_pixels() {
    holds_in(Engine::Chromium, nothing_overflows_at_360_pixels);
}

#[test]
fn in_firefox_nothing_overflows_at_360_pixels() {
    holds_in(Engine::Firefox, nothing_overflows_at_360_pixels);
}

#[test]
fn in_webkit_nothing_overflows_at_360_pixels() {
    holds_in(Engine::WebKit, nothing_overflows_at_360_pixels);
}

fn nothing_overflows_at_360_pixels(engine: Engine) {
    let browser = Browser::launch(engine);
    browser.goto("/www/matrix.html");
    browser.nothing_overflows_at_360_pixels(
        "page.querySelector('#run:enabled')",
        "for (const details of page.querySelectorAll('details')) details.open = true;",
    );
}

fn none_fails(engine: Engine, results: &Value) {
    let cells = results["cells"].as_array().expect("cells");
    let failed: Vec<_> =
        cells.iter().filter(|cell| cell["installed"]["state"] == "fails").map(describe).collect();
    assert!(failed.is_empty(), "{} in {engine}:\n{}", failed.len(), failed.join("\n"));
}

/// What the page found. A cell that fails for a fault of the engine's is run again, by itself.
fn run_page(engine: Engine, page: &str) -> Value {
    let mut results =
        try_again(engine, || run_once(engine, page)).unwrap_or_else(|e| panic!("{e}"));
    let joint = if page.contains('?') { '&' } else { '?' };
    for cell in results["cells"].as_array_mut().expect("cells") {
        let page = format!("{page}{joint}cells={}", cell["id"].as_str().expect("an id"));
        let mut found = Some(cell.clone());
        let holds = try_again(engine, || {
            let found = match found.take() {
                Some(found) => found,
                None => run_once(engine, &page)?["cells"][0].take(),
            };
            if found["installed"]["state"] == "fails" { Err(describe(&found)) } else { Ok(found) }
        });
        if let Ok(holds) = holds {
            *cell = holds;
        }
    }
    results
}

fn run_once(engine: Engine, page: &str) -> Result<Value, String> {
    let mut browser = Browser::try_launch(engine).map_err(|error| format!("{error:#}"))?;
    browser.set_time_limit(TIME_LIMIT);
    browser.goto(page);
    browser.until("document.querySelector('#run:enabled')");
    browser
        .try_click("#run")
        .and_then(|()| browser.try_until("window.matrix?.done || window.pageErrors.length > 0"))
        .map_err(|error| format!("{error:#}"))?;
    browser.has_no_errors();
    let mut results = browser.run("return window.matrix.results", &[]);
    results["host"] = json!(engine.to_string().to_lowercase());
    Ok(results)
}

/// Leaves what was found for `cargo xtask matrix`.
fn keep(engine: Engine, results: &Value) {
    let host = engine.to_string().to_lowercase();
    let folder = xtask::root().join("target/matrix");
    fs::create_dir_all(&folder).expect("target/matrix");
    let text = serde_json::to_string_pretty(results).expect("JSON");
    fs::write(folder.join(format!("{host}.json")), text).expect("a file");
}

/// A cell that fails: what is wrong, and what happened.
fn describe(cell: &Value) -> String {
    let lines = |key: &str, indent: &str| {
        let lines = cell["installed"][key].as_array().into_iter().flatten();
        lines
            .map(|line| format!("\n{indent}{}", line.as_str().unwrap_or_default()))
            .collect::<String>()
    };
    format!(
        "{} {}{}\n    log:{}",
        cell["id"].as_str().unwrap_or_default(),
        cell["title"].as_str().unwrap_or_default(),
        lines("complaints", "    "),
        lines("log", "      "),
    )
}
