//! Records without the source they need; found by resolving.

use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};

pub(super) const CHECK: Check = Check {
    code: Code::MissingCitation,
    severity: Severity::Error,
    page: Page {
        what: "a tenure, membership, event, denial, retraction, tally or remark names no source.",
        why: "Every row of an answer says who says so. What nobody says cannot be answered for.",
        mend: "Add `source: \"SOURCE#LOCATOR\"`.",
        wrong: r#"Person(id: "person-a", name: "Person A"),
Meeting(id: "meeting-a", when: "2031-03-04", participants: "person-a"),"#,
        right: r#"Person(id: "person-a", name: "Person A"),
Source(id: "paper-a", title: "Paper A"),
Meeting(id: "meeting-a", when: "2031-03-04", participants: "person-a", source: "paper-a#p1"),"#,
    },
    run: Run::Loading,
};
