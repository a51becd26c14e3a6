//! Five thousand generated rows of a table, with everything that such tables have, against an account kept beside.

use crate::kept::{imported, map};
use std::fmt::Write;
use std::fs;

/// Numbers that look random and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// The rows, and how many of them are kept, merged and skipped.
fn table(rows: u64) -> (String, [u64; 3]) {
    let mut numbers = Numbers(31);
    let mut table = "Date,Leader,Place,Counterparts,Others attending,Country\n".to_owned();
    let [mut kept, mut merged, mut skipped] = [0; 3];
    let mut written = 0;
    while written < rows {
        // One event: a day of its own, so that no two events are in one group.
        let day = kept + skipped;
        let (year, month, day) = (day / 336, day / 28 % 12 + 1, day % 28 + 1);
        let leader = ["Person A", "Person B"][numbers.below(2) as usize];
        let bad = numbers.below(50) == 0;
        let countries = if bad { 1 } else { 1 + numbers.below(3).min(rows - written - 1) };
        for country in 0..countries {
            let land = 1 + country + 3 * numbers.below(10);
            let month = if bad { month + 12 } else { month };
            let others = if numbers.below(2) == 0 { "\"Person Y (aide (junior)), Person Z\"" } else { "" };
            writeln!(
                table,
                "{month:02}/{day:02}/{year:02},{leader},City A,Person {land}a (President; Chairman (acting) of Body {land}); \
                 Person {land}b,{others},Land {land}"
            )
            .unwrap();
        }
        written += countries;
        if bad {
            skipped += 1;
        } else {
            kept += 1;
            merged += countries - 1;
        }
    }
    (table, [kept, merged, skipped])
}

#[test]
fn every_row_is_accounted_for() {
    let folder = format!("{}/examples/import", env!("CARGO_MANIFEST_DIR"));
    let map = map(&fs::read_to_string(format!("{folder}/engagements.map.ron")).unwrap());
    let (table, expected) = table(5_000);
    let (done, kept) = imported(table.as_bytes(), &map);
    let tally = &done.tally;
    assert_eq!(tally.read, 5_000);
    assert_eq!([tally.kept, tally.merged, tally.skipped.len() as u64], expected);
    let meetings = kept.files.iter().filter(|(name, _)| name.contains("meetings"));
    assert_eq!(meetings.map(|(_, records)| records.len() as u64).sum::<u64>(), expected[0]);
    let problems = kept.facts(&[]).problems;
    assert!(problems.is_empty(), "{:#?}", &problems[..3.min(problems.len())]);
}
