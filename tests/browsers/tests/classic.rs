//! Classic scripts: in a page before its own script, and in a worker by `importScripts()`.

use browser_tests::{Browser, Engine};
use serde_json::{Value, json};

#[test]
fn in_chromium_classic_scripts_come_before_the_pages_own() {
    classic_scripts_come_before_the_pages_own(Engine::Chromium);
}

#[test]
fn in_firefox_classic_scripts_come_before_the_pages_own() {
    classic_scripts_come_before_the_pages_own(Engine::Firefox);
}

#[test]
fn in_webkit_classic_scripts_come_before_the_pages_own() {
    classic_scripts_come_before_the_pages_own(Engine::WebKit);
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
