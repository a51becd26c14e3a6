//! One id on records of two kinds; found by resolving.

use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};

pub(super) const CHECK: Check = Check {
    code: Code::KindClash,
    severity: Severity::Error,
    page: Page {
        what: "one id stands on records of two kinds.",
        why: "All ids share one name space. The records of one kind are left out.",
        mend: "Give one of the two another id.",
        wrong: r#"State(id: "a", name: "State A"),
Party(id: "a", name: "Party A"),"#,
        right: r#"State(id: "state-a", name: "State A"),
Party(id: "party-a", name: "Party A"),"#,
    },
    run: Run::Loading,
};
