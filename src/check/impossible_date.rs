//! Dates that the calendar does not have; found by reading.

use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};

pub(super) const CHECK: Check = Check {
    code: Code::ImpossibleDate,
    severity: Severity::Error,
    page: Page {
        what: "a date is written as one, but the calendar has no such day.",
        why: "The record is left out: no day could be guessed for it.",
        mend: "Look the date up in the source. Where only the month is known, write `2024-02`.",
        wrong: r#"Person(id: "person-a", name: "Person A", born: "1950-02-30"),"#,
        right: r#"Person(id: "person-a", name: "Person A", born: "1950-02"),"#,
    },
    run: Run::Loading,
};
