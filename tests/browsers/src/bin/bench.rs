//! Prints what /bench/index.html measures in each engine. `cargo xtask bench` runs this.
//!
//! The page's `window.results` is a promise of `[{ name, ours, native, floor }]`: nanoseconds an
//! operation, of this package, of the engine's own class (null where it has none) and of a plain
//! JavaScript class.

use std::time::Duration;

use browser_tests::{Browser, Engine};
use serde_json::Value;

fn main() {
    for engine in Engine::ALL {
        println!("\n{engine}: ns an operation; a ratio above 1 is ours faster");
        let mut browser = Browser::launch(engine);
        browser.set_time_limit(Duration::from_secs(600));
        browser.goto("/bench/index.html");
        let results = browser.until("window.results");
        print(results.as_array().expect("an array of results"));
    }
}

fn print(results: &[Value]) {
    println!(
        "{:40} {:>9} {:>9} {:>7} {:>9} {:>7}",
        "", "ours", "native", "ratio", "floor", "ratio"
    );
    for result in results {
        let name = result["name"].as_str().unwrap_or_default();
        let ours = result["ours"].as_f64();
        print!("{name:40} {}", cell(ours, 9, 1));
        for other in ["native", "floor"] {
            let other = result[other].as_f64();
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
