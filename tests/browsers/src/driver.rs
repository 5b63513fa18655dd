use std::{
    fs::{self, File},
    io::{BufRead, BufReader},
    net::{Ipv4Addr, TcpListener, TcpStream},
    ops::Range,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::{
    Engine,
    main_thread::{Thread, main_threads},
    process::Process,
};

/// A running WebDriver server, and the display that its browser draws on if it needs one.
pub(crate) struct Driver {
    port: u16,
    server: Process,
    _display: Option<Process>,
}

/// How many ports are tried: before a driver takes one that was free, another program may.
const PORTS: u32 = 3;

impl Driver {
    pub(crate) fn start(engine: Engine, logs: &Path) -> Result<Self> {
        let mut started = Self::start_at(free_port()?, engine, logs);
        for _ in 1..PORTS {
            if started.is_ok() {
                break;
            }
            started = Self::start_at(free_port()?, engine, logs);
        }
        started
    }

    fn start_at(port: u16, engine: Engine, logs: &Path) -> Result<Self> {
        fs::create_dir_all(logs)?;
        let log = File::create(logs.join(format!("{engine}.log")))?;

        let mut command = Command::new(engine.driver());
        command
            .env("PATH", xtask::path())
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log);
        let display = if engine.needs_display() {
            let (display, number) = start_display()?;
            command.env("DISPLAY", format!(":{number}"));
            Some(display)
        } else {
            None
        };
        let server = Process::spawn(&mut command)?;
        let mut driver = Self { port, server, _display: display };
        driver.wait_until_it_listens()?;
        Ok(driver)
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The main threads of WebKitGTK's web processes.
    pub(crate) fn main_threads(&self) -> Vec<Thread> {
        main_threads(self.server.group)
    }

    fn wait_until_it_listens(&mut self) -> Result<()> {
        let deadline = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if let Some(status) = self.server.child.try_wait()? {
                bail!("the driver ended at once: {status}");
            }
            if Instant::now() > deadline {
                bail!("the driver doesn't listen on port {}", self.port);
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

/// A virtual X display. Xvfb itself finds a free number and tells it when it is ready.
fn start_display() -> Result<(Process, String)> {
    let mut display = Process::spawn(
        Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null()),
    )?;
    let stdout = display.child.stdout.take().context("Xvfb's output")?;
    let mut number = String::new();
    BufReader::new(stdout).read_line(&mut number)?;
    if number.is_empty() {
        bail!("Xvfb did not start");
    }
    Ok((display, number.trim().to_owned()))
}

/// WebKitGTK's driver needs a port at which no connection has been lately, of either version of IP. Of those that the system
/// gives by itself, other programs' connections and servers have some all the time.
const NOT_GIVEN_BY_THE_SYSTEM: Range<u16> = 10_000..32_768;

fn free_port() -> Result<u16> {
    for _ in 0..100 {
        let port = fastrand::u16(NOT_GIVEN_BY_THE_SYSTEM);
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Ok(port);
        }
    }
    bail!("of 100 ports none was free")
}
