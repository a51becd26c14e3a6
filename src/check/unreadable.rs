//! Files that cannot be opened; found by reading.

use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};

pub(super) const CHECK: Check = Check {
    code: Code::Unreadable,
    severity: Severity::Error,
    page: Page {
        what: "a file or folder cannot be read from disk.",
        why: "Nothing in it is part of any answer.",
        mend: "See that the file is there, is a regular file, and may be read. A link must lead somewhere, and not back to a folder that holds it.",
        wrong: "",
        right: "",
    },
    run: Run::Loading,
};
