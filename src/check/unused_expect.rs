//! `Expect` records that accept nothing; found when findings and expectations are held against each other.

use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};

pub(super) const CHECK: Check = Check {
    code: Code::UnusedExpect,
    severity: Severity::Warning,
    page: Page {
        what: "an `Expect` record accepts a finding that is not there, or names a check that there is none of.",
        why: "What was accepted is mended or gone. If it came back, it would be accepted again without a look.",
        mend: "Delete the record, or correct its `check` or `of`. One record accepts one finding.",
        wrong: r#"Person(id: "person-a", name: "Person A"),
Expect(id: "expect-a", check: "before-birth", of: "person-a", why: "a test"),"#,
        right: r#"Person(id: "person-a", name: "Person A"),"#,
    },
    run: Run::Expectations,
};
