//! Files that are not laid out as `fmt` does.

use super::checked::Checked;
use super::finding::Findings;
use super::{Check, Edit, Page, Run};
use crate::diagnostic::{Code, Severity};
use crate::write::format;

pub(super) const CHECK: Check = Check {
    code: Code::FileNotFormatted,
    severity: Severity::Warning,
    page: Page {
        what: "a file is not laid out in the one form that all fact files share.",
        why: "Where layout differs from hand to hand, the history of a file shows changes where none of substance was made.",
        mend: "Run `chancery fmt`, or `chancery check --fix`.",
        wrong: "",
        right: "",
    },
    run: Run::Facts(run),
};

fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    for text in &checked.loaded.texts {
        let Some(new) = format(text).text.filter(|new| new.as_bytes() != text.bytes()) else {
            continue;
        };
        let at = first_deviation(text.bytes(), new.as_bytes());
        let message = "from here on the file is not formatted".to_owned();
        let edit = Edit { file: text.name().clone(), start: 0, end: text.bytes().len(), with: new };
        findings.in_text(text, at..at + 1, message, "chancery fmt", Some(edit));
    }
}

/// Where a text first differs from what it should be, as a place in it.
fn first_deviation(text: &[u8], new: &[u8]) -> usize {
    let same = text.iter().zip(new).take_while(|(now, wanted)| now == wanted).count();
    same.min(text.len().saturating_sub(1))
}
