use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use fantoccini::{
    Client, ClientBuilder, Locator,
    actions::{InputSource, KeyAction, KeyActions},
    error::CmdError,
    wd::TimeoutConfiguration,
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use tempfile::TempDir;
use tokio::{
    runtime::Runtime,
    time::{sleep, timeout},
};

use crate::{
    Engine, add_on::InstallAddOn, address, driver::Driver, main_thread::walks_through_sinks,
};

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// How long a script or a page may take, unless [`Browser::set_time_limit`] says otherwise.
pub(crate) const TIME_LIMIT: Duration = Duration::from_secs(150);

/// A process that has waited for a lock for as long, and done nothing else, waits for ever.
const DEADLOCK: Duration = Duration::from_secs(20);

/// How long it may take to start. On a machine with much else to do, Firefox has taken longer than a minute.
const START_LIMIT: Duration = Duration::from_secs(180);

/// A browser with one empty window. Dropped, it closes.
pub struct Browser {
    engine: Engine,
    time_limit: Duration,
    // In the order in which they must go: the session, then the driver, the profile, our turn.
    client: Option<Client>,
    runtime: Runtime,
    driver: Driver,
    _profile: TempDir,
    _turn: MutexGuard<'static, ()>,
}

impl Browser {
    /// Starts a browser with an empty profile.
    #[track_caller]
    pub fn launch(engine: Engine) -> Self {
        or_panic(Self::try_launch(engine))
    }

    /// The same, for an engine that may not come to a session.
    ///
    /// # Errors
    ///
    /// If it doesn't start, or isn't there.
    pub fn try_launch(engine: Engine) -> Result<Self> {
        Self::start(engine, None)
    }

    /// Starts a browser with an empty profile and an extension, which is a folder. WebKitGTK has none.
    #[track_caller]
    pub fn launch_with_extension(engine: Engine, extension: &Path) -> Self {
        or_panic(Self::start(engine, Some(extension)))
    }

    fn start(engine: Engine, extension: Option<&Path>) -> Result<Self> {
        // A test that panicked has poisoned the lock, and nothing else.
        let turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let start = || -> Result<Self> {
            let profile = TempDir::new()?;
            let driver = Driver::start(engine, &output_folder())?;
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .worker_threads(1)
                .enable_all()
                .build()?;
            let Value::Object(capabilities) = engine.capabilities(profile.path(), extension) else {
                unreachable!("capabilities are an object");
            };
            let client = runtime.block_on(async {
                let mut builder = ClientBuilder::new(HttpConnector::new());
                builder.capabilities(capabilities);
                timeout(START_LIMIT, builder.connect(&driver.address())).await
            })??;
            Ok(Self {
                engine,
                time_limit: TIME_LIMIT,
                client: Some(client),
                runtime,
                driver,
                _profile: profile,
                _turn: turn,
            })
        };
        let browser = start().with_context(|| format!("{engine} did not start"))?;
        if let (Engine::Firefox, Some(folder)) = (engine, extension) {
            let installing = browser.client().issue_cmd(InstallAddOn(folder.to_owned()));
            browser.wait("installing an extension", installing)?;
        }
        Ok(browser)
    }

    /// Lets scripts and [`Browser::until`] take this long instead of 150 s.
    #[track_caller]
    pub fn set_time_limit(&mut self, limit: Duration) {
        let timeouts = TimeoutConfiguration::new(Some(limit), None, None);
        or_panic(self.wait("setting a time limit", self.client().update_timeouts(timeouts)));
        self.time_limit = limit;
    }

    /// Opens a path of the server's, from the repository's top, or another server's whole address, and waits for its load
    /// event.
    #[track_caller]
    pub fn goto(&self, path: &str) {
        or_panic(self.try_goto(path));
    }

    pub(crate) fn try_goto(&self, path: &str) -> Result<()> {
        let address = if path.starts_with('/') { address(path) } else { path.to_owned() };
        self.wait(&format!("going to {path}"), self.client().goto(&address))
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
        or_panic(self.try_until(expression))
    }

    /// The same, for a page that may crash.
    ///
    /// # Errors
    ///
    /// If the expression throws, isn't truthy within the time limit, or there is no page any more.
    pub fn try_until(&self, expression: &str) -> Result<Value> {
        let deadline = Instant::now() + self.time_limit;
        let body = format!("const value = await ({expression}); return value ? [value] : null;");
        loop {
            if let Some([value]) = self.try_run(&body, &[])?.as_array().map(Vec::as_slice) {
                return Ok(value.clone());
            }
            ensure!(
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
        or_panic(self.try_click(selector));
    }

    /// The same, where the driver may not come back from it.
    ///
    /// # Errors
    ///
    /// If there is no such element, something else is before it, or the driver says so.
    pub fn try_click(&self, selector: &str) -> Result<()> {
        let click = async {
            let element = self.client().find(Locator::Css(selector)).await?;
            element.click().await
        };
        self.wait(&format!("at {selector}, a click"), click)
    }

    /// Types into whatever has the focus, as a person does. Keys without a character are WebDriver's:
    /// `"\u{E004}"` is Tab, `"\u{E007}"` is Enter.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        // Not sent to the active element, which would get the focus again: in a media element it may
        // be on one of the controls by then.
        let actions =
            keys.chars().fold(KeyActions::new("keyboard".to_owned()), |actions, value| {
                actions.then(KeyAction::Down { value }).then(KeyAction::Up { value })
            });
        let press = self.client().perform_actions(actions);
        or_panic(self.wait(&format!("pressing {keys:?}"), press));
    }

    /// Makes the window this large.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        or_panic(self.wait("resizing", self.client().set_window_size(width, height)));
    }

    /// Writes the page as it looks to a PNG file; a relative path is from the repository's top.
    #[track_caller]
    pub fn screenshot(&self, path: impl AsRef<Path>) {
        or_panic(self.try_screenshot(path.as_ref()));
    }

    fn client(&self) -> &Client {
        self.client.as_ref().expect("only drop takes it")
    }

    /// Waits for WebDriver's answer to a command. A page that is caught in a loop can keep a driver
    /// from answering at all.
    fn wait<T>(
        &self,
        doing: &str,
        command: impl Future<Output = Result<T, CmdError>>,
    ) -> Result<T> {
        let limit = self.time_limit + Duration::from_secs(10);
        let answer = async {
            tokio::select! {
                answer = timeout(limit, command) => Ok(answer.with_context(|| self.how_it_stands())??),
                () = self.deadlock() => bail!("its main thread waits for a lock for ever"),
            }
        };
        self.runtime.block_on(answer).with_context(|| format!("{}, {doing}", self.engine))
    }

    /// Why a browser may not answer.
    fn how_it_stands(&self) -> String {
        if self.engine != Engine::WebKit {
            return "no answer".to_owned();
        }
        let threads = self.driver.main_threads();
        let stacks = threads.iter().map(|thread| match thread.stack() {
            Ok(stack) if walks_through_sinks(&stack) => {
                format!("its main thread walks through sinks for ever\n{stack}")
            }
            Ok(stack) => stack,
            Err(error) => format!("{error:#}"),
        });
        format!("no answer, while there were {threads:?}: {}", stacks.collect::<String>())
    }

    /// Comes to its end if the browser waits for itself.
    async fn deadlock(&self) {
        let mut before = Vec::new();
        loop {
            sleep(DEADLOCK).await;
            let now = self.driver.main_threads();
            if now.iter().any(|thread| thread.waits_for_a_lock() && before.contains(thread)) {
                return;
            }
            before = now;
        }
    }

    pub(crate) fn try_run(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        // WebDriver's own report of an exception has no stack in some engines.
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async function () {{ {body}\n }}).apply(null, [...arguments].slice(0, -1)).then(
               (value) => done({{ value: value === undefined ? null : value }}),
               (error) => done({{ error: `${{error}}\\n${{error?.stack ?? ''}}` }}),
             );"
        );
        let running = self.client().execute_async(&script, arguments.to_vec());
        let mut outcome = self.wait(&format!("running {body}"), running)?;
        if let Some(error) = outcome["error"].as_str() {
            anyhow::bail!("{} running {body}: {error}", self.engine);
        }
        Ok(outcome["value"].take())
    }

    fn try_screenshot(&self, path: &Path) -> Result<()> {
        let png = self.wait("a screenshot", self.client().screenshot())?;
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
        // What is left to do is quick, or else never done.
        self.time_limit = Duration::ZERO;
        if thread::panicking() {
            let test = thread::current().name().unwrap_or("test").replace("::", "-");
            let path = output_folder().join(format!("{}-{test}.png", self.engine));
            match self.try_screenshot(&path) {
                Ok(()) => eprintln!("the page as it was: {}", path.display()),
                Err(error) => eprintln!("no screenshot: {error:#}"),
            }
        }
        // Lets the browser tidy up; one that can't is killed with its driver, in a moment.
        if let Some(client) = self.client.take()
            && let Err(error) = self.wait("closing", client.close())
        {
            eprintln!("{error:#}");
        }
    }
}

fn output_folder() -> PathBuf {
    xtask::root().join("target/browsers")
}

/// Panics at the caller's line, which a closure would hide.
#[track_caller]
fn or_panic<T>(result: Result<T>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("{error:#}"),
    }
}
