use serde_json::{Value, json};

use crate::Browser;

impl Browser {
    /// Runs all checks of a module in `tests/browsers/pages/`, which exports them as functions by their
    /// names, and panics if some fail. Gives the names.
    ///
    /// The page has `globals`, an object's members. A check that fails is tried again by a new page
    /// until it has had all its `attempts`.
    #[track_caller]
    pub fn every_check_holds(&self, module: &str, globals: &Value, attempts: u32) -> Vec<String> {
        let open_page = || {
            self.goto(&format!("/tests/browsers/pages/checks.html?{module}"));
            let names = self.until("window.names");
            self.run("Object.assign(window, arguments[0])", std::slice::from_ref(globals));
            serde_json::from_value::<Vec<String>>(names).expect("names")
        };
        let names = open_page();
        let mut failures = Vec::new();
        for name in &names {
            for attempt in 1..=attempts {
                let failure = self.run("return run(arguments[0])", &[json!(name)]);
                if failure == Value::Null {
                    break;
                }
                eprintln!("{}, {name}, attempt {attempt}: {failure}", self.engine());
                // What has failed may have left something that goes on.
                open_page();
                if attempt == attempts {
                    failures.push(json!([name, failure]));
                }
            }
        }
        assert!(failures.is_empty(), "in {}: {failures:#?}", self.engine());
        names
    }
}
