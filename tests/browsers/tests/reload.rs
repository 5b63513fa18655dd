//! What `cargo xtask dev` serves: an open page loads itself again when there is another build.

use std::thread;

use browser_tests::{Browser, Engine, holds_in};
use tokio::{runtime::Runtime, sync::watch};
use xtask::{reload::reloading, server};

#[test]
fn in_chromium_a_page_loads_itself_again() {
    holds_in(Engine::Chromium, a_page_loads_itself_again);
}

#[test]
fn in_firefox_a_page_loads_itself_again() {
    holds_in(Engine::Firefox, a_page_loads_itself_again);
}

#[test]
fn in_webkit_a_page_loads_itself_again() {
    holds_in(Engine::WebKit, a_page_loads_itself_again);
}

fn a_page_loads_itself_again(engine: Engine) {
    let runtime = Runtime::new().unwrap();
    let listener = runtime.block_on(server::bind(0)).unwrap();
    let page = format!("http://{}/www/", listener.local_addr().unwrap());
    let (built, builds) = watch::channel(0);
    let site = reloading(server::site(server::DEMO), builds);
    thread::spawn(move || runtime.block_on(server::serve_site(listener, site)));

    let browser = Browser::launch(engine);
    browser.goto(&page);
    for build in 1..=2 {
        browser.run("window.shown = true", &[]);
        built.send(build).unwrap();
        browser.until(&format!(
            "window.shown === undefined && document.body?.textContent.includes('/reload?{build}')"
        ));
    }
}
