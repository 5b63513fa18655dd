mod count;
mod failures;
mod reproducible;
mod stages;
mod turns;

use std::time::Duration;

use anyhow::Result;

use self::{
    count::Count,
    stages::{PEERS, STAGES, Stage},
};
use crate::setup;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Only these stages, and the build if they need it
    #[arg(value_name = "STAGE", value_parser = STAGES.iter().map(|stage| stage.name).collect::<Vec<_>>())]
    stages: Vec<String>,
    /// Instead, or besides the stages that are named: other people's libraries, as their users use them
    #[arg(long)]
    peers: bool,
    /// List the stages instead
    #[arg(long)]
    list: bool,
}

/// How a stage went.
struct Report {
    name: &'static str,
    count: Count,
    time: Duration,
    passed: bool,
}

/// Runs the stages, also after one that fails, and then tells how each went.
pub(crate) fn test(arguments: &Arguments) -> Result<()> {
    if arguments.list {
        for stage in STAGES.iter().chain([&PEERS]) {
            println!("{:10} {}", stage.name, stage.about);
        }
        return Ok(());
    }
    let chosen = choose(arguments);
    for stage in &chosen {
        setup::ensure(stage.needs)?;
    }
    summarize(&turns::run(&chosen)?);
    Ok(())
}

fn choose(Arguments { stages: names, peers, .. }: &Arguments) -> Vec<&'static Stage> {
    let all = names.is_empty() && !peers;
    let named = |stage: &Stage| all || names.iter().any(|name| name == stage.name);
    let build_needed = *peers || STAGES.iter().any(|stage| stage.built && named(stage));
    let chosen = |stage: &&Stage| named(stage) || (stage.name == "build" && build_needed);
    STAGES.iter().filter(chosen).chain(peers.then_some(&PEERS)).collect()
}

fn summarize(reports: &[Report]) {
    println!("\n{:10} {:>6} {:>6} {:>9}", "stage", "passed", "failed", "time");
    let mut total = Count::default();
    for Report { name, count, time, passed } in reports {
        let Count { passed: good, failed, .. } = count;
        let verdict = if *passed { "" } else { "  FAILED" };
        println!("{name:10} {good:6} {failed:6} {:7.1} s{verdict}", time.as_secs_f64());
        total.add(count);
    }
    for Report { name, count, .. } in reports.iter().filter(|report| !report.passed) {
        print!("\n{name}:\n{}", count.failures);
    }
    // CI reads the last line, so nothing but the exit code may follow it.
    println!("\n{total}");
    if total.failed > 0 {
        std::process::exit(1);
    }
}
