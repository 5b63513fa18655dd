//! `install()` in a window: the checks are in `pages/install.js`.

use browser_tests::{Engine, every_check_holds};
use serde_json::Value;

#[test]
fn in_chromium_every_check_of_install_holds() {
    every_check_of_install_holds(Engine::Chromium);
}

#[test]
fn in_firefox_every_check_of_install_holds() {
    every_check_of_install_holds(Engine::Firefox);
}

#[test]
fn in_webkit_every_check_of_install_holds() {
    every_check_of_install_holds(Engine::WebKit);
}

fn every_check_of_install_holds(engine: Engine) {
    every_check_holds(engine, "install.js", &Value::Null);
}
