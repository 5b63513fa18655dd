//! README.md's examples print what README.md says, in each engine.
//!
//! (In Node and jsdom: `tests/examples/examples.test.mjs`.)

use std::process::Command;

use browser_tests::{Browser, Engine};
use serde_json::{Value, json};

#[test]
fn in_chromium_they_print_what_the_readme_promises() {
    they_print_what_the_readme_promises(Engine::Chromium);
}

#[test]
fn in_firefox_they_print_what_the_readme_promises() {
    they_print_what_the_readme_promises(Engine::Firefox);
}

#[test]
fn in_webkit_they_print_what_the_readme_promises() {
    they_print_what_the_readme_promises(Engine::WebKit);
}

fn they_print_what_the_readme_promises(engine: Engine) {
    let browser = Browser::launch(engine);
    for name in ["user-agent", "devices"] {
        let example = read_example(name);
        browser.goto("/tests/examples/module.html");
        let printed = browser.run("return runModule(arguments[0])", &[json!(example["code"])]);
        assert_eq!(printed, example["output"], "{name} in {engine}");
    }
}

/// An example's code and output, as `tests/examples/readme.mjs` finds them.
fn read_example(name: &str) -> Value {
    let script = xtask::root().join("tests/examples/readme.mjs");
    let node = Command::new("node").arg(script).arg(name).output().expect("Node");
    assert!(node.status.success(), "{}", String::from_utf8_lossy(&node.stderr));
    serde_json::from_slice(&node.stdout).expect("JSON")
}
