//! People who take part or hold office after they have died.

use super::checked::Checked;
use super::finding::Findings;
use super::{Check, Page, Run, lifetime};
use crate::diagnostic::{Code, Severity};

pub(super) const CHECK: Check = Check {
    code: Code::AfterDeath,
    severity: Severity::Error,
    page: Page {
        what: "somebody takes part in an event, or holds an office, after having died.",
        why: "One of the two dates is wrong, or somebody else of the same name is meant: often a successor. Whom an event \
              only concerns, such as a funeral, belongs in `about`.",
        mend: "Correct the date of death or that of the event, or move the person from the participants to `about`.",
        wrong: r#"Person(id: "person-a", name: "Person A", died: "1989-05-06"),
Source(id: "paper-a", title: "Paper A"),
Activity(id: "funeral-a", kind: Funeral, when: "1989-05-09", participants: "person-a", source: "paper-a#p1"),"#,
        right: r#"Person(id: "person-a", name: "Person A", died: "1989-05-06"),
Source(id: "paper-a", title: "Paper A"),
Activity(id: "funeral-a", kind: Funeral, when: "1989-05-09", about: "person-a", source: "paper-a#p1"),"#,
    },
    run: Run::Facts(run),
};

fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    let deeds = lifetime::deeds(checked, |person, days| {
        person.died.as_ref().is_some_and(|died| died.is_sure() && days.first() > died.last())
    });
    for deed in deeds {
        let died = deed.person.died.as_ref().map(ToString::to_string).unwrap_or_default();
        let message =
            format!("`{}` ({}) lies after the death of `{}` ({died})", deed.fact.id, deed.days.first(), deed.who.id);
        let (item, spot) = deed.place();
        findings.between(item, spot, Some(&deed.who.id), message, "correct one of the two dates, or the person");
    }
}
