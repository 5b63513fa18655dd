//! `install()` in a window: the checks are in `pages/install.js`.

use browser_tests::{Browser, Engine};
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
    let browser = Browser::launch(engine);
    browser.every_check_holds("install.js", &Value::Null, 1);
}
