//! What the main thread of WebKitGTK's web process does when nothing answers: it waits for itself, or runs in a loop.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result, ensure};
use rustix::process::Pid;

/// The system keeps 15 characters of a program's name. Other engines' idle threads wait for locks, this one's for the world.
const WEB_PROCESS: &str = "WebKitWebProces";

/// The main threads of a group's web processes.
pub(crate) fn main_threads(group: Pid) -> Vec<Thread> {
    let Ok(processes) = fs::read_dir("/proc") else { return Vec::new() };
    let names = processes.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    names
        .filter_map(|name| Thread::read(&Path::new("/proc").join(&name).join("task").join(&name)))
        .filter(|thread| thread.name == WEB_PROCESS && thread.group == group.as_raw_nonzero().get())
        .collect()
}

/// A thread, as it is now: one that is the same later has done nothing meanwhile.
#[derive(Debug, PartialEq)]
pub(crate) struct Thread {
    id: i32,
    name: String,
    group: i32,
    /// For how many of the system's it has had a processor.
    ticks: u64,
    /// The system's function that it waits in, or `0`.
    waits_for: String,
}

impl Thread {
    /// What Linux tells of a thread, if it's there: <https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html>.
    fn read(folder: &Path) -> Option<Self> {
        let stat = fs::read_to_string(folder.join("stat")).ok()?;
        // The name may hold anything.
        let (name, fields) = stat.rsplit_once(") ")?;
        let fields: Vec<&str> = fields.split(' ').collect();
        let user: u64 = fields.get(11)?.parse().ok()?;
        let system: u64 = fields.get(12)?.parse().ok()?;
        let (id, name) = name.split_once(" (")?;
        Some(Self {
            id: id.parse().ok()?,
            name: name.to_owned(),
            group: fields.get(2)?.parse().ok()?,
            ticks: user + system,
            waits_for: fs::read_to_string(folder.join("wchan")).ok()?,
        })
    }

    pub(crate) fn waits_for_a_lock(&self) -> bool {
        self.waits_for.starts_with("futex")
    }

    /// What it is doing, a function to a line, each called by the next.
    pub(crate) fn stack(&self) -> Result<String> {
        let output = Command::new("eu-stack")
            .args(["-1", "-p", &self.id.to_string()])
            .output()
            .context("eu-stack")?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "eu-stack: {}", said.trim());
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

/// Whether a stack is that of a walk through the sinks of a player's pipeline. WebKitGTK begins it when GStreamer says that
/// the player plays, and it never ends if meanwhile a thread of the player's has added a sink. What a script does then may be
/// the script's loop.
pub(crate) fn walks_through_sinks(stack: &str) -> bool {
    !stack.contains(" JSC::")
        && stack.contains(" gst_bus_async_signal_func")
        && (stack.contains(" gst_bin_iterate_sinks") || stack.contains(" gst_iterator_"))
}

#[cfg(test)]
mod tests {
    use std::{
        fs, hint,
        io::Read,
        os::unix::net::UnixStream,
        path::{Path, PathBuf},
        process::Command,
        sync::{Mutex, TryLockError, mpsc},
        thread::{self, Scope},
        time::{Duration, Instant},
    };

    use super::{Thread, walks_through_sinks};

    /// Starts a thread, and gives where the system tells of it.
    fn start<'scope>(
        scope: &'scope Scope<'scope, '_>,
        work: impl FnOnce() + Send + 'scope,
    ) -> PathBuf {
        let (sender, folder) = mpsc::channel();
        scope.spawn(move || {
            sender.send(fs::read_link("/proc/thread-self").expect("Linux")).expect("a receiver");
            work();
        });
        Path::new("/proc").join(folder.recv().expect("a thread"))
    }

    fn becomes(folder: &Path, what: &str, is: impl Fn(&Thread) -> bool) {
        let start = Instant::now();
        while !is(&Thread::read(folder).expect("it is there")) {
            assert!(start.elapsed() < Duration::from_secs(30), "in vain: {what}");
            thread::sleep(Duration::from_millis(10));
        }
    }

    #[test]
    fn what_waits_for_a_lock_is_told_from_what_runs_and_from_what_waits_for_the_world() {
        let lock = Mutex::new(());
        let (end, mut world) = UnixStream::pair().expect("a pair");
        thread::scope(|scope| {
            let guard = lock.lock().expect("nobody panicked");
            let waits = start(scope, || drop(lock.lock()));
            let runs = start(scope, || {
                while matches!(lock.try_lock(), Err(TryLockError::WouldBlock)) {
                    hint::spin_loop();
                }
            });
            let hears = start(scope, move || assert_eq!(world.read(&mut [0]).expect("its end"), 0));
            becomes(&waits, "a lock", Thread::waits_for_a_lock);
            becomes(&runs, "work", |thread| thread.ticks > 20);
            for other in [&runs, &hears] {
                assert!(!Thread::read(other).expect("it is there").waits_for_a_lock());
            }
            drop((guard, end));
        });
    }

    #[test]
    fn a_stack_tells_which_functions_a_thread_is_in() {
        let mut process = Command::new("sleep").arg("60").spawn().expect("a process");
        let folder = format!("/proc/{0}/task/{0}", process.id());
        let thread = Thread::read(Path::new(&folder)).expect("it is there");
        // While it is being loaded, its stack can't be read everywhere.
        let start = Instant::now();
        while !thread.stack().is_ok_and(|stack| stack.contains("nanosleep")) {
            assert!(start.elapsed() < Duration::from_secs(30), "{:?}", thread.stack());
        }
        process.kill().expect("it is there");
        process.wait().expect("it has ended");
        thread.stack().expect_err("a stack of nothing");
    }

    /// As eu-stack has told of them, but shorter.
    #[test]
    fn a_walk_through_sinks_is_told_from_what_a_script_does_with_a_player() {
        let walk = "TID 31033:
#0  0x00007fb7c01b21ba g_object_unref
#1  0x00007fb7baf95325 gst_iterator_free
#2  0x00007fb7c418c16e
#3  0x00007fb7c01c6dbf g_signal_emit
#4  0x00007fb7baf6a544 gst_bus_async_signal_func
#5  0x00007fb7bbb3e5ef g_main_context_dispatch";
        assert!(walks_through_sinks(walk));
        let script = "TID 28128:
#0  0x00007fc3eef1dd34 gst_iterator_fold
#1  0x00007fc3eef0bff0 gst_element_change_state
#2  0x00007fc3f7f75a12
#3  0x00007fc3f3161c2b JSC::profiledCall(JSC::JSGlobalObject*)
#4  0x00007fc3efb3e5ef g_main_context_dispatch";
        assert!(!walks_through_sinks(script));
        let script_of_a_message = "TID 28128:
#0  0x00007fc3eef1dd34 gst_iterator_fold
#1  0x00007fc3f3161c2b JSC::profiledCall(JSC::JSGlobalObject*)
#2  0x00007fc3eef6a544 gst_bus_async_signal_func";
        assert!(!walks_through_sinks(script_of_a_message));
        let message = "TID 28128:
#0  0x00007fc3f7f75a12
#1  0x00007fc3eef6a544 gst_bus_async_signal_func
#2  0x00007fc3efb3e5ef g_main_context_dispatch";
        assert!(!walks_through_sinks(message));
    }
}
