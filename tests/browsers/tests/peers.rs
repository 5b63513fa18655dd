//! Other people's libraries in browsers: what they find where the package is installed is what they find
//! without it. `cargo xtask test --peers` bundles them (tests/peers/bundle.mjs) and runs this.

use std::collections::BTreeMap;

use browser_tests::{Browser, Engine, Server};
use serde_json::Value;

/// The programs of tests/peers/programs that browsers run, and what each finds at least, so that there is
/// something to compare.
const PROGRAMS: [(&str, &[&str]); 6] = [
    ("call", &["removetrack audio, 1 left", "removetrack video, 0 left", "mute video", "closed"]),
    ("simple-peer", &["stream of 2", "data hello", "back: audio", "state: null, true"]),
    ("peerjs", &["callee: audio,video", "caller: audio, metadata", "destroyed: true"]),
    ("mediasoup-client", &["produce video 1", "produced: ended,ended", "consumed: ended,ended"]),
    ("livekit-client", &["video: camera, muted: false, live", "320×240", "devices: true"]),
    ("recordrtc", &["a captured element: true, true, true", "a camera: true, true, true"]),
];

#[test]
fn in_chromium_they_find_the_same() {
    they_find_the_same(Engine::Chromium);
}

#[test]
fn in_firefox_they_find_the_same() {
    they_find_the_same(Engine::Firefox);
}

#[test]
fn in_chromium_webrtc_adapter_is_the_same_before_and_after() {
    webrtc_adapter_is_the_same_before_and_after(Engine::Chromium);
}

#[test]
fn in_firefox_webrtc_adapter_is_the_same_before_and_after() {
    webrtc_adapter_is_the_same_before_and_after(Engine::Firefox);
}

fn they_find_the_same(engine: Engine) {
    let peers = Peers::launch(engine);
    let mut differences = BTreeMap::new();
    for (program, least) in PROGRAMS {
        let native = peers.found(program, "");
        for entry in least {
            assert!(
                native.iter().any(|found| found == entry),
                "{program}: no {entry} in {native:#?}"
            );
        }
        let installed = peers.found(program, "install");
        if installed != native {
            differences.insert(program, (native, installed));
        }
    }
    assert!(differences.is_empty(), "in {engine}, native and installed: {differences:#?}");
}

fn webrtc_adapter_is_the_same_before_and_after(engine: Engine) {
    let peers = Peers::launch(engine);
    let adapted = peers.found("call", "webrtc-adapter");
    assert!(adapted.iter().any(|found| found == "closed"), "{adapted:#?}");
    for steps in ["webrtc-adapter,install", "install,webrtc-adapter"] {
        assert_eq!(peers.found("call", steps), adapted, "{steps}");
    }
}

/// A browser, and a server at which peers of PeerJS meet.
struct Peers {
    browser: Browser,
    server: Server,
}

impl Peers {
    fn launch(engine: Engine) -> Self {
        let server = Server::start("tests/peers/peer-server.mjs", &[]).unwrap();
        let browser = Browser::launch(engine);
        Self { browser, server }
    }

    /// What a program finds in a new page in which some steps have been taken.
    fn found(&self, program: &str, steps: &str) -> Vec<Value> {
        let port = self.server.first_line();
        let query = format!("program={program}&steps={steps}&peerServer={port}");
        self.browser.goto(&format!("/tests/peers/page.html?{query}"));
        match self.browser.try_until("window.results") {
            Ok(found) => found.as_array().expect("a log").clone(),
            Err(error) => panic!("{program}, {steps}: {error:#}"),
        }
    }
}
