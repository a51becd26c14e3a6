//! Events for a comparison with other systems, and our side of it; `benches/peers/README.md` says how to run it all.
//!
//!     cargo bench --bench peers -- generate EVENTS FILE    writes made-up events
//!     cargo bench --bench peers -- ours FILE               reads them as a table and answers the six questions
//!     cargo bench --bench peers -- mapped FILE             the same from the table's own file, FILE.events
//!     cargo bench --bench peers -- bare FILE               the same with bare lists of (day, actor, actor)
//!
//! Each prints one line of JSON: seconds until the first answer, the peak of memory, and of each question the median in
//! milliseconds with a digest of the answer.

#![expect(clippy::expect_used, reason = "a benchmark stops where it can not go on")]
#![expect(clippy::print_stdout, reason = "what it measures is printed")]
#![expect(clippy::indexing_slicing, reason = "the limit is measured on plain lists")]

mod bare;
mod generate;
mod labels;
mod ours;
mod report;

fn main() {
    // Cargo adds `--bench`.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["generate", events, file] => generate::write(events.parse().expect("a number of events"), file),
        ["ours", file] => ours::read(file),
        ["mapped", file] => ours::mapped(file),
        ["bare", file] => bare::read(file),
        // Where all benchmarks are run, this one has nothing to measure.
        _ => println!("peers: generate EVENTS FILE | ours FILE | mapped FILE | bare FILE"),
    }
}
