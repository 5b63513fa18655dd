//! Prints what /bench/index.html measures in each engine, and leaves it in target/bench/. `cargo xtask bench` runs this.
//!
//! The page's `window.results` is a promise of `{ rows, starts }`: nanoseconds an operation, of this package, of the engine's
//! own class and of a plain JavaScript class, and the milliseconds of a cold start.
//!
//! The first argument is a text, which may be empty: with one, it measures only the operations whose names have it, and leaves
//! nothing. The others name the engines; without, it's all of them.

use std::{env, fs, time::Duration};

use browser_tests::{Browser, Engine};
use serde_json::{Value, json};

fn main() {
    let folder = xtask::root().join("target/bench");
    fs::create_dir_all(&folder).expect("target/bench");
    let mut arguments = env::args().skip(1);
    let only = arguments.next().unwrap_or_default();
    let hosts: Vec<String> = arguments.collect();
    for engine in Engine::ALL {
        if !hosts.is_empty() && !hosts.contains(&engine.to_string().to_lowercase()) {
            continue;
        }
        println!("\n{engine}: ns an operation; a ratio above 1 is ours faster");
        let browser = launch(engine);
        browser.goto(&format!("/bench/index.html?{only}"));
        let mut results = browser.until("window.results");
        print(results["rows"].as_array().expect("an array of rows"));
        if !only.is_empty() {
            continue;
        }
        println!("\nms to the first event: {}", results["starts"]);
        // WebKitGTK has no RTCPeerConnection.
        if engine != Engine::WebKit {
            drop(browser);
            results["connections"] = connections(engine);
        }
        results["host"] = json!(engine.to_string());
        let file = folder.join(format!("{}.json", engine.to_string().to_lowercase()));
        fs::write(file, results.to_string()).expect("target/bench is written to");
    }
}

fn launch(engine: Engine) -> Browser {
    let mut browser = Browser::launch(engine);
    browser.set_time_limit(Duration::from_secs(900));
    browser
}

/// What `/bench/connections.html` measures: `[{ name, native, installed }]`. Each page in a browser of its own: Chromium counts
/// the closed connections of earlier pages, too, until they are collected.
fn connections(engine: Engine) -> Value {
    let measure = |query: &str| -> Vec<Value> {
        let browser = launch(engine);
        browser.goto(&format!("/bench/connections.html{query}"));
        browser.until("window.results").as_array().expect("an array").clone()
    };
    let native = measure("?native");
    let lives = native.iter().zip(measure("?installed")).map(|(native, installed)| {
        json!({ "name": native["name"], "native": native["value"], "installed": installed["value"] })
    });
    let rows: Vec<Value> = lives.chain(measure("")).collect();
    println!("\n{:58} {:>9} {:>9} {:>7}", "", "native", "installed", "ratio");
    for row in &rows {
        let name = row["name"].as_str().unwrap_or_default();
        let (native, installed) = (row["native"].as_f64(), row["installed"].as_f64());
        let ratio = native.zip(installed).map(|(native, installed)| installed / native);
        println!(
            "{name:58} {} {} {}",
            cell(native, 9, 1),
            cell(installed, 9, 1),
            cell(ratio, 7, 2)
        );
    }
    Value::Array(rows)
}

fn print(rows: &[Value]) {
    println!(
        "{:40} {:>9} {:>9} {:>7} {:>9} {:>7}",
        "", "ours", "native", "ratio", "floor", "ratio"
    );
    for row in rows {
        let name = row["name"].as_str().unwrap_or_default();
        let median = |implementation: &str| row["timings"][implementation]["median"].as_f64();
        let ours = median("ours");
        print!("{name:40} {}", cell(ours, 9, 1));
        for other in ["native", "floor"] {
            let other = median(other);
            let ratio = ours.zip(other).map(|(ours, other)| other / ours);
            print!(" {} {}", cell(other, 9, 1), cell(ratio, 7, 2));
        }
        println!();
    }
}

fn cell(number: Option<f64>, width: usize, digits: usize) -> String {
    match number {
        Some(number) => format!("{number:width$.digits$}"),
        None => format!("{:>width$}", "–"),
    }
}
