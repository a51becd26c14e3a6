//! People who meet themselves; found by resolving.

use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};

pub(super) const CHECK: Check = Check {
    code: Code::SelfMeeting,
    severity: Severity::Error,
    page: Page {
        what: "a meeting or call names one participant twice.",
        why: "Nobody meets themselves. Often the second name is that of somebody else, or one of two capacities.",
        mend: "Name each participant once; several capacities go in one list.",
        wrong: r#"Person(id: "person-a", name: "Person A"),
Source(id: "paper-a", title: "Paper A"),
Meeting(id: "meeting-a", participants: ["person-a", "person-a"], source: "paper-a#p1"),"#,
        right: r#"Person(id: "person-a", name: "Person A"),
Person(id: "person-b", name: "Person B"),
Source(id: "paper-a", title: "Paper A"),
Meeting(id: "meeting-a", participants: ["person-a", "person-b"], source: "paper-a#p1"),"#,
    },
    run: Run::Loading,
};
