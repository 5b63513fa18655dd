use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use fantoccini::{Client, ClientBuilder, Locator, wd::TimeoutConfiguration};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use tempfile::TempDir;
use tokio::{runtime::Runtime, time::timeout};

use crate::{Engine, address, driver::Driver};

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// How long a script or a page may take, unless [`Browser::set_time_limit`] says otherwise.
pub(crate) const TIME_LIMIT: Duration = Duration::from_secs(60);

/// A browser with one empty window. Dropped, it closes.
pub struct Browser {
    engine: Engine,
    time_limit: Duration,
    // In the order in which they must go: the session, then the driver, the profile, our turn.
    client: Option<Client>,
    runtime: Runtime,
    _driver: Driver,
    _profile: TempDir,
    _turn: MutexGuard<'static, ()>,
}

impl Browser {
    /// Starts a browser with an empty profile.
    #[track_caller]
    pub fn launch(engine: Engine) -> Self {
        // A test that panicked has poisoned the lock, and nothing else.
        let turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let start = || -> Result<Self> {
            let profile = TempDir::new()?;
            let driver = Driver::start(engine, &output_folder())?;
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .worker_threads(1)
                .enable_all()
                .build()?;
            let Value::Object(capabilities) = engine.capabilities(profile.path()) else {
                unreachable!("capabilities are an object");
            };
            let client = runtime.block_on(async {
                let mut builder = ClientBuilder::new(HttpConnector::new());
                builder.capabilities(capabilities);
                timeout(TIME_LIMIT, builder.connect(&driver.address())).await
            })??;
            Ok(Self {
                engine,
                time_limit: TIME_LIMIT,
                client: Some(client),
                runtime,
                _driver: driver,
                _profile: profile,
                _turn: turn,
            })
        };
        or_panic(start().with_context(|| format!("{engine} did not start")))
    }

    /// Which engine it is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Lets scripts and [`Browser::until`] take this long instead of 60 s.
    #[track_caller]
    pub fn set_time_limit(&mut self, limit: Duration) {
        let timeouts = TimeoutConfiguration::new(Some(limit), None, None);
        or_panic(
            self.runtime
                .block_on(self.client().update_timeouts(timeouts))
                .with_context(|| format!("{} allowing {limit:?}", self.engine)),
        );
        self.time_limit = limit;
    }

    /// Opens a path of the server's, from the repository's top, and waits for its load event.
    #[track_caller]
    pub fn goto(&self, path: &str) {
        or_panic(
            self.runtime
                .block_on(self.client().goto(&address(path)))
                .with_context(|| format!("{} going to {path}", self.engine)),
        );
    }

    /// Runs `body` as the body of an async function in the page, with `arguments`, and gives what it
    /// returns.
    #[track_caller]
    pub fn run(&self, body: &str, arguments: &[Value]) -> Value {
        or_panic(self.try_run(body, arguments))
    }

    /// Waits until a JavaScript expression is truthy in the page, and gives its value.
    #[track_caller]
    pub fn until(&self, expression: &str) -> Value {
        let deadline = Instant::now() + self.time_limit;
        let body = format!("const value = await ({expression}); return value ? [value] : null;");
        loop {
            if let Some([value]) = self.run(&body, &[]).as_array().map(Vec::as_slice) {
                return value.clone();
            }
            assert!(
                Instant::now() < deadline,
                "{}: not within {:?}: {expression}",
                self.engine,
                self.time_limit
            );
            thread::sleep(Duration::from_millis(100));
        }
    }

    /// Clicks the first element that a CSS selector finds, as a person does.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        let click = async {
            let element = self.client().find(Locator::Css(selector)).await?;
            element.click().await
        };
        or_panic(
            self.runtime
                .block_on(click)
                .with_context(|| format!("{} clicking {selector}", self.engine)),
        );
    }

    /// Types into whatever has the focus, as a person does. Keys without a character are WebDriver's:
    /// `"\u{E004}"` is Tab, `"\u{E007}"` is Enter.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let press = async {
            let element = self.client().active_element().await?;
            element.send_keys(keys).await
        };
        or_panic(
            self.runtime
                .block_on(press)
                .with_context(|| format!("{} pressing {keys:?}", self.engine)),
        );
    }

    /// Makes the window this large.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        or_panic(
            self.runtime
                .block_on(self.client().set_window_size(width, height))
                .with_context(|| format!("{} resizing", self.engine)),
        );
    }

    /// Writes the page as it looks to a PNG file; a relative path is from the repository's top.
    #[track_caller]
    pub fn screenshot(&self, path: impl AsRef<Path>) {
        or_panic(self.try_screenshot(path.as_ref()));
    }

    fn client(&self) -> &Client {
        self.client.as_ref().expect("only drop takes it")
    }

    fn try_run(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        // WebDriver's own report of an exception has no stack in some engines.
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async function () {{ {body}\n }}).apply(null, [...arguments].slice(0, -1)).then(
               (value) => done({{ value: value === undefined ? null : value }}),
               (error) => done({{ error: `${{error}}\\n${{error?.stack ?? ''}}` }}),
             );"
        );
        let mut outcome = self
            .runtime
            .block_on(self.client().execute_async(&script, arguments.to_vec()))
            .with_context(|| format!("{} running {body}", self.engine))?;
        if let Some(error) = outcome["error"].as_str() {
            anyhow::bail!("{} running {body}: {error}", self.engine);
        }
        Ok(outcome["value"].take())
    }

    fn try_screenshot(&self, path: &Path) -> Result<()> {
        let png = self.runtime.block_on(self.client().screenshot())?;
        let path = xtask::root().join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, png)?;
        Ok(())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if thread::panicking() {
            let test = thread::current()
                .name()
                .unwrap_or("test")
                .replace("::", "-");
            let path = output_folder().join(format!("{}-{test}.png", self.engine));
            match self.try_screenshot(&path) {
                Ok(()) => eprintln!("the page as it was: {}", path.display()),
                Err(error) => eprintln!("no screenshot: {error:#}"),
            }
        }
        // Lets the browser tidy up; one that can't is killed with its driver, in a moment.
        if let Some(client) = self.client.take() {
            let close = self
                .runtime
                .block_on(async { timeout(Duration::from_secs(10), client.close()).await });
            if !matches!(close, Ok(Ok(()))) {
                eprintln!("{} did not close: {close:?}", self.engine);
            }
        }
    }
}

fn output_folder() -> PathBuf {
    xtask::root().join("target/browsers")
}

#[track_caller]
fn or_panic<T>(result: Result<T>) -> T {
    result.unwrap_or_else(|error| panic!("{error:#}"))
}
