//! `cargo xtask …`: everything that is done with this repository. Each command sets up what it needs.

mod api;
mod bench;
mod build;
mod changes;
mod command;
mod crates;
mod demo;
mod dev;
mod fuzz;
mod licenses;
mod manifest;
mod matrix;
mod mutants;
mod output;
mod pack;
mod properties;
mod public_items;
mod reference;
mod release_notes;
mod revision;
mod setup;
mod sizes;
mod test;
mod traces;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Everything that is done with this repository")]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what is missing: the wasm target, command-line tools, npm packages, browsers
    Setup,
    /// Build the npm package, into pkg/
    Build {
        /// Unminified, with source maps and Rust's panic messages
        #[arg(long)]
        debug: bool,
    },
    /// Build the package and serve the demo page
    Demo {
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Serve the demo page, and build and show what is saved
    Dev(dev::Arguments),
    /// Run the tests
    Test(test::Arguments),
    /// Run the fuzz targets
    Fuzz(fuzz::Arguments),
    /// Build the package and measure it in Node and in three browsers
    Bench(bench::Arguments),
    /// Print where removetrack fires, natively and installed, as the tests last found it
    Matrix {
        /// Write it into README.md as well
        #[arg(long)]
        write: bool,
    },
    /// Change the rules, one change after the other, and list those that no test notices: takes hours
    Mutants(mutants::Arguments),
    /// Record what each host says to the machines, into tests/traces/
    Traces,
    /// Build the package and print what is how large in it
    Sizes {
        /// Write it into docs/sizes.md instead
        #[arg(long)]
        write: bool,
    },
    /// Compare what is public with what is kept of it in tests/api/
    Api(api::Arguments),
    /// Make the reference of the npm package and of the crate, in target/docs/
    Docs,
    /// Build the npm package, and write it, the crate and release notes into target/packed/
    Pack(pack::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Task::Setup => setup::ensure(setup::ALL),
        Task::Build { debug: false } => build::build(build::Flavour::Release),
        Task::Build { debug: true } => build::build(build::Flavour::Debug),
        Task::Demo { port } => demo::demo(port),
        Task::Dev(arguments) => dev::dev(&arguments),
        Task::Test(arguments) => test::test(&arguments),
        Task::Fuzz(arguments) => fuzz::fuzz(&arguments),
        Task::Bench(arguments) => bench::bench(&arguments),
        Task::Matrix { write } => matrix::matrix(write),
        Task::Mutants(arguments) => mutants::mutants(&arguments),
        Task::Traces => traces::traces(),
        Task::Sizes { write } => sizes::sizes(write),
        Task::Api(arguments) => api::api(&arguments),
        Task::Docs => reference::docs(),
        Task::Pack(arguments) => pack::pack(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Without the backtrace that `main` would print: what went wrong is in the message.
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
