//! README.md's example of the user agent's side prints what README.md says, in each engine.
//!
//! (In Node and jsdom: `tests/examples/user-agent.test.mjs`.)

use std::process::Command;

use browser_tests::{Browser, Engine};
use serde_json::{Value, json};

#[test]
fn in_chromium_it_prints_what_the_readme_promises() {
    it_prints_what_the_readme_promises(Engine::Chromium);
}

#[test]
fn in_firefox_it_prints_what_the_readme_promises() {
    it_prints_what_the_readme_promises(Engine::Firefox);
}

#[test]
fn in_webkit_it_prints_what_the_readme_promises() {
    it_prints_what_the_readme_promises(Engine::WebKit);
}

fn it_prints_what_the_readme_promises(engine: Engine) {
    let example = read_example();
    let browser = Browser::launch(engine);
    browser.goto("/tests/examples/module.html");
    let printed = browser.run("return runModule(arguments[0])", &[json!(example["code"])]);
    assert_eq!(printed, example["output"], "in {engine}");
}

/// The example's code and output, as `tests/examples/user-agent.mjs` finds them.
fn read_example() -> Value {
    let script = xtask::root().join("tests/examples/user-agent.mjs");
    let node = Command::new("node").arg(script).output().expect("Node");
    assert!(node.status.success(), "{}", String::from_utf8_lossy(&node.stderr));
    serde_json::from_slice(&node.stdout).expect("JSON")
}
