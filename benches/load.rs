//! How long a cold load of many records takes, phase by phase, and how much memory it leaves in use.
//!
//! Too long for every run, so it measures only the numbers of events that it is given:
//! `cargo bench --bench load -- 1000000`. With the name of a folder behind the number, the records are written there
//! unless it exists, and read from it as `chancery --facts FOLDER` does; without, the texts are at hand.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measures")]
#![expect(clippy::expect_used, reason = "a benchmark stops where it can not go on")]

#[path = "questions/world.rs"]
mod world;

use chancery::graph::KnowledgeGraph;
use chancery::read::{Loaded, read_folder, read_texts};
use chancery::resolve::resolve;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use world::World;

/// The allocator of the program.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    match words.as_slice() {
        [events] => texts_at_hand(number(events)),
        [events, folder] => in_folder(number(events), Path::new(folder)),
        _ => println!("give a number of events: cargo bench --bench load -- 1000000"),
    }
}

fn number(text: &str) -> u64 {
    text.parse().expect("a number of events")
}

fn texts_at_hand(events: u64) {
    let texts = World::new(events).texts;
    let bytes: usize = texts.iter().map(|(_, text)| text.len()).sum();
    println!("{events} events, {} MB in {} texts", bytes / 1_000_000, texts.len());
    phases(events, || read_texts(texts));
}

/// Makes the folder if it is not there yet; the figures of memory are better in a second run, which makes nothing.
fn in_folder(events: u64, folder: &Path) {
    if !folder.exists() {
        write(folder, &World::new(events).texts);
    }
    phases(events, || read_folder(folder));
}

fn phases(events: u64, read: impl FnOnce() -> Loaded) {
    let before = memory("VmRSS:");
    let (loaded, reading) = timed(read);
    let (loading, resolving) = timed(|| resolve(loaded));
    assert_eq!(loading.problems, []);
    let (graph, projecting) = timed(|| KnowledgeGraph::new(loading.facts));
    let whole = reading + resolving + projecting;
    for (phase, took) in [("read", reading), ("resolve", resolving), ("graph", projecting), ("whole", whole)] {
        println!("{phase:>8} {:7.3} s", took.as_secs_f64());
    }
    if let (Some(before), Some(now), Some(peak)) = (before, memory("VmRSS:"), memory("VmHWM:")) {
        let each = (now - before) * 1024 / i64::try_from(events.max(1)).unwrap_or(i64::MAX);
        println!(
            "{:>8} {} MiB in use, {each} bytes an event; peak {} MiB",
            "memory",
            (now - before) / 1024,
            peak / 1024
        );
    }
    drop(graph);
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let made = work();
    (made, start.elapsed())
}

/// A figure of the process in KiB, where the system tells.
fn memory(name: &str) -> Option<i64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix(name)?.split_whitespace().next()?.parse().ok())
}

fn write(folder: &Path, texts: &[(String, Vec<u8>)]) {
    fs::create_dir_all(folder).expect("a folder");
    for (name, text) in texts {
        fs::write(folder.join(name), text).expect("a file");
    }
}
