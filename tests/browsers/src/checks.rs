use serde_json::{Value, json};

use crate::{Browser, Engine, try_again};

/// Runs all checks of a module in `tests/browsers/pages/`, which exports them as functions by their names, and panics if
/// some fail. Gives the names.
///
/// The page has `globals`, an object's members. After a check that fails, a new browser goes on.
#[track_caller]
pub fn every_check_holds(engine: Engine, module: &str, globals: &Value) -> Vec<String> {
    let mut page = ChecksPage { engine, module, globals, browser: None };
    let names = try_again(engine, || page.names()).unwrap_or_else(|failure| panic!("{failure}"));
    let mut failures = Vec::new();
    for name in &names {
        if let Err(failure) = try_again(engine, || page.run(name)) {
            failures.push(format!("{name}: {failure}"));
        }
    }
    assert!(failures.is_empty(), "in {engine}: {failures:#?}");
    names
}

struct ChecksPage<'a> {
    engine: Engine,
    module: &'a str,
    globals: &'a Value,
    browser: Option<Browser>,
}

impl ChecksPage<'_> {
    fn names(&mut self) -> Result<Vec<String>, String> {
        let names = self.of_page(|browser| browser.try_until("window.names"))?;
        Ok(serde_json::from_value(names).expect("names"))
    }

    fn run(&mut self, name: &str) -> Result<(), String> {
        let failure =
            self.of_page(|browser| browser.try_run("return run(arguments[0])", &[json!(name)]))?;
        match failure.as_str() {
            None => Ok(()),
            Some(failure) => {
                // It may have left something that goes on.
                self.browser = None;
                Err(failure.to_owned())
            }
        }
    }

    /// What a page says, which is opened first if there is none.
    fn of_page(
        &mut self,
        ask: impl Fn(&Browser) -> anyhow::Result<Value>,
    ) -> Result<Value, String> {
        let browser = self.browser.take().map_or_else(|| self.open(), Ok);
        let answer = browser.and_then(|browser| {
            let answer = ask(&browser)?;
            self.browser = Some(browser);
            Ok(answer)
        });
        answer.map_err(|error| format!("{error:#}"))
    }

    fn open(&self) -> anyhow::Result<Browser> {
        let browser = Browser::try_launch(self.engine)?;
        browser.try_goto(&format!("/tests/browsers/pages/checks.html?{}", self.module))?;
        browser.try_until("window.names")?;
        browser
            .try_run("Object.assign(window, arguments[0])", std::slice::from_ref(self.globals))?;
        Ok(browser)
    }
}
