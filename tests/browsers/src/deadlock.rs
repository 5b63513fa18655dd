//! Whether WebKitGTK's web process waits for itself. (A page that is caught in a loop doesn't answer either, but it runs.)

use std::{fs, path::Path};

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
}

#[cfg(test)]
mod tests {
    use std::{
        fs, hint,
        io::Read,
        os::unix::net::UnixStream,
        path::{Path, PathBuf},
        sync::{Mutex, TryLockError, mpsc},
        thread::{self, Scope},
        time::{Duration, Instant},
    };

    use super::Thread;

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
}
