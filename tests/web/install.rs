//! A browser has MediaStream of its own, and keeps it.

use js_sys::{Object, Reflect};
use mediastream_polyfill::install;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

fn property(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap()
}

#[wasm_bindgen_test]
fn install_provides_what_this_browser_lacks_and_uninstall_takes_it_back() {
    let global: Object = js_sys::global();
    let native = property(&global, "MediaStream");
    let lacked_error = property(&global, "OverconstrainedError").is_undefined();
    let installation = install().unwrap();
    let error = "OverconstrainedError".to_owned();
    assert_eq!(installation.provided().contains(&error), lacked_error);
    assert_eq!(property(&global, "MediaStream"), native);
    assert!(property(&global, "OverconstrainedError").is_function());
    installation.uninstall();
    assert_eq!(property(&global, "OverconstrainedError").is_undefined(), lacked_error);
}
