//! Gives the program a digest of the sources that decide what a compiled file holds, so that a file that another build
//! wrote is known to be one.

use std::fs;
use std::path::{Path, PathBuf};

/// Everything from a text to the graph; what asks and prints does not count.
const SOURCES: &[&str] = &[
    "Cargo.toml",
    "src/column.rs",
    "src/compile",
    "src/date",
    "src/diagnostic.rs",
    "src/graph",
    "src/id.rs",
    "src/model",
    "src/names",
    "src/read",
    "src/record",
    "src/resolve",
    "src/span.rs",
];

fn main() {
    let mut files = Vec::new();
    for source in SOURCES {
        println!("cargo:rerun-if-changed={source}");
        list(Path::new(source), &mut files);
    }
    files.sort();
    let mut digest = Fnv(0xcbf2_9ce4_8422_2325);
    for file in files {
        digest.add(file.to_string_lossy().as_bytes());
        // A checkout may write line ends in two ways.
        digest.add(&fs::read(&file).unwrap_or_default().into_iter().filter(|byte| *byte != b'\r').collect::<Vec<_>>());
    }
    println!("cargo:rustc-env=CHANCERY_SOURCES={:016x}", digest.0);
}

fn list(path: &Path, files: &mut Vec<PathBuf>) {
    match fs::read_dir(path) {
        Ok(entries) => entries.filter_map(Result::ok).for_each(|entry| list(&entry.path(), files)),
        Err(_) => files.push(path.to_owned()),
    }
}

/// The hash of Fowler, Noll and Vo: not a strong one, but another text hardly ever has the same.
struct Fnv(u64);

impl Fnv {
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes.iter().chain(&[0]) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
