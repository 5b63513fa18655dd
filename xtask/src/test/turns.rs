//! Which stage runs when. What opens browsers mostly waits: for media that plays, and for what must not come. So the
//! stages that keep processors busy run beside it, and what they print is shown when they are done.

use std::{
    fs::{self, File},
    path::PathBuf,
    sync::mpsc,
    thread,
    time::Instant,
};

use anyhow::Result;
use xtask::root;

use super::{
    Report,
    count::Count,
    stages::{Stage, Turn},
};
use crate::output::{print_into, say};

/// Where those print that run beside others.
const LOGS: &str = "target/stages";

/// Those beside wait for some things themselves, and not for ever: they have a quarter of what a browser wants as well.
#[cfg(target_os = "linux")]
const NICENESS: i32 = 5;

/// Runs stages, also after one that fails.
pub(super) fn run(stages: &[&'static Stage]) -> Result<Vec<Report>> {
    let of = |turn| stages.iter().copied().filter(move |stage| stage.turn == turn);
    let mut reports: Vec<Report> = of(Turn::First).map(|stage| report(stage, false)).collect();
    let unbuilt = reports.iter().any(|report| report.name == "build" && !report.passed);
    let browsers: Vec<_> = of(Turn::Browsers).collect();
    let beside: Vec<_> = of(Turn::Beside).collect();
    if browsers.is_empty() || beside.is_empty() {
        let all = browsers.into_iter().chain(beside);
        reports.extend(all.map(|stage| report(stage, unbuilt)));
    } else {
        reports.extend(side_by_side(&browsers, &beside, unbuilt)?);
    }
    reports.extend(of(Turn::Last).map(|stage| report(stage, unbuilt)));
    reports.sort_by_key(|report| stages.iter().position(|stage| stage.name == report.name));
    Ok(reports)
}

fn side_by_side(browsers: &[&Stage], beside: &[&Stage], unbuilt: bool) -> Result<Vec<Report>> {
    fs::create_dir_all(root().join(LOGS))?;
    let beside = beside.iter().map(|stage| Ok((*stage, File::create(log_of(stage.name))?)));
    let beside = beside.collect::<Result<Vec<_>>>()?;
    println!("\nBeside those that open browsers, {} stages print into {LOGS}", beside.len());
    let mut reports = Vec::new();
    thread::scope(|scope| {
        let (sender, done) = mpsc::channel();
        scope.spawn(move || {
            stand_back();
            for (stage, log) in beside {
                print_into(log);
                if sender.send(report(stage, unbuilt)).is_err() {
                    // Nobody would show it.
                    return;
                }
            }
        });
        for stage in browsers {
            reports.push(report(stage, unbuilt));
            show(done.try_iter(), &mut reports)?;
        }
        show(done.iter(), &mut reports)
    })?;
    Ok(reports)
}

fn log_of(stage: &str) -> PathBuf {
    root().join(LOGS).join(format!("{stage}.log"))
}

/// What a browser plays comes late otherwise, where processors are few. It is this thread that does, and what it starts.
fn stand_back() {
    // Where it can't, it needn't.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::nice(NICENESS);
}

fn show(done: impl Iterator<Item = Report>, reports: &mut Vec<Report>) -> Result<()> {
    for report in done {
        print!("{}", String::from_utf8_lossy(&fs::read(log_of(report.name))?));
        reports.push(report);
    }
    Ok(())
}

fn report(stage: &Stage, unbuilt: bool) -> Report {
    say!("\n── {}: {}", stage.name, stage.about);
    let start = Instant::now();
    let mut count = Count::default();
    let outcome = if unbuilt && stage.built {
        Err(anyhow::anyhow!("not run: the build failed"))
    } else {
        stage.run(&mut count)
    };
    if let Err(error) = &outcome {
        count.failures.say(error);
        // A check that is not a test runner's, or a runner that died: a failure all the same.
        count.failed = count.failed.max(1);
    }
    Report { name: stage.name, passed: count.failed == 0, count, time: start.elapsed() }
}

#[cfg(test)]
mod tests {
    use super::{
        super::stages::{Run, Stage, Turn},
        run,
    };

    const fn stage(name: &'static str, turn: Turn, command: &'static str) -> Stage {
        let built = !matches!(turn, Turn::First);
        Stage { name, about: "a test of turns", needs: &[], built, turn, run: Run::Check(command) }
    }

    static GOOD_BUILD: Stage = stage("build", Turn::First, "true");
    static BAD_BUILD: Stage = stage("build", Turn::First, "false");
    static BESIDE: Stage = stage("beside", Turn::Beside, "true");
    static BESIDE_AND_BAD: Stage = stage("beside and bad", Turn::Beside, "false");
    static BESIDE_WITHOUT: Stage = stage("beside, without a package", Turn::Beside, "true");
    static BROWSERS: Stage = stage("browsers", Turn::Browsers, "true");
    static LAST: Stage = stage("last", Turn::Last, "true");

    fn passed(stages: &[&'static Stage]) -> Vec<(&'static str, bool)> {
        let reports = run(stages).expect("reports");
        reports.iter().map(|report| (report.name, report.passed)).collect()
    }

    #[test]
    fn what_fails_beside_others_fails_alone_and_is_told_in_its_place() {
        let told = passed(&[&GOOD_BUILD, &BESIDE_AND_BAD, &BESIDE, &BROWSERS, &LAST]);
        let expected = [
            ("build", true),
            ("beside and bad", false),
            ("beside", true),
            ("browsers", true),
            ("last", true),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn what_tests_the_package_fails_where_there_is_none() {
        let told = passed(&[&BAD_BUILD, &BESIDE_WITHOUT, &BROWSERS]);
        let expected =
            [("build", false), ("beside, without a package", false), ("browsers", false)];
        assert_eq!(told, expected);
    }
}
