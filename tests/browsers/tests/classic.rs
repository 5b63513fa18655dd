//! Classic scripts: in a page before its own script, and in a worker by `importScripts()`.

use std::fs;

use browser_tests::{Browser, Engine, holds_in};
use serde_json::{Value, json};
use xtask::{hashes::integrity, root};

#[test]
fn in_chromium_classic_scripts_come_before_the_pages_own() {
    holds_in(Engine::Chromium, classic_scripts_come_before_the_pages_own);
}

#[test]
fn in_firefox_classic_scripts_come_before_the_pages_own() {
    holds_in(Engine::Firefox, classic_scripts_come_before_the_pages_own);
}

#[test]
fn in_webkit_classic_scripts_come_before_the_pages_own() {
    holds_in(Engine::WebKit, classic_scripts_come_before_the_pages_own);
}

fn classic_scripts_come_before_the_pages_own(engine: Engine) {
    let browser = Browser::launch(engine);
    // A page, from where it has the package's scripts, and whether it can compile WebAssembly.
    for (page, folder, compiles) in [("classic", "", true), ("classic-strict", "js/", false)] {
        browser.goto(&format!("/tests/browsers/pages/{page}.html"));
        browser.until("window.reportOf !== undefined");
        let report = browser.run("return reportOf(arguments[0])", &[json!(folder)]);
        let removal = json!(["removetrack camera", "square 640"]);
        assert_eq!(
            report,
            json!({
                "readyState": "loading",
                "repaired": true,
                "active": false,
                "compiles": compiles,
                "log": removal,
                "inWorker": Value::from_iter([
                    ("before", json!(false)),
                    ("active", json!(false)),
                    ("log", removal.clone()),
                ]),
            }),
            "{page}"
        );
    }
}

#[test]
fn in_chromium_the_hash_in_the_release_notes_lets_the_script_run_and_no_other() {
    holds_in(Engine::Chromium, the_hash_in_the_release_notes_lets_the_script_run_and_no_other);
}

#[test]
fn in_firefox_the_hash_in_the_release_notes_lets_the_script_run_and_no_other() {
    holds_in(Engine::Firefox, the_hash_in_the_release_notes_lets_the_script_run_and_no_other);
}

#[test]
fn in_webkit_the_hash_in_the_release_notes_lets_the_script_run_and_no_other() {
    holds_in(Engine::WebKit, the_hash_in_the_release_notes_lets_the_script_run_and_no_other);
}

fn the_hash_in_the_release_notes_lets_the_script_run_and_no_other(engine: Engine) {
    let browser = Browser::launch(engine);
    let of = |script: &str| integrity(&fs::read(root().join("pkg").join(script)).unwrap());
    let (right, wrong) = (of("classic.js"), of("classic-auto.js"));
    for (hash, what) in [(wrong, "error undefined"), (right, "load object")] {
        browser.goto("/tests/browsers/pages/empty.html");
        browser.run(
            "const script = document.createElement('script');
            script.onload = script.onerror = ({ type }) => {
              window.outcome = `${type} ${typeof MediaStreamPolyfill}`;
            };
            script.integrity = arguments[0];
            script.src = '/pkg/classic.js';
            document.head.append(script);",
            &[json!(hash)],
        );
        browser.until("window.outcome !== undefined");
        assert_eq!(browser.run("return window.outcome", &[]), what);
    }
}
