//! One source that says two things at one place; found by resolving.

use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};

pub(super) const CHECK: Check = Check {
    code: Code::ContradictingDuplicate,
    severity: Severity::Error,
    page: Page {
        what: "two records of one fact cite one place in one source and differ.",
        why: "A source that says two things at one place was read wrongly at least once. Both are shown, disputed.",
        mend: "Correct one of them. If they are two things, give one another id; if two places in the source, give each its locator.",
        wrong: r#"Source(id: "paper-a", title: "Paper A"),
Visit(id: "visit-a", when: "2031-03-04", source: "paper-a#p1"),
Visit(id: "visit-a", when: "2031-03-05", source: "paper-a#p1"),"#,
        right: r#"Source(id: "paper-a", title: "Paper A"),
Visit(id: "visit-a", when: "2031-03-04", source: "paper-a#p1"),
Visit(id: "visit-a", when: "2031-03-05", source: "paper-a#p7"),"#,
    },
    run: Run::Loading,
};
