//! Files that are not laid out as `fmt` does.

use super::checked::Checked;
use super::finding::Findings;
use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};
use crate::read::SourceText;

pub(super) const CHECK: Check = Check {
    code: Code::FileNotFormatted,
    severity: Severity::Warning,
    page: Page {
        what: "a file is not laid out in the one form that all fact files share.",
        why: "Where layout differs from hand to hand, the history of a file shows changes where none of substance was made.",
        mend: "End every line with a line feed alone, and the file with one.",
        wrong: "",
        right: "",
    },
    run: Run::Facts(run),
};

fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    for text in &checked.loaded.texts {
        if let Some(at) = first_deviation(text) {
            findings.in_text(text, at..at + 1, "from here on the file is not formatted".to_owned(), "format the file");
        }
    }
}

/// Whether a text is laid out as it should be.
fn is_formatted(bytes: &[u8]) -> bool {
    bytes.is_empty() || (bytes.ends_with(b"\n") && !bytes.contains(&b'\r'))
}

fn first_deviation(text: &SourceText) -> Option<usize> {
    let bytes = text.bytes();
    let carriage = bytes.iter().position(|byte| *byte == b'\r');
    (!is_formatted(bytes)).then(|| carriage.unwrap_or(bytes.len().saturating_sub(1)))
}
