use std::{
    io::ErrorKind,
    os::unix::process::CommandExt,
    process::{Child, Command},
    sync::{LazyLock, Mutex, MutexGuard, PoisonError},
    thread,
};

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process_group};
use tokio::signal::unix::{SignalKind, signal};

/// A child process that ends with its owner, and all that it started with it: a driver killed alone
/// leaves its browser behind.
pub(crate) struct Process {
    pub(crate) child: Child,
    /// Of it and all that it started.
    pub(crate) group: Pid,
}

impl Process {
    pub(crate) fn spawn(command: &mut Command) -> Result<Self> {
        LazyLock::force(&INTERRUPTS);
        let name = command.get_program().to_string_lossy().into_owned();
        match command.process_group(0).spawn() {
            Ok(child) => {
                let group = Pid::from_child(&child);
                groups().push(group);
                Ok(Self { child, group })
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                bail!("{name} is not installed: cargo xtask setup installs it")
            }
            Err(error) => Err(error).context(name),
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        groups().retain(|group| *group != self.group);
        kill(self.group);
        // Reaps it.
        let _ = self.child.wait();
    }
}

static GROUPS: Mutex<Vec<Pid>> = Mutex::new(Vec::new());

fn groups() -> MutexGuard<'static, Vec<Pid>> {
    GROUPS.lock().unwrap_or_else(PoisonError::into_inner)
}

fn kill(group: Pid) {
    // They may all have ended by themselves.
    let _ = kill_process_group(group, Signal::KILL);
}

/// A terminal's Ctrl-C, and what ends a test that takes too long, reach only this process's own group, so they are passed
/// on: what was left behind would go on, with whatever else it has inherited, such as a lock.
static INTERRUPTS: LazyLock<()> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime for signals");
    let [interrupt, terminate] = [SignalKind::interrupt(), SignalKind::terminate()];
    // Before anything is started: from then on they must be heard.
    let context = runtime.enter();
    let (Ok(mut interrupts), Ok(mut ends)) = (signal(interrupt), signal(terminate)) else { return };
    drop(context);
    thread::spawn(move || {
        let kind = runtime.block_on(async {
            tokio::select! {
                _ = interrupts.recv() => interrupt,
                _ = ends.recv() => terminate,
            }
        });
        groups().iter().copied().for_each(kill);
        std::process::exit(128 + kind.as_raw_value());
    });
});

#[cfg(test)]
mod tests {
    use std::{
        env,
        io::{self, BufRead, BufReader, Read, Write},
        process::{Command, Stdio},
        thread,
        time::{Duration, Instant},
    };

    use rustix::process::{Pid, Signal, kill_process};

    use super::Process;

    const TEST: &str = "process::tests::a_test_that_is_ended_leaves_nothing_behind";
    const WITHIN: &str = "WITHIN_A_TEST_THAT_IS_ENDED";

    #[test]
    fn a_test_that_is_ended_leaves_nothing_behind() {
        if env::var_os(WITHIN).is_some() {
            let _kept = Process::spawn(Command::new("sleep").arg("60")).expect("sleep");
            writeln!(io::stdout(), "\nstarted").expect("a reader");
            thread::sleep(Duration::from_secs(60));
        }
        let mut ended = Command::new(env::current_exe().expect("this test's program"))
            .args([TEST, "--exact", "--nocapture"])
            .env(WITHIN, "")
            .stdout(Stdio::piped())
            .spawn()
            .expect("this test again");
        let mut output = BufReader::new(ended.stdout.take().expect("its output"));
        let mut line = String::new();
        while line != "started\n" {
            line.clear();
            assert!(output.read_line(&mut line).expect("a line") > 0, "it did not start anything");
        }
        let start = Instant::now();
        kill_process(Pid::from_child(&ended), Signal::TERM).expect("it runs");
        assert_eq!(ended.wait().expect("its end").code(), Some(128 + 15));
        // What it started writes to the same pipe, which ends with the last that could write to it.
        output.read_to_end(&mut Vec::new()).expect("the end");
        assert!(start.elapsed() < Duration::from_secs(30), "something went on");
    }
}
