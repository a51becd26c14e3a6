//! How long it takes to read a table of events, to map one and to ask the six questions of `benches/peers`, at three sizes.
//!
//! Run with `cargo bench --bench table`; with `-- "ask 100000"` after it, only what begins so.

#![expect(clippy::expect_used, reason = "a benchmark stops where it can not go on")]
#![allow(dead_code, reason = "the modules serve the comparison with other systems as well")]

#[path = "peers/generate.rs"]
mod generate;
#[path = "peers/labels.rs"]
mod labels;

use chancery::date::{Day, Period};
use chancery::table::{How, Reading, Settings, Table};
use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use labels::{X, Y, Z, meaning};
use std::hint::black_box;
use std::time::Duration;

fn read(text: &[u8]) -> Table {
    let settings = Settings { source: "events".parse().expect("an id"), title: "Events".to_owned(), lag: 0 };
    let how = How { settings, threads: 2, meaning: &meaning, advance: &mut |_| {} };
    Reading::of(&mut &*text, how).expect("a text in memory").table
}

fn reading(criterion: &mut Criterion, text: &[u8], events: usize) {
    let mut group = criterion.benchmark_group(format!("table {events}"));
    group.throughput(Throughput::Elements(events as u64)).sampling_mode(SamplingMode::Flat);
    group.bench_function("read", |bench| bench.iter(|| black_box(read(text))));
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bench-{events}.events"));
    read(text).save(&path).expect("the folder of the build takes files");
    group.bench_function("map", |bench| bench.iter(|| black_box(Table::open(&path).expect("it was just written"))));
    group.finish();
    drop(std::fs::remove_file(path));
}

fn asking(criterion: &mut Criterion, table: &Table, events: usize) {
    let period = |text: &str| Period::parse(text, Day::MIN).expect("a period");
    let choose = |text: &str| table.choose(period(text), |_| true);
    let all = || table.choose(Period::ALL, |_| true);
    let [x, y, z] = [X, Y, Z].map(|name| table.actors().find(name).expect("an actor"));
    let mut group = criterion.benchmark_group(format!("ask {events}"));
    group.bench_function("partners in five years", |bench| bench.iter(|| black_box(choose("2012..2016").partners(x))));
    group.bench_function("dates of a pair", |bench| bench.iter(|| black_box(all().dates(x, y))));
    group.bench_function("within two in a year", |bench| bench.iter(|| black_box(choose("2015").within(x, 2))));
    group.bench_function("pairs of a year", |bench| bench.iter(|| black_box(choose("2019").pairs(20))));
    group.bench_function("chain", |bench| bench.iter(|| black_box(all().chain(x, z))));
    group.bench_function("arrival", |bench| bench.iter(|| black_box(choose("2015..").arrival(x, z))));
    group.finish();
}

fn all(criterion: &mut Criterion) {
    for events in [10_000, 100_000, 1_000_000] {
        let mut text = Vec::new();
        generate::lines(events, &mut text);
        reading(criterion, &text, events);
        asking(criterion, &read(&text), events);
    }
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
criterion_main!(benches);
