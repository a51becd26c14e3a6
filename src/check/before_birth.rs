//! People who take part or hold office before they are born.

use super::checked::Checked;
use super::finding::Findings;
use super::{Check, Page, Run, lifetime};
use crate::diagnostic::{Code, Severity};

pub(super) const CHECK: Check = Check {
    code: Code::BeforeBirth,
    severity: Severity::Error,
    page: Page {
        what: "somebody takes part in an event, or holds an office, before being born.",
        why: "One of the two dates is wrong, or somebody else of the same name is meant: often a parent or a predecessor.",
        mend: "Correct the date of birth or that of the event, or give the other person a record and an id of their own.",
        wrong: r#"Person(id: "person-a", name: "Person A", born: "1950"),
Source(id: "paper-a", title: "Paper A"),
Meeting(id: "meeting-a", when: "1931-03-04", participants: "person-a", source: "paper-a#p1"),"#,
        right: r#"Person(id: "person-a", name: "Person A", born: "1950"),
Source(id: "paper-a", title: "Paper A"),
Meeting(id: "meeting-a", when: "1991-03-04", participants: "person-a", source: "paper-a#p1"),"#,
    },
    run: Run::Facts(run),
};

fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    let deeds = lifetime::deeds(checked, |person, days| {
        person.born.as_ref().is_some_and(|born| born.is_sure() && days.last() < born.first())
    });
    for deed in deeds {
        let born = deed.person.born.as_ref().map(ToString::to_string).unwrap_or_default();
        let message =
            format!("`{}` ({}) lies before the birth of `{}` ({born})", deed.fact.id, deed.days.last(), deed.who.id);
        let (item, spot) = deed.place();
        findings.between(item, spot, Some(&deed.who.id), message, "correct one of the two dates, or the person");
    }
}
