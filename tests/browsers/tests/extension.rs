//! An extension of Manifest V3: its page, its service worker, and a content script's own world.

use std::{fs, path::Path};

use browser_tests::{Browser, Engine};
use serde_json::{Value, json};
use tempfile::TempDir;

#[test]
fn in_chromium_an_extension_has_the_package_without_webassembly_and_with_it_where_its_policy_allows()
 {
    an_extension_has_the_package(Engine::Chromium);
}

#[test]
fn in_firefox_an_extension_has_the_package_without_webassembly_and_with_it_where_its_policy_allows()
{
    an_extension_has_the_package(Engine::Firefox);
}

fn an_extension_has_the_package(engine: Engine) {
    for policy in [None, Some("script-src 'self' 'wasm-unsafe-eval'")] {
        let folder = extension(policy);
        let browser = Browser::launch_with_extension(engine, folder.path());
        // A page that forbids WebAssembly, in Chromium to content scripts as well, and one that doesn't.
        for (page, forbids) in [("strict", engine == Engine::Chromium), ("empty", false)] {
            browser.goto(&format!("/tests/browsers/pages/{page}.html"));
            content_script_has_the_package(&browser, page, forbids);
        }
        let report = told(&browser, "extension");
        for context in ["page", "background"] {
            let report = &report[context];
            assert_eq!(report["javascript"], works(), "{context}");
            if policy.is_some() {
                assert_eq!(report["webAssembly"], works(), "{context}");
            } else {
                let told = report["webAssembly"].as_str().expect("a message");
                assert!(told.contains("'wasm-unsafe-eval'"), "{context}: {told}");
                assert!(told.ends_with("mediastream-polyfill/js does without."), "{told}");
            }
        }
    }
}

fn content_script_has_the_package(browser: &Browser, page: &str, forbids: bool) {
    assert_eq!(told(browser, "content"), json!({ "log": works(), "repairs": true }), "{page}");
    assert_eq!(browser.run("return typeof MediaStreamPolyfill", &[]), "undefined", "{page}");
    let told = browser.run("return document.documentElement.dataset.webAssembly", &[]);
    let told = told.as_str().expect("a message");
    if forbids {
        assert!(told.contains("for an extension's content script in the page's policy"), "{told}");
        assert!(told.ends_with("mediastream-polyfill/js does without."), "{told}");
    } else {
        assert_eq!(told, "it works", "{page}");
    }
}

/// What the extension has written into the page.
fn told(browser: &Browser, name: &str) -> Value {
    let text = browser.until(&format!("document.documentElement.dataset.{name}"));
    serde_json::from_str(text.as_str().expect("JSON")).expect("JSON")
}

/// What tests/browsers/pages/classic-removal.js does.
fn works() -> Value {
    json!(["removetrack camera", "square 640"])
}

/// The files of an extension, with a policy or with the default one.
fn extension(policy: Option<&str>) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let pages = xtask::root().join("tests/browsers/pages");
    copy(&pages.join("extension"), folder.path());
    copy(&xtask::root().join("pkg"), &folder.path().join("package"));
    let script = "classic-removal.js";
    fs::copy(pages.join(script), folder.path().join(script)).expect("a copy");
    if let Some(policy) = policy {
        let manifest = folder.path().join("manifest.json");
        let text = fs::read_to_string(&manifest).expect("the manifest");
        let mut json: Value = serde_json::from_str(&text).expect("JSON");
        json["content_security_policy"] = json!({ "extension_pages": policy });
        fs::write(manifest, json.to_string()).expect("the manifest");
    }
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("a file").path();
        let copied = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &copied);
        } else {
            fs::copy(path, copied).expect("a copy");
        }
    }
}
