//! The examples of README.md and docs/ do what these say, in each engine.
//!
//! (In Node and jsdom: `tests/examples/examples.test.mjs`.)

use std::{process::Command, sync::LazyLock};

use browser_tests::{Browser, Engine, holds_in};
use serde_json::{Value, json};

#[test]
fn in_chromium_the_documents_examples_do_what_these_say() {
    holds_in(Engine::Chromium, the_documents_examples_do_what_these_say);
}

#[test]
fn in_firefox_the_documents_examples_do_what_these_say() {
    holds_in(Engine::Firefox, the_documents_examples_do_what_these_say);
}

#[test]
fn in_webkit_the_documents_examples_do_what_these_say() {
    holds_in(Engine::WebKit, the_documents_examples_do_what_these_say);
}

fn the_documents_examples_do_what_these_say(engine: Engine) {
    let browser = Browser::launch(engine);
    let open = || browser.goto("/tests/examples/page.html");
    let run = |name: &str| {
        open();
        browser.run("return runModule(arguments[0])", &[json!(program(name))])
    };
    for name in ["stream", "user-agent", "devices", "in-your-hands", "worker", "install", "auto"] {
        assert_eq!(run(name), example(name)["output"], "{name} in {engine}");
    }
    let printed = run("install-in-page");
    assert!(text(&printed).contains("MediaStream.clone"), "{printed} in {engine}");

    let pages = EXAMPLES.iter().filter(|example| example["language"] == "html");
    let names: Vec<&str> = pages.map(|page| text(&page["name"])).collect();
    assert_eq!(
        names,
        ["classic", "module", "import-map", "classic-auto"],
        "those that are opened below"
    );
    // A page has the import map before its modules.
    let modules = program("import-map") + &program("module");
    for page in [modules, program("classic-auto"), program("classic")] {
        open();
        let installs = browser.run("return installs(arguments[0])", &[json!(page)]);
        assert_eq!(installs, true, "{page} in {engine}");
    }

    open();
    let capture = program("capture")
        .replace("day.webm", "/www/media/day.webm")
        .replace("another.webm", "/www/media/night.webm");
    browser.run("return runModule(arguments[0])", &[json!(capture)]);
    browser.until("printed.some((line) => line.startsWith('Removed: video: '))");
}

/// An example's code, and what it takes for granted before it.
fn program(name: &str) -> String {
    let example = example(name);
    text(&example["given"]).to_owned() + text(&example["code"])
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}

/// The examples, as `tests/examples/documents.mjs` finds them.
static EXAMPLES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let script = xtask::root().join("tests/examples/documents.mjs");
    let node = Command::new("node").arg(script).env("PATH", xtask::path()).output().expect("Node");
    assert!(node.status.success(), "{}", String::from_utf8_lossy(&node.stderr));
    serde_json::from_slice(&node.stdout).expect("JSON")
});

fn example(name: &str) -> &'static Value {
    EXAMPLES
        .iter()
        .find(|example| example["name"] == name)
        .unwrap_or_else(|| panic!("the documents have no example {name}"))
}
