//! Earlier ids that two facts claim; found by resolving.

use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};

pub(super) const CHECK: Check = Check {
    code: Code::EarlierIdTwice,
    severity: Severity::Error,
    page: Page {
        what: "two facts claim one earlier id, or the id of a third fact, as theirs.",
        why: "An id names one fact. Whoever cited the earlier id would be led to the wrong one.",
        mend: "Leave it in `was` of the fact that had it; if both are one, write a `SameAs`.",
        wrong: r#"Person(id: "person-a", name: "Person A", was: "person-old"),
Person(id: "person-b", name: "Person B", was: "person-old"),"#,
        right: r#"Person(id: "person-a", name: "Person A", was: "person-old"),
Person(id: "person-b", name: "Person B"),"#,
    },
    run: Run::Loading,
};
