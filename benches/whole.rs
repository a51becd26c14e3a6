//! A whole run of the program on the built-in facts: start, load, answer, print.
//!
//! The aim is under 30 ms and 30 MiB; `/usr/bin/time -v` tells the memory.

use criterion::{Criterion, criterion_group, criterion_main};
use std::process::{Command, Stdio};

fn whole(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("process");
    for words in [&["meetings", "Medvedev", "--during", "2024-12"][..], &["timeline", "Medvedev"], &["export", "dot"]] {
        group.bench_function(words.join(" "), |bench| {
            bench.iter(|| {
                let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
                command.args(words).env_remove("CHANCERY_FACTS").stdout(Stdio::null()).stderr(Stdio::null());
                assert!(command.status().is_ok_and(|status| status.success()));
            });
        });
    }
    group.finish();
}

criterion_group!(benches, whole);
criterion_main!(benches);
