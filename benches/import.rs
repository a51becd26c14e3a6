//! How long importers take, each at three sizes: into a new folder, and once more into the same, which adds nothing.
//!
//! Run with `cargo bench --bench import`; with `-- "events 100000"` after it, only what begins so. `-- --whole 1000000`
//! imports so many events once into a new folder and once more, and prints the times.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measures")]
#![expect(clippy::expect_used, reason = "a benchmark stops where it can not go on")]
#![allow(dead_code, reason = "the modules serve the comparison with other systems as well")]

#[path = "peers/generate.rs"]
mod generate;

use chancery::import::events::{EventsImport, EventsOptions, EventsTables, InputFile, MirrorRule, is_in_order};
use chancery::import::table_map::{self, Map};
use chancery::import::{Sink, hsg};
use chancery::read::SourceText;
use chancery::write::{Draft, Intake, Taken, Turn};
use criterion::{BatchSize, Criterion, SamplingMode, Throughput, criterion_group};
use std::fmt::Write;
use std::fs;
use std::hint::black_box;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The allocator of the program.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// Puts the records of an import into a folder.
struct Into(Intake);

impl Sink for Into {
    fn record(&mut self, file: &str, record: Draft) -> io::Result<()> {
        self.0.add(file, record).map_err(io::Error::other)
    }

    fn advance(&mut self, _: u64) {}
}

/// Imports into a folder, new or old.
fn import(dir: &Path, read: &mut dyn FnMut(&mut dyn Sink)) -> Taken {
    let turn = Turn::wait(dir).expect("nobody else imports");
    let mut into = Into(Intake::open(turn, Some("()\n")).expect("the folder can be written to"));
    read(&mut into);
    into.0.finish().expect("the folder can be written to")
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bench-import-{name}"));
    drop(fs::remove_dir_all(&folder));
    folder
}

fn events(count: usize) -> Vec<u8> {
    let mut text = Vec::new();
    generate::lines(count, &mut text);
    text
}

fn options() -> EventsOptions {
    EventsOptions {
        dataset: "set".parse().expect("an id"),
        title: None,
        reported_within: 3,
        format: None,
        mirrors: MirrorRule::Unite,
    }
}

fn file(text: &[u8]) -> InputFile {
    let is_in_order = is_in_order(text, None).expect("a text in memory");
    let source = "set".parse().expect("an id");
    InputFile { shown: "set.tsv".into(), name: "set.tsv".to_owned(), source, is_in_order }
}

fn read_events(text: &[u8], sink: &mut dyn Sink) {
    EventsImport::new(options()).file(text, &file(text), sink).expect("a text in memory");
}

/// A table of the shape of `examples/import/engagements.csv`.
fn engagements(rows: usize) -> String {
    let mut table = "Date,Leader,Place,Counterparts,Others attending,Country\n".to_owned();
    for row in 0..rows {
        let (year, month, day) = (row / 336 % 100, row / 28 % 12 + 1, row % 28 + 1);
        let land = row % 30;
        let one = format!("{month:02}/{day:02}/{year:02},Person A,City {},", row % 50);
        writeln!(table, "{one}Person {land}a (President; Chairman of Body {land}),Person Z,Land {land}")
            .expect("a text");
    }
    table
}

/// Visits as the Office of the Historian publishes them.
fn visits(rows: usize) -> String {
    let mut text = "<visits>\n".to_owned();
    for row in 0..rows {
        let (year, month, day) = (1950 + row / 336, row / 28 % 12 + 1, row % 28 + 1);
        let land = row % 40;
        writeln!(
            text,
            "<visit><id>{row}</id><start-date>{year}-{month:02}-{day:02}</start-date>\
             <end-date>{year}-{month:02}-{day:02}</end-date><visitor>President Person {land}</visitor>\
             <from id=\"land-{land}\">Land {land}</from><description>Met with Person A.</description></visit>"
        )
        .expect("a text");
    }
    text + "</visits>\n"
}

fn measure(criterion: &mut Criterion, name: &str, rows: usize, read: &mut dyn FnMut(&mut dyn Sink)) {
    let mut group = criterion.benchmark_group(format!("{name} {rows}"));
    group.throughput(Throughput::Elements(rows as u64)).sampling_mode(SamplingMode::Flat);
    let new = folder("new");
    group.bench_function("new folder", |bench| {
        bench.iter_batched(
            || drop(fs::remove_dir_all(&new)),
            |()| black_box(import(&new, read)),
            BatchSize::PerIteration,
        );
    });
    group.bench_function("again", |bench| bench.iter(|| assert_eq!(black_box(import(&new, read)).added, 0)));
    group.finish();
    drop(fs::remove_dir_all(new));
}

fn all(criterion: &mut Criterion) {
    for rows in SIZES {
        let text = events(rows);
        measure(criterion, "events", rows, &mut |sink| read_events(&text, sink));
        let mut group = criterion.benchmark_group(format!("events in columns {rows}"));
        group.throughput(Throughput::Elements(rows as u64)).sampling_mode(SamplingMode::Flat);
        group.bench_function("read", |bench| {
            bench.iter(|| {
                let mut import = EventsTables::new(options());
                black_box(import.file(&mut text.as_slice(), &file(&text), 2, &mut |_| {}).expect("a text in memory"))
            });
        });
        group.finish();
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/import/engagements.map.ron");
        let map = SourceText::new("map", fs::read(example).expect("the example"));
        let map = Map::parse(map).expect("the map of the example");
        let table = engagements(rows);
        measure(criterion, "csv", rows, &mut |sink| {
            table_map::import(table.as_bytes(), "table.csv", &map, sink).expect("a text in memory");
        });
        let path = folder("visits.xml");
        fs::write(&path, visits(rows)).expect("a file");
        measure(criterion, "hsg", rows, &mut |sink| {
            drop(hsg::import(std::slice::from_ref(&path), sink).expect("the file can be read"));
        });
        drop(fs::remove_file(path));
    }
}

/// Imports many events once, and once more.
fn whole(rows: usize) {
    let (text, dir) = (events(rows), folder("whole"));
    for when in ["into a new folder", "once more"] {
        let start = Instant::now();
        let taken = import(&dir, &mut |sink| read_events(&text, sink));
        println!("{rows} events {when}: {:.1} s, {} added", start.elapsed().as_secs_f64(), taken.added);
    }
    drop(fs::remove_dir_all(dir));
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(500))
        .without_plots();
    targets = all
}

fn main() {
    let words: Vec<String> = std::env::args().collect();
    let rows = words.iter().position(|word| word == "--whole").and_then(|at| words.get(at + 1)?.parse().ok());
    match rows {
        Some(rows) => whole(rows),
        None => {
            benches();
            Criterion::default().configure_from_args().final_summary();
        }
    }
}
