use serde_json::json;

use crate::{Browser, Engine};

/// What the pages in `www/` have in common.
impl Browser {
    /// Opens one, which says that it is ready, and has made no error so far.
    #[track_caller]
    pub fn open(engine: Engine, path: &str) -> Self {
        let browser = Self::launch(engine);
        browser.resize(1280, 900);
        browser.goto(path);
        browser
            .until("'ready' in document.documentElement.dataset || window.pageErrors.length > 0");
        browser.has_no_errors();
        browser
    }

    /// Panics if anything was thrown or rejected in the page that nobody has caught.
    #[track_caller]
    pub fn has_no_errors(&self) {
        assert_eq!(self.run("return window.pageErrors", &[]), json!([]));
    }

    /// Gives the first element that a CSS selector finds the focus.
    pub fn focus(&self, selector: &str) {
        self.run("document.querySelector(arguments[0]).focus()", &[json!(selector)]);
    }
}
