//! Replay: every input that fuzzing kept still holds the laws of its target.
//!
//! `fuzz/corpus` has a folder for each target. `CONTRIBUTING.md` says how to look for more.
#![expect(clippy::panic, reason = "a test stops where it can not go on")]

#[path = "corpus/laws/mod.rs"]
mod laws;

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// More than any input takes without optimization on a slow and busy machine, and less than a hang.
const LONGEST: Duration = Duration::from_secs(90);

/// The largest input worth keeping, in bytes.
const LARGEST: usize = 16 * 1024;

fn inputs(target: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let list = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut inputs: Vec<PathBuf> = list.flatten().map(|entry| entry.path()).collect();
    inputs.sort();
    inputs
}

/// Whether an input is small, holds the law and is done in time.
fn holds(path: &Path, law: fn(&[u8])) -> bool {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let begun = Instant::now();
    let held = catch_unwind(|| law(&bytes)).is_ok();
    held && bytes.len() <= LARGEST && begun.elapsed() < LONGEST
}

fn replay(target: &str, law: fn(&[u8])) {
    let inputs = inputs(target);
    assert!(inputs.len() >= 20, "the corpus of {target} is there");
    let failed: Vec<&PathBuf> = inputs.iter().filter(|path| !holds(path, law)).collect();
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn reader() {
    replay("reader", laws::reader::hold);
}

#[test]
fn splitter() {
    replay("splitter", laws::splitter::hold);
}

#[test]
fn dates() {
    replay("dates", laws::dates::hold);
}

#[test]
fn periods() {
    replay("periods", laws::periods::hold);
}

#[test]
fn names() {
    replay("names", laws::names::hold);
}

#[test]
fn formatter() {
    replay("formatter", laws::formatter::hold);
}

#[test]
fn every_target_is_replayed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/fuzz_targets");
    let list = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{error}"));
    let mut names: Vec<String> = list.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    assert_eq!(names, ["dates.rs", "formatter.rs", "names.rs", "periods.rs", "reader.rs", "splitter.rs"]);
}
