//! Files that are no UTF-8 text; found by reading.

use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};

pub(super) const CHECK: Check = Check {
    code: Code::Encoding,
    severity: Severity::Error,
    page: Page {
        what: "a file is not UTF-8 text, or holds a NUL.",
        why: "What is not text cannot be read as the keeper meant it; a guess at the encoding would change names.",
        mend: "Save the file as UTF-8.",
        wrong: "",
        right: "",
    },
    run: Run::Loading,
};
