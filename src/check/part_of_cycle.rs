//! Chains that lead in a circle; found by resolving.

use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};

pub(super) const CHECK: Check = Check {
    code: Code::PartOfCycle,
    severity: Severity::Error,
    page: Page {
        what: "a chain of `part_of`, `of` or `within` leads back to its own start.",
        why: "Nothing is part of itself. What stands in the circle would be under, and inside, everything else in it.",
        mend: "Take one link of the circle out.",
        wrong: r#"Source(id: "paper-a", title: "Paper A"),
Visit(id: "visit-a", part_of: "visit-b", source: "paper-a#p1"),
Visit(id: "visit-b", part_of: "visit-a", source: "paper-a#p2"),"#,
        right: r#"Source(id: "paper-a", title: "Paper A"),
Visit(id: "visit-a", part_of: "visit-b", source: "paper-a#p1"),
Visit(id: "visit-b", source: "paper-a#p2"),"#,
    },
    run: Run::Loading,
};
