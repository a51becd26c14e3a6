//! Ids of the wrong kind of fact; found by resolving.

use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};

pub(super) const CHECK: Check = Check {
    code: Code::WrongKind,
    severity: Severity::Error,
    page: Page {
        what: "an id is used where another kind of fact is needed.",
        why: "A place cannot hold an office and a person cannot be visited as a state: the use is shown and takes part in nothing.",
        mend: "Write the id of the kind that the message names. Ids of two kinds are never united.",
        wrong: r#"Person(id: "person-a", name: "Person A"),
Place(id: "city-a", name: "City A", within: "person-a"),"#,
        right: r#"State(id: "state-a", name: "State A"),
Place(id: "city-a", name: "City A", within: "state-a"),"#,
    },
    run: Run::Loading,
};
