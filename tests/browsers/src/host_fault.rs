//! What an engine does wrong now and then, without this package as well. What it hinders is tried again, and nothing else
//! is; `cargo xtask test` counts how often, by what is printed here.

use std::{
    any::Any,
    io::{self, Write},
    panic::{catch_unwind, resume_unwind},
};

use crate::Engine;

/// How often a thing is tried: a fault that comes this often is no longer one that comes now and then.
const ATTEMPTS: u32 = 4;

/// A fault of an engine's.
struct HostFault {
    engine: Engine,
    /// What it is: who reads the summary knows nothing else of it.
    name: &'static str,
    /// How those say it that it hinders: checks, cells of the matrix, and WebDriver.
    words: &'static [&'static str],
}

/// WebKitGTK's were seen in pages without this package, beside a busy processor: of 100 films, played to their ends by
/// themselves, one stood still where it began; of 80 that were heard through Web Audio two went on for ever; and of 100 of
/// these that a listener of `ended` played again, 44 did not, if shortly before they had been sought to 0.3 s before their
/// ends. Of 315 that were heard through Web Audio and drawn, three at a time, 18 stood still in their first two seconds.
const FAULTS: &[HostFault] = &[
    HostFault {
        engine: Engine::WebKit,
        name: "an element that never plays",
        words: &["the element does not play", "waited for an element to play in vain"],
    },
    HostFault {
        engine: Engine::WebKit,
        name: "an element that never ends",
        words: &["it does not end", "waited for the element’s end in vain"],
    },
    HostFault {
        engine: Engine::WebKit,
        name: "an element that never plays again",
        words: &["it does not play again", "waited for the element to play again in vain"],
    },
    HostFault {
        engine: Engine::WebKit,
        name: "an element that seeks for ever",
        words: &["waited for the end of a seek in vain"],
    },
    HostFault {
        engine: Engine::WebKit,
        name: "an element that stands still",
        words: &["an element stands still"],
    },
    // When it comes to its end while the page's thread is busy: then 12 of 12.
    HostFault {
        engine: Engine::WebKit,
        name: "an element that loops no more",
        words: &["an element seeks its beginning for ever"],
    },
    HostFault {
        engine: Engine::WebKit,
        name: "Web Audio that hears nothing of an element",
        words: &["waited for any sound in vain"],
    },
    // A track of another AudioContext's, and sometimes with a third of the loudness.
    HostFault {
        engine: Engine::WebKit,
        name: "Web Audio that doesn't hear all of a track",
        words: &["waited for all of the sound in vain"],
    },
    // Of a page that plays what is captured: its main thread, in what it draws, and two that bring frames. Without this
    // package one of ten did, in 45 s of captured canvases in four elements; three did in 10,000 new sources of elements that
    // Web Audio hears; and five of five whose streams lost their video tracks just as elements began to play them.
    HostFault {
        engine: Engine::WebKit,
        name: "a web process that waits for itself",
        words: &["its main thread waits for a lock for ever"],
    },
    // When its player plays, and Web Audio begins to hear it at that moment: WebKitGTK 2.50 walks through the player's sinks, and
    // goes on for ever if one comes meanwhile. Seen with this package, once in 400 pages; no script is on that stack.
    HostFault {
        engine: Engine::WebKit,
        name: "a web process that walks through sinks for ever",
        words: &["its main thread walks through sinks for ever"],
    },
    // Before there is any page. Seen once, in thousands; of 300 in a row, beside two busy processors, none took 6 s.
    HostFault {
        engine: Engine::WebKit,
        name: "a session that never begins",
        words: &["webkit did not start: deadline has elapsed"],
    },
    // In GStreamer; or when a stream loses its audio track just as an element begins to play it: of 1,106 such elements, without
    // this package, at four.
    HostFault {
        engine: Engine::WebKit,
        name: "a web process that crashes",
        words: &["Could not parse script result", "page crash or hang"],
    },
    // The driver's. Seen once, of a page that has this package in its frames only: that had heard the click, and come to its
    // end.
    HostFault {
        engine: Engine::Firefox,
        name: "a click that waits for a navigation",
        words: &["a click: webdriver returned error: Navigation timed out"],
    },
];

/// Does something until it succeeds, or fails otherwise than for a fault of the engine's.
///
/// # Errors
///
/// What the last attempt says.
pub fn try_again<T>(
    engine: Engine,
    attempt: impl FnMut() -> Result<T, String>,
) -> Result<T, String> {
    try_and_tell(engine, attempt, HostFault::tell)
}

/// Runs a whole test until it passes, or fails otherwise than for a fault of the engine's: one that opens its own browser
/// each time.
///
/// # Panics
///
/// As the last attempt does.
pub fn holds_in(engine: Engine, test: fn(Engine)) {
    hold_and_tell(engine, test, HostFault::tell);
}

fn hold_and_tell(engine: Engine, test: fn(Engine), tell: impl FnMut(&HostFault)) {
    let mut panic = None;
    let attempt = || {
        catch_unwind(|| test(engine)).map_err(|payload| {
            let words = words_of(&*payload);
            panic = Some(payload);
            words
        })
    };
    let outcome = try_and_tell(engine, attempt, tell);
    if let (Err(_), Some(payload)) = (outcome, panic) {
        resume_unwind(payload);
    }
}

/// What a panic says.
fn words_of(payload: &dyn Any) -> String {
    let formatted = payload.downcast_ref::<String>().cloned();
    formatted
        .or_else(|| payload.downcast_ref().map(|words: &&str| (*words).to_owned()))
        .unwrap_or_default()
}

fn try_and_tell<T>(
    engine: Engine,
    mut attempt: impl FnMut() -> Result<T, String>,
    mut tell: impl FnMut(&HostFault),
) -> Result<T, String> {
    let mut left = ATTEMPTS;
    loop {
        let failure = match attempt() {
            Ok(value) => return Ok(value),
            Err(failure) => failure,
        };
        left -= 1;
        let Some(fault) = fault_behind(engine, &failure).filter(|_| left > 0) else {
            return Err(failure);
        };
        eprintln!("in {engine}: {failure}");
        tell(fault);
    }
}

fn fault_behind(engine: Engine, failure: &str) -> Option<&'static HostFault> {
    FAULTS.iter().find(|fault| {
        fault.engine == engine && fault.words.iter().any(|said| failure.contains(said))
    })
}

impl HostFault {
    /// In a line of its own, past libtest, which keeps to itself what a test prints that passes.
    fn tell(&self) {
        let line = format!("\ntried again: {}: {}\n", self.engine.title(), self.name);
        // Where nobody reads it, it need not be told.
        let _ = io::stdout().write_all(line.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use std::{
        panic::catch_unwind,
        sync::atomic::{AtomicU32, Ordering::Relaxed},
    };

    use super::{ATTEMPTS, hold_and_tell, try_and_tell, words_of};
    use crate::Engine;

    /// How often it is tried, and what is told.
    fn attempts(engine: Engine, failure: &str) -> (u32, Vec<&'static str>) {
        let (mut attempts, mut told) = (0, Vec::new());
        let attempt = || {
            attempts += 1;
            Err::<(), _>(failure.to_owned())
        };
        let outcome = try_and_tell(engine, attempt, |fault| told.push(fault.name));
        assert_eq!(outcome, Err(failure.to_owned()));
        (attempts, told)
    }

    #[test]
    fn only_what_a_fault_of_the_engine_hinders_is_tried_again() {
        let again = (ATTEMPTS, vec!["an element that never ends"; ATTEMPTS as usize - 1]);
        assert_eq!(attempts(Engine::WebKit, "Error: it does not end"), again);
        assert_eq!(attempts(Engine::WebKit, "Error: removetrack did not fire"), (1, vec![]));
        assert_eq!(attempts(Engine::Firefox, "Error: it does not end"), (1, vec![]));
    }

    #[test]
    fn a_whole_test_is_tried_again_by_what_it_panics_with() {
        static TIMES: AtomicU32 = AtomicU32::new(0);
        let fails_once = |_| assert!(TIMES.fetch_add(1, Relaxed) > 0, "it does not end");
        // Told to nobody, or the summary would count it.
        hold_and_tell(Engine::WebKit, fails_once, |_| {});
        assert_eq!(TIMES.load(Relaxed), 2);
        let always_fails = |_| panic!("removetrack {}", "did not fire");
        let failure = catch_unwind(|| hold_and_tell(Engine::WebKit, always_fails, |_| {}))
            .expect_err("a panic");
        assert_eq!(words_of(&*failure), "removetrack did not fire");
    }

    #[test]
    fn what_succeeds_when_it_is_tried_again_has_succeeded() {
        let mut answers = [Err("Error: it does not end".to_owned()), Ok(2)].into_iter();
        let attempt = || answers.next().expect("one more");
        assert_eq!(try_and_tell(Engine::WebKit, attempt, |_| {}), Ok(2));
    }
}
