//! `cargo xtask dev` on a copy of what is built: what is saved there is served, and pages are told to load themselves again.

use std::{
    env, fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Duration,
};

use xtask::root;

/// What bundling reads, what is served, and what is watched besides.
const COPIED: [&str; 14] = [
    "src",
    "constraints",
    "wasm",
    "pkg",
    "www",
    "xtask",
    "Cargo.lock",
    "package.json",
    "README.md",
    "target/core",
    "target/host",
    "target/devices",
    "target/constraints",
    "target/generated",
];

/// Longer than a build takes on any machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// A copy in which the command runs, until this is dropped.
struct Copy {
    folder: PathBuf,
    dev: Child,
    address: String,
}

impl Copy {
    fn new() -> Self {
        let folder = env::temp_dir().join(format!("mediastream-polyfill-{}", std::process::id()));
        fs::create_dir_all(folder.join("target")).unwrap();
        for part in COPIED {
            let parent = folder.join(part);
            let copied = Command::new("cp").arg("-R").arg(root().join(part)).arg(&parent).status();
            assert!(copied.unwrap().success(), "{part}");
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(root().join("node_modules"), folder.join("node_modules"))
            .unwrap();
        let mut dev = Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(["dev", "--built", "--port", "0"])
            .env("CARGO_MANIFEST_DIR", folder.join("xtask"))
            .stdout(Stdio::piped())
            .spawn()
            .expect("xtask runs");
        let mut printed = BufReader::new(dev.stdout.take().unwrap()).lines().map(Result::unwrap);
        let line = printed.find(|line| line.contains("http://")).expect("an address");
        let (_, rest) = line.split_once("http://").unwrap();
        let address = rest.split('/').next().unwrap().to_owned();
        // What it prints later has to go somewhere.
        std::thread::spawn(move || printed.for_each(|line| println!("{line}")));
        Copy { folder, dev, address }
    }

    /// What is served, head and body.
    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.address
        )
        .unwrap();
        let mut response = String::new();
        stream.read_to_string(&mut response).expect("an answer in time");
        response
    }

    /// Saves a file at once, as editors do.
    fn write(&self, file: &str, text: &str) {
        let path = self.folder.join(file);
        let new = path.with_extension("new");
        fs::write(&new, text).unwrap();
        fs::rename(new, path).unwrap();
    }

    /// Saves a file, changed, and waits until there is another build than the one that a page shows.
    fn save(&self, file: &str, change: impl FnOnce(String) -> String, shown: u32) -> u32 {
        self.write(file, &change(fs::read_to_string(self.folder.join(file)).unwrap()));
        let told = self.get(&format!("/reload?{shown}"));
        told.rsplit("\r\n").find_map(|line| line.parse().ok()).expect("the number of a build")
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        self.dev.kill().unwrap();
        self.dev.wait().unwrap();
        fs::remove_dir_all(&self.folder).unwrap();
    }
}

#[test]
fn what_is_saved_is_served_and_pages_are_told() {
    let copy = Copy::new();
    let page = copy.get("/www/");
    assert!(page.contains("fetch('/reload?0')"), "{page}");

    let shown =
        copy.save("src/js/index.js", |text| text + "export const edited = 'a module';\n", 0);
    assert!(copy.get("/pkg/index.js").contains("a module"), "{shown}");
    assert!(copy.get("/www/").contains(&format!("fetch('/reload?{shown}')")));

    // What fails isn't shown, and what is saved next is.
    let file = "src/js/index.js";
    copy.write(file, "export {");
    let shown = copy.save("www/style.css", |text| text + "/* a style */\n", shown);
    assert!(copy.get("/www/style.css").contains("a style"));
    assert!(copy.get("/pkg/index.js").contains("a module"));

    let index = fs::read_to_string(root().join(file)).unwrap();
    copy.save(file, |_| index + "export const edited = 'another';\n", shown);
    assert!(copy.get("/pkg/index.js").contains("another"));
}
