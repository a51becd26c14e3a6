//! Denials and rulings on aspects that the fact does not have; found by resolving.

use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};

pub(super) const CHECK: Check = Check {
    code: Code::UnknownAspect,
    severity: Severity::Error,
    page: Page {
        what: "a denial or ruling names an aspect that the fact does not have.",
        why: "It then denies or decides nothing, and the dispute stays as it was, though the keeper believes it settled.",
        mend: "Write `occurrence`, `participation` or `capacity` (both with `who`), or the name of a field of the fact.",
        wrong: r#"Source(id: "paper-a", title: "Paper A"),
Meeting(id: "meeting-a", when: "2031-03-04", source: "paper-a#p1"),
Denial(id: "denial-a", of: "meeting-a", aspect: "wen", source: "paper-a#p2"),"#,
        right: r#"Source(id: "paper-a", title: "Paper A"),
Meeting(id: "meeting-a", when: "2031-03-04", source: "paper-a#p1"),
Denial(id: "denial-a", of: "meeting-a", aspect: "when", source: "paper-a#p2"),"#,
    },
    run: Run::Loading,
};
