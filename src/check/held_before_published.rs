//! Records that are to show an event as held, by sources that appeared before it.

use super::checked::Checked;
use super::finding::Findings;
use super::{Check, Page, Run};
use crate::date::PointDate;
use crate::diagnostic::{Code, Severity};
use crate::read::{PlacedRecord, Spot};
use crate::record::{Body, Citation, Shared, Status};

pub(super) const CHECK: Check = Check {
    code: Code::HeldBeforePublished,
    severity: Severity::Warning,
    page: Page {
        what: "a record says, or leaves unsaid, that an event was held, and its source appeared before the first day that it \
               gives.",
        why: "Nobody can report what is still to come: such an account supports an announcement only, whatever it says, and \
              an event that rests on it alone is in no count.",
        mend: "Write `status: Announced`, or correct the day of the event or of the publication. What was added to a source \
               later has its own day in `appeared`.",
        wrong: r#"Source(id: "paper-a", title: "Paper A", published: "2031-03-01"),
Meeting(id: "meeting-a", when: "2031-03-04", source: "paper-a#p1"),"#,
        right: r#"Source(id: "paper-a", title: "Paper A", published: "2031-03-01"),
Meeting(id: "meeting-a", when: "2031-03-04", status: Announced, source: "paper-a#p1"),"#,
    },
    run: Run::Facts(run),
};

fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    for item in &checked.loaded.records {
        if let Body::Event(event) = item.record.body.as_ref() {
            record(checked, item, event.shared(), findings);
        }
    }
}

/// Of a record that says nothing of its status all sources have to be early: else it stands for what came after.
fn record(checked: &Checked<'_>, item: &PlacedRecord, event: &Shared, findings: &mut Findings<'_>) {
    let Some(first) = event.when.as_ref().map(|when| when.bounds(None).first()).filter(|day| !day.is_open()) else {
        return;
    };
    let citations = &item.record.evidence.source;
    let is_early = |citation: &Citation| {
        appeared(checked, citation).is_some_and(|appeared| appeared.is_sure() && appeared.last() < first)
    };
    let early = citations.iter().find(|citation| is_early(citation));
    let concerned = match event.status {
        Some(Status::Held) => early.is_some(),
        None => !citations.is_empty() && citations.iter().all(|citation| is_early(citation)),
        Some(_) => false,
    };
    if let Some(citation) = early.filter(|_| concerned) {
        let source = &citation.source;
        let day = appeared(checked, citation).map(PointDate::last).map(|day| day.to_string()).unwrap_or_default();
        let message = format!("`{source}` appeared on {day}, before {first}, the first day given here");
        findings.at(
            item,
            Spot::used("source", source),
            message,
            "write `status: Announced`, or correct one of the two days",
        );
    }
}

fn appeared<'a>(checked: &Checked<'a>, citation: &'a Citation) -> Option<&'a PointDate> {
    let published = match checked.facts().get(citation.source.as_str())?.body.as_deref() {
        Some(Body::Source(source)) => source.published.as_ref(),
        _ => None,
    };
    citation.appeared.as_deref().or(published)
}
