//! Ids that no record has; found by resolving.

use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};

pub(super) const CHECK: Check = Check {
    code: Code::UnknownId,
    severity: Severity::Error,
    page: Page {
        what: "an id is used that no record has.",
        why: "The fact keeps its place, but nothing is known of it: it has no name, no state and no side. Each missing id is reported once.",
        mend: "Correct the id, or add a record that has it.",
        wrong: r#"Organization(id: "ministry-a", name: "Ministry A", of: "state-a"),"#,
        right: r#"State(id: "state-a", name: "State A"),
Organization(id: "ministry-a", name: "Ministry A", of: "state-a"),"#,
    },
    run: Run::Loading,
};
