//! Accounts that are written twice; found by resolving, and mended where the two records are the same as a whole.

use super::{Check, Edit, Finding, Fix, Page, Run};
use crate::diagnostic::{Code, Severity};
use crate::read::{Loaded, PlacedRecord, SourceText};
use crate::span::Span;
use std::collections::HashMap;

pub(super) const CHECK: Check = Check {
    code: Code::EqualDuplicate,
    severity: Severity::Warning,
    page: Page {
        what: "one account is written twice.",
        why: "It counts once. Two copies drift apart when only one of them is corrected.",
        mend: "Delete one of the two. `--fix` deletes the later record if the two are the same as a whole and no comment stands in it.",
        wrong: r#"Source(id: "paper-a", title: "Paper A"),
Visit(id: "visit-a", when: "2031-03-04", source: "paper-a#p1"),
Visit(id: "visit-a", when: "2031-03-04", source: "paper-a#p1"),"#,
        right: r#"Source(id: "paper-a", title: "Paper A"),
Visit(id: "visit-a", when: "2031-03-04", source: "paper-a#p1"),"#,
    },
    run: Run::Loading,
};

/// Adds the certain mending to findings whose record stands in the files before as a whole.
pub(super) fn mend(loaded: &Loaded, findings: &mut [Finding]) {
    let mut duplicates: Vec<&mut Finding> =
        findings.iter_mut().filter(|finding| finding.problem.code == CHECK.code).collect();
    if duplicates.is_empty() {
        return;
    }
    let mut first: HashMap<[u8; 32], usize> = HashMap::new();
    let mut repeated: HashMap<Span, &PlacedRecord> = HashMap::new();
    for (number, item) in loaded.records.iter().enumerate() {
        if *first.entry(item.digest).or_insert(number) != number {
            repeated.insert(id_span(loaded, item), item);
        }
    }
    for finding in &mut duplicates {
        let item = repeated.get(&finding.problem.span).copied();
        finding.fix = item.and_then(|item| removal(loaded.texts.get(item.text)?, item).map(Fix::Edit));
    }
}

/// Where loading reports a duplicate.
fn id_span(loaded: &Loaded, item: &PlacedRecord) -> Span {
    let id = &item.record.head.id;
    let problem = loaded
        .problem(item, crate::read::Spot::own(id), |span| crate::diagnostic::Diagnostic::error(CHECK.code, span, ""));
    problem.span
}

/// Takes a record out with the comma behind it and, where nothing else stands there, its lines. A record with a comment
/// stays: the comment may say what no record does.
fn removal(text: &SourceText, item: &PlacedRecord) -> Option<Edit> {
    let bytes = text.bytes();
    let written = text.slice(item.range.clone());
    let has_comment = written.windows(2).any(|pair| pair == b"//" || pair == b"/*");
    let blank = |byte: &&u8| matches!(byte, b' ' | b'\t');
    let before = bytes.get(..item.range.start)?.iter().rev().take_while(blank).count();
    let comma = bytes.get(item.range.end).filter(|byte| **byte == b',').map_or(0, |_| 1);
    let mut end = item.range.end + comma;
    end += bytes.get(end..)?.iter().take_while(blank).count();
    let mut start = item.range.start - before;
    let at_line = start == 0 || bytes.get(start - 1) == Some(&b'\n');
    match bytes.get(end..)? {
        [b'\r', b'\n', ..] if at_line => end += 2,
        [b'\n', ..] if at_line => end += 1,
        _ => start = item.range.start,
    }
    (!has_comment).then(|| Edit::removal(text.name().clone(), start..end))
}
