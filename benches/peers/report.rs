//! What a side of the comparison reports.

use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::hint::black_box;
use std::time::Instant;

/// The measurements of one process.
pub(crate) struct Report {
    begun: Instant,
    json: String,
}

impl Report {
    /// Begins the clock.
    pub(crate) fn new(engine: &str) -> Self {
        Self { begun: Instant::now(), json: format!("{{\"engine\":\"{engine}\"") }
    }

    /// Everything is ready for questions.
    pub(crate) fn loaded(&mut self) {
        write!(self.json, ",\"load_s\":{:.3}", self.begun.elapsed().as_secs_f64()).expect("a text takes more");
    }

    /// Asks a question once, then until a quarter of a second has passed; the answer becomes lines of cells apart by tabs.
    pub(crate) fn ask<T>(&mut self, name: &str, ask: impl Fn() -> T, lines: impl Fn(T) -> String) {
        let answer = lines(ask());
        let begun = Instant::now();
        let mut times = Vec::new();
        while times.len() < 7 || begun.elapsed().as_millis() < 250 {
            let start = Instant::now();
            black_box(ask());
            times.push(start.elapsed().as_secs_f64() * 1e3);
        }
        times.sort_by(f64::total_cmp);
        let median = times.get(times.len() / 2).copied().unwrap_or_default();
        let digest: String = Sha256::digest(&answer).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let rows = answer.lines().count();
        write!(self.json, ",\"{name}\":{{\"ms\":{median:.6},\"answer\":\"{digest}\",\"rows\":{rows}}}")
            .expect("a text takes more");
    }

    /// Notes a number.
    pub(crate) fn note(&mut self, name: &str, number: f64) {
        write!(self.json, ",\"{name}\":{number:.2}").expect("a text takes more");
    }

    /// Prints all that was measured.
    pub(crate) fn print(mut self) {
        if let Some(peak) = peak() {
            self.note("peak_mib", peak);
        }
        println!("{}}}", self.json);
    }
}

/// The most memory that this process has held, in MiB, where the system tells.
fn peak() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024.0)
}
