use std::{
    io::ErrorKind,
    os::unix::process::CommandExt,
    process::{Child, Command},
    sync::{LazyLock, Mutex, MutexGuard, PoisonError},
    thread,
};

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process_group};

/// A child process that ends with its owner, and all that it started with it: a driver killed alone
/// leaves its browser behind.
pub(crate) struct Process {
    pub(crate) child: Child,
    group: Pid,
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

/// A terminal's Ctrl-C reaches only this process's own group, so it is passed on.
static INTERRUPTS: LazyLock<()> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime for signals");
    thread::spawn(move || {
        if runtime.block_on(tokio::signal::ctrl_c()).is_ok() {
            groups().iter().copied().for_each(kill);
            std::process::exit(130);
        }
    });
});
