//! Files that are not laid out as `fmt` does.

use super::finding::Findings;
use super::{Check, Fix, Page, Run};
use crate::diagnostic::{Code, Severity};
use crate::read::{Loaded, SourceText, split};
use crate::write::deviation;
use std::collections::HashSet;
use std::ops::Range;

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
    run: Run::Texts(run),
};

fn run(loaded: &Loaded, findings: &mut Findings<'_>) {
    let mut records = loaded.records.as_slice();
    let broken: HashSet<&str> = loaded.problems.iter().map(|problem| &*problem.span.file).collect();
    for (number, text) in loaded.texts.iter().enumerate() {
        let own = records.iter().take_while(|item| item.text == number).count();
        let (own, rest) = records.split_at_checked(own).unwrap_or_default();
        records = rest;
        let items = match broken.contains(&**text.name()) {
            true => whole_list(text),
            false => Some(own.iter().map(|item| item.range.clone()).collect()),
        };
        if let Some(at) = items.and_then(|items| deviation(text, items)) {
            let message = "from here on the file is not formatted".to_owned();
            findings.in_text(text, at..at + 1, message, "chancery fmt", Some(Fix::Layout(text.name().clone())));
        }
    }
}

/// The items of a text with problems, unless its list itself is broken.
fn whole_list(text: &SourceText) -> Option<Vec<Range<usize>>> {
    let split = split(text);
    split.problems.is_empty().then(|| split.items.into_iter().map(|item| item.range).collect())
}
