//! Connections with `install()`: the checks are in `pages/connection.js`.

use browser_tests::{Engine, every_check_holds};
use serde_json::Value;

#[test]
fn in_chromium_every_check_of_connections_holds() {
    every_check_of_connections_holds(Engine::Chromium);
}

#[test]
fn in_firefox_every_check_of_connections_holds() {
    every_check_of_connections_holds(Engine::Firefox);
}

fn every_check_of_connections_holds(engine: Engine) {
    every_check_holds(engine, "connection.js", &Value::Null);
}
