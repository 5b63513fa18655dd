use std::path::PathBuf;

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::json;
use url::{ParseError, Url};

/// Firefox's own command of WebDriver that installs an extension, until the browser closes.
#[derive(Debug)]
pub(crate) struct InstallAddOn(pub(crate) PathBuf);

impl WebDriverCompatibleCommand for InstallAddOn {
    fn endpoint(&self, driver: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        driver.join(&format!("session/{}/moz/addon/install", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "path": self.0, "temporary": true }).to_string()))
    }
}
