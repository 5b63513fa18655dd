//! The npm package: its modules by cargo, wasm-bindgen and wasm-opt, then the JavaScript by esbuild.

use std::fs;

use anyhow::Result;
use xtask::root;

use crate::{
    command::{command, run},
    licenses, manifest, properties,
    revision::Revision,
    setup,
};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flavour {
    /// What is published.
    Release,
    /// With Rust's panic messages and source maps.
    Debug,
}

pub(crate) fn build(flavour: Flavour) -> Result<()> {
    setup::ensure(setup::BUILD)?;
    properties::generate()?;
    manifest::write()?;
    for each in MODULES {
        module(each, flavour)?;
    }
    licenses::write(&MODULES.iter().map(|module| module.package).collect::<Vec<_>>())?;
    bundle(flavour)?;
    copies()
}

/// What is in the package as it is elsewhere.
pub(crate) fn copies() -> Result<()> {
    for (from, to) in [
        // A declaration file's module format follows its name.
        ("pkg/index.d.ts", "pkg/index.d.cts"),
        ("pkg/auto.d.ts", "pkg/auto.d.cts"),
        ("pkg/devices.d.ts", "pkg/devices.d.cts"),
        ("README.md", "pkg/README.md"),
        ("LICENSE-MIT", "pkg/LICENSE-MIT"),
        ("LICENSE-APACHE", "pkg/LICENSE-APACHE"),
    ] {
        fs::copy(root().join(from), root().join(to))?;
    }
    let documents = root().join("pkg/docs");
    fs::create_dir_all(&documents)?;
    for document in fs::read_dir(root().join("docs"))? {
        let document = document?;
        fs::copy(document.path(), documents.join(document.file_name()))?;
    }
    Ok(())
}

/// The JavaScript, with the modules in it.
fn bundle(flavour: Flavour) -> Result<()> {
    let mut bundle = command("node xtask/bundle/index.mjs");
    match flavour {
        Flavour::Release => {
            let revision = Revision::of_checkout()?;
            bundle.arg(format!("--{}={}", revision.section(), revision.text()));
        }
        Flavour::Debug => {
            bundle.arg("--debug");
        }
    }
    run(&mut bundle)
}

/// A crate that becomes a WebAssembly module of the package.
pub(crate) struct Module {
    package: &'static str,
    /// Its folder in target/.
    pub(crate) folder: &'static str,
    /// As what it is published.
    profile: &'static str,
    /// What wasm-opt is to look for.
    goal: &'static str,
}

pub(crate) const MODULES: &[Module] = &[
    Module { package: "mediastream-core", folder: "core", profile: "release", goal: "-O3" },
    // A call of a description or of media is rare, and each byte is downloaded.
    Module { package: "mediastream-host", folder: "host", profile: "small", goal: "-Oz" },
    Module { package: "mediastream-devices", folder: "devices", profile: "compact", goal: "-Oz" },
    Module { package: "mediastream-solver", folder: "constraints", profile: "small", goal: "-Oz" },
];

/// A module and its bindings, in target/.
fn module(module: &Module, flavour: Flavour) -> Result<()> {
    // Without `std`, the crates bring a smaller run time of their own.
    let cargo = match flavour {
        Flavour::Release => format!("--profile {} --no-default-features", module.profile),
        Flavour::Debug => String::new(),
    };
    run(&mut command(&format!(
        "cargo build -p {} --lib --target wasm32-unknown-unknown {cargo}",
        module.package
    )))?;
    bindings(module, flavour)
}

/// The bindings of a module that cargo has built.
fn bindings(module: &Module, flavour: Flavour) -> Result<()> {
    let Module { package, folder, profile, goal } = module;
    let name = package.replace('-', "_");
    let (profile, bindgen) = match flavour {
        Flavour::Release => (*profile, "--remove-name-section --remove-producers-section"),
        Flavour::Debug => ("debug", ""),
    };
    run(&mut command(&format!(
        "wasm-bindgen --target web --omit-default-module-path {bindgen}
         --out-dir target/{folder} --out-name {name}
         target/wasm32-unknown-unknown/{profile}/{name}.wasm"
    )))?;
    if flavour == Flavour::Release {
        optimize(goal, &format!("target/{folder}/{name}_bg.wasm"))?;
    }
    Ok(())
}

/// For debugging, what pages import of it.
pub(crate) fn bundle_for_pages() -> Result<()> {
    run(&mut command("node xtask/bundle/index.mjs --debug --pages"))
}

/// For debugging, the modules of which cargo has built another; not for a release, whose profiles differ.
pub(crate) fn changed_modules() -> Result<()> {
    let mut cargo = command("cargo build --lib --target wasm32-unknown-unknown");
    run(MODULES.iter().fold(&mut cargo, |cargo, module| cargo.args(["-p", module.package])))?;
    for each in MODULES.iter().filter(|module| module.is_newer_than_its_bindings()) {
        bindings(each, Flavour::Debug)?;
    }
    Ok(())
}

fn optimize(goal: &str, wasm: &str) -> Result<()> {
    // The section that lists the module's features is what tells wasm-opt which it may use;
    // nothing reads it later. Nothing is in the first kilobyte of memory, which is the stack's end.
    run(&mut command(&format!(
        "node_modules/.bin/wasm-opt {goal} --converge --low-memory-unused --strip-target-features {wasm} -o {wasm}"
    )))
}

impl Module {
    fn is_newer_than_its_bindings(&self) -> bool {
        let name = self.package.replace('-', "_");
        let modified =
            |path: String| fs::metadata(root().join(path)).and_then(|file| file.modified()).ok();
        modified(format!("target/wasm32-unknown-unknown/debug/{name}.wasm"))
            > modified(format!("target/{}/{}", self.folder, self.file()))
    }

    /// The name of its file, in which JavaScript finds it.
    pub(crate) fn file(&self) -> String {
        format!("{}_bg.wasm", self.package.replace('-', "_"))
    }

    /// The module that a release build made, once more and with the names of its functions. Returns its path, from the
    /// repository's top.
    pub(crate) fn with_names(&self) -> Result<String> {
        let Module { package, profile, goal, .. } = self;
        let name = package.replace('-', "_");
        run(&mut command(&format!(
            "wasm-bindgen --target web --no-typescript --out-dir target/sizes --out-name {name}
             target/wasm32-unknown-unknown/{profile}/{name}.wasm"
        )))?;
        let wasm = format!("target/sizes/{}", self.file());
        optimize(&format!("{goal} --debuginfo"), &wasm)?;
        Ok(wasm)
    }
}
