//! Real browsers for tests: launched here, driven by WebDriver, gone when the test ends.
//!
//! A test file in `tests/browsers/tests/` has one test an engine:
//!
//! ```no_run
//! use browser_tests::{Browser, Engine, holds_in};
//! use serde_json::json;
//!
//! #[test]
//! fn in_chromium_a_page_adds() {
//!     holds_in(Engine::Chromium, a_page_adds);
//! }
//!
//! fn a_page_adds(engine: Engine) {
//!     let browser = Browser::launch(engine);
//!     // A path from the repository's top; `browser_tests::address(path)` is the whole address.
//!     browser.goto("/www/");
//!     // The body of an async function: await, return, and `arguments`, all by JSON.
//!     let sum = browser.run("return arguments[0] + await 2", &[json!(1)]);
//!     assert_eq!(sum, 3);
//!     // Polls an expression until it is truthy, 150 s at most.
//!     browser.until("document.querySelector('#tracks li')");
//!     // A real click, scrolled to, on the first element that the CSS selector finds.
//!     browser.click("button");
//!     browser.resize(390, 844);
//!     browser.screenshot("target/browsers/page.png");
//! }
//! ```
//!
//! - Whatever goes wrong panics, at the test's own line, with what the browser said. A rejected
//!   promise or an exception in [`Browser::run`] is one of these things.
//! - A test that panics leaves `target/browsers/ENGINE-TEST.png`, the page as it was, and every
//!   launch leaves its driver's log, `target/browsers/ENGINE.log`.
//! - What fails has failed, unless an engine's known fault hinders it (`host_fault.rs`): then what [`holds_in`] or
//!   [`every_check_holds`] runs is tried again, and `cargo xtask test` counts that, with the fault's name.
//! - Nothing may take longer than 150 s, or what [`Browser::set_time_limit`] allows.
//! - One browser at a time: a second [`Browser::launch`] waits until the first is dropped, since on
//!   a small machine two would make each other's time limits fail. So don't hold two in a test.
//! - Fake cameras and microphones, no permission prompts, and media may play without a click.
//! - The server of `xtask::server` serves `/www/`, `/pkg/`, `/tests/`, `/bench/`,
//!   `/node_modules/wpt-runner/testharness/` and `/node_modules/@webref/idl/`.

mod add_on;
mod browser;
mod checks;
mod driver;
mod engine;
mod host_fault;
mod main_thread;
mod our_pages;
mod phone;
mod process;
mod server;
mod site;

pub use browser::Browser;
pub use checks::every_check_holds;
pub use engine::Engine;
pub use host_fault::{holds_in, try_again};
pub use server::Server;
pub use site::address;
