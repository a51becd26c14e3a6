//! Identities that the keeper forbids; found by resolving.

use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};

pub(super) const CHECK: Check = Check {
    code: Code::IdentityForbidden,
    severity: Severity::Error,
    page: Page {
        what: "a `SameAs` would unite what a `Different` keeps apart.",
        why: "The two are not united: an answer about one would be an answer about both.",
        mend: "Take out the `SameAs`, another one of its chain, or the `Different`.",
        wrong: r#"Person(id: "person-a", name: "Person A"),
Person(id: "person-b", name: "Person B"),
Different(id: "different-1", a: "person-a", b: "person-b"),
SameAs(id: "same-1", a: "person-a", b: "person-b"),"#,
        right: r#"Person(id: "person-a", name: "Person A"),
Person(id: "person-b", name: "Person B"),
Different(id: "different-1", a: "person-a", b: "person-b"),"#,
    },
    run: Run::Loading,
};
