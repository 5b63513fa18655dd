//! `install(self)` in workers, where no engine has MediaStream.

use browser_tests::{Browser, Engine, holds_in};
use serde_json::json;

#[test]
fn in_chromium_every_kind_of_worker_gets_the_interfaces() {
    holds_in(Engine::Chromium, every_kind_of_worker_gets_the_interfaces);
}

#[test]
fn in_firefox_every_kind_of_worker_gets_the_interfaces() {
    holds_in(Engine::Firefox, every_kind_of_worker_gets_the_interfaces);
}

#[test]
fn in_webkit_every_kind_of_worker_gets_the_interfaces() {
    holds_in(Engine::WebKit, every_kind_of_worker_gets_the_interfaces);
}

fn every_kind_of_worker_gets_the_interfaces(engine: Engine) {
    let browser = Browser::launch(engine);
    browser.goto("/tests/browsers/pages/workers.html");
    browser.until("window.reportOf !== undefined");
    for kind in ["dedicated", "shared", "service"] {
        let report =
            browser.run("return reportOf(...arguments)", &[json!(kind), json!("worker.js")]);
        assert_eq!(report["log"], json!(["ended camera", "removetrack camera true"]), "{kind}");
        let interfaces =
            ["MediaStream", "MediaStreamTrack", "MediaStreamTrackEvent", "OverconstrainedError"];
        assert_eq!(report["installed"], json!(interfaces), "{kind}");
        assert_eq!(report["after"], report["before"], "{kind}");
        assert_eq!(report["repaired"], json!([]), "{kind}");
        println!("{engine}, {kind}: had {}, provided {}", report["before"], report["provided"]);
        let list = |key: &str| report[key].as_array().expect("a list").clone();
        assert!(list("provided").contains(&json!("MediaStream")), "{kind}");
        for interface in interfaces {
            let named = [list("before"), list("provided")].concat().contains(&json!(interface));
            assert!(named, "{kind}: {interface}");
        }
    }
}
