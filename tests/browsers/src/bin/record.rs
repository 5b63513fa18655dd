//! Records in each engine what it says to the machines of `install()`, into `tests/traces/`. `cargo xtask traces` runs
//! this.

use std::{fs, time::Duration};

use browser_tests::{Browser, Engine};
use serde_json::Value;

fn main() {
    let root = xtask::root();
    let names =
        fs::read_to_string(root.join("target/short-names.json")).expect("the package is built");
    let names: Value = serde_json::from_str(&names).expect("JSON");
    for engine in Engine::ALL {
        let mut browser = Browser::launch(engine);
        browser.set_time_limit(Duration::from_secs(300));
        browser.goto("/tests/browsers/pages/record.html");
        browser.until("window.record");
        let lines = browser.run("return record(arguments[0])", std::slice::from_ref(&names));
        let lines: Vec<String> = serde_json::from_value(lines).expect("lines");
        let path = root.join(format!("tests/traces/{engine}.txt"));
        fs::write(&path, lines.join("\n") + "\n").expect("a file");
        println!("{}: {} lines", path.display(), lines.len());
    }
}
