//! Records that cannot be read; found by reading.

use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};

pub(super) const CHECK: Check = Check {
    code: Code::Parse,
    severity: Severity::Error,
    page: Page {
        what: "a record is not written as RON, or has a field or value of the wrong shape.",
        why: "The record is left out. Every other record is read all the same.",
        mend: "The message names the place and what is expected there. A misspelt field or value gets the nearest valid one.",
        wrong: r#"Person(id: "person-a", nmae: "Person A"),"#,
        right: r#"Person(id: "person-a", name: "Person A"),"#,
    },
    run: Run::Loading,
};
