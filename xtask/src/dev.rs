//! The demo while one works on it: what is saved is built and shown.

use std::{
    path::PathBuf,
    sync::mpsc::{Receiver, channel},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use notify::{EventKind, RecursiveMode, Watcher, recommended_watcher};
use tokio::sync::watch;
use xtask::{
    reload::reloading,
    root,
    server::{self, DEMO},
};

use crate::{
    build::{Flavour, build},
    changes::Change,
    demo,
};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Serve what is built, until something is saved
    #[arg(long)]
    built: bool,
}

/// Where people save files.
const WATCHED: [&str; 7] = ["src", "wasm", "constraints", "pkg", "www", "xtask", "Cargo.lock"];

/// An editor writes a file in some steps, and several files one after the other.
const QUIET: Duration = Duration::from_millis(30);

pub(crate) fn dev(arguments: &Arguments) -> Result<()> {
    let runtime = demo::runtime()?;
    let listener = demo::listen(&runtime, arguments.port)?;
    if !arguments.built {
        build(Flavour::Debug)?;
    }
    let (saved, saves) = channel();
    let mut watcher = recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading, as a build does, isn't saving.
        if let Ok(event) = event
            && !matches!(event.kind, EventKind::Access(_))
        {
            let _ = saved.send(event.paths);
        }
    })?;
    for place in WATCHED {
        watcher.watch(&root().join(place), RecursiveMode::Recursive).context(place)?;
    }
    let (built, builds) = watch::channel(0);
    thread::spawn(move || {
        while let Some(changes) = next_changes(&saves) {
            if make(&changes) {
                built.send_modify(|number| *number += 1);
            }
        }
    });
    println!("\nThe demo is at http://{}/  (Ctrl-C stops it)", listener.local_addr()?);
    demo::until_stopped(
        &runtime,
        server::serve_site(listener, reloading(server::site(DEMO), builds)),
    )
}

/// What has been saved, when nothing has been for a moment.
fn next_changes(saves: &Receiver<Vec<PathBuf>>) -> Option<Vec<Change>> {
    let mut changes = Vec::new();
    while changes.is_empty() {
        let mut paths = saves.recv().ok()?;
        while let Ok(more) = saves.recv_timeout(QUIET) {
            paths.extend(more);
        }
        let inside = paths.iter().filter_map(|path| path.strip_prefix(root()).ok());
        changes.extend(inside.filter_map(Change::of));
    }
    changes.sort();
    changes.dedup();
    Some(changes)
}

/// Builds what depends on what has changed. Whether there is anything new to show.
fn make(changes: &[Change]) -> bool {
    let mut made = 0;
    for change in changes {
        let start = Instant::now();
        match change.make() {
            Ok(()) => {
                made += 1;
                println!("── {change:?}: {:.1} s", start.elapsed().as_secs_f64());
            }
            Err(error) => println!("── {change:?} FAILED: {error:#}"),
        }
    }
    made > 0
}
