//! Real facts that contradict each other: the contacts of China and Russia that are built in, and for each of their
//! conflicts and date traps a question that shows it.
//!
//! A case names the conflict as the research sheet does (`C-01` … `C-47`, traps `T-01` … `T-10`), the question, and what
//! must and must not be printed. All is asked of the program itself.

#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

mod answers;
mod case;
mod counts;
mod forums;
mod meetings;
mod offices;
mod speech;
mod traps;
mod visits;

use case::Case;
use std::collections::BTreeSet;

const TABLES: [&[Case]; 8] = [
    answers::CASES,
    counts::CASES,
    forums::CASES,
    meetings::CASES,
    offices::CASES,
    speech::CASES,
    traps::CASES,
    visits::CASES,
];

#[test]
fn each_conflict_and_each_trap_has_a_question() {
    let shown: BTreeSet<String> =
        TABLES.iter().flat_map(|table| table.iter()).flat_map(Case::conflicts).map(str::to_owned).collect();
    let conflicts = (1..=47).map(|number| format!("C-{number:02}"));
    let traps = (1..=10).map(|number| format!("T-{number:02}"));
    assert_eq!(shown, conflicts.chain(traps).collect());
}

#[test]
fn the_facts_load_without_a_problem() {
    let output = case::run("stats");
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

/// One test for each table, so that a failure names its theme.
macro_rules! tables {
    ($($theme:ident)*) => {$(
        #[test]
        fn $theme() {
            case::hold($theme::CASES);
        }
    )*};
}

tables! { answers counts forums meetings offices speech traps visits }
