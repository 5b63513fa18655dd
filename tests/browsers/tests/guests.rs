//! Tests of `tests/node`, in workers of each kind: `tests/runtimes/workers.mjs` builds them.

use std::{process::Command, sync::OnceLock};

use browser_tests::{Browser, Engine, holds_in};
use serde_json::{Value, json};

#[test]
fn in_chromium_the_package_does_in_workers_what_it_does_in_node() {
    holds_in(Engine::Chromium, the_package_does_in_workers_what_it_does_in_node);
}

#[test]
fn in_firefox_the_package_does_in_workers_what_it_does_in_node() {
    holds_in(Engine::Firefox, the_package_does_in_workers_what_it_does_in_node);
}

#[test]
fn in_webkit_the_package_does_in_workers_what_it_does_in_node() {
    holds_in(Engine::WebKit, the_package_does_in_workers_what_it_does_in_node);
}

fn the_package_does_in_workers_what_it_does_in_node(engine: Engine) {
    let built = BUILT.get_or_init(build);
    assert_eq!(built, &Ok(()), "`cargo xtask setup` installs what is missing");
    let browser = Browser::launch(engine);
    browser.goto("/tests/browsers/pages/workers.html");
    browser.until("window.reportOf !== undefined");
    let mut failures = Vec::new();
    for kind in ["dedicated", "shared", "service"] {
        for package in ["webassembly", "javascript"] {
            let script = json!(format!("/target/guests/{package}.js"));
            let report = browser.run("return reportOf(...arguments)", &[json!(kind), script]);
            let outcomes = report.as_array().expect("outcomes");
            assert!(outcomes.len() >= 200, "{kind}, {package}: {} tests ran", outcomes.len());
            let failed = outcomes.iter().filter(|outcome| outcome["failure"] != Value::Null);
            failures.extend(failed.map(|outcome| format!("{kind}, {package}: {outcome:#}")));
        }
    }
    assert!(failures.is_empty(), "in {engine}: {}", failures.join("\n"));
}

/// For all engines at once: each would take away what another just builds.
static BUILT: OnceLock<Result<(), String>> = OnceLock::new();

/// Gives what Node says if it fails.
fn build() -> Result<(), String> {
    let mut node = Command::new("node");
    node.arg("tests/runtimes/workers.mjs").current_dir(xtask::root()).env("PATH", xtask::path());
    let output = node.output().expect("Node: see README.md");
    if output.status.success() {
        return Ok(());
    }
    Err(String::from_utf8_lossy(&output.stderr).into_owned())
}
