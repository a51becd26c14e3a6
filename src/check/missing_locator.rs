//! Citations that name no place in their source.

use super::checked::Checked;
use super::finding::Findings;
use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};
use crate::read::Spot;

pub(super) const CHECK: Check = Check {
    code: Code::MissingLocator,
    severity: Severity::Warning,
    page: Page {
        what: "a record that needs evidence cites a source without a place in it.",
        why: "Who wants to see for themselves has to read the whole source, and two accounts of one source cannot be told apart.",
        mend: "Write the paragraph, page, item or caption after `#`: `\"paper-a#p3\"`; `#opening` where only that was read.",
        wrong: r#"Source(id: "paper-a", title: "Paper A"),
Visit(id: "visit-a", when: "2031-03-04", source: "paper-a"),"#,
        right: r#"Source(id: "paper-a", title: "Paper A"),
Visit(id: "visit-a", when: "2031-03-04", source: "paper-a#p1"),"#,
    },
    run: Run::Facts(run),
};

/// One finding a record, however many of its citations it is about.
fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    for item in checked.loaded.records.iter().filter(|item| item.record.body.kind().needs_evidence()) {
        let mut bare = item.record.evidence.source.iter().filter(|citation| citation.locator.is_none());
        let Some(first) = bare.next() else { continue };
        let others = match bare.count() {
            0 => String::new(),
            1 => ", and neither does another citation here".to_owned(),
            more => format!(", and neither do {more} other citations here"),
        };
        let message = format!("this names no place in `{}`{others}", first.source);
        let hint = "write the paragraph, page, item or caption after `#`, or `#opening`";
        findings.at(item, Spot::used("source", &first.source), message, hint);
    }
}
