//! States that take part in events before they came into being, or after they ceased to be.

use super::checked::Checked;
use super::finding::Findings;
use super::{Check, Page, Run};
use crate::date::{Bounds, PointDate};
use crate::diagnostic::{Code, Severity};
use crate::id::Id;
use crate::read::Spot;
use crate::record::{Body, Event};

pub(super) const CHECK: Check = Check {
    code: Code::StateNotExistingThen,
    severity: Severity::Warning,
    page: Page {
        what: "a state takes part in an event, or is visited or stood for, that did not exist that day.",
        why: "A state is itself and not its predecessor: counts of one would hold the contacts of the other.",
        mend: "Write the id of the state of that time; `succeeds` joins the two. Or correct `from` or `until` of the state.",
        wrong: r#"State(id: "state-a", name: "State A", from: "1991-12-26"),
Source(id: "paper-a", title: "Paper A"),
Visit(id: "visit-a", when: "1989-05-15", to: "state-a", source: "paper-a#p1"),"#,
        right: r#"State(id: "state-a", name: "State A", from: "1991-12-26", succeeds: "state-b"),
State(id: "state-b", name: "State B", until: "1991-12-26"),
Source(id: "paper-a", title: "Paper A"),
Visit(id: "visit-a", when: "1989-05-15", to: "state-b", source: "paper-a#p1"),"#,
    },
    run: Run::Facts(run),
};

fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    if !checked
        .facts()
        .iter()
        .any(|fact| matches!(fact.body.as_deref(), Some(Body::State(one)) if one.from.is_some() || one.until.is_some()))
    {
        return;
    }
    for (fact, days) in checked.events().filter(|(_, days)| days.is_sure()) {
        let mut told: Vec<&Id> = Vec::new();
        for item in checked.records_of(fact) {
            let Body::Event(event) = item.record.body.as_ref() else { continue };
            for (field, id) in states(event) {
                if let Some(why) = gone(checked, id, &days).filter(|_| !told.contains(&id)) {
                    told.push(id);
                    let message = format!("`{id}` {why}, and takes part in `{}` ({})", fact.id, days.first());
                    let hint = "write the id of the state of that time, or correct one of the dates";
                    findings.between(item, Spot::used(field, id), Some(id), message, hint);
                }
            }
        }
    }
}

/// Every use of an id in an event that may name a state.
fn states(event: &Event) -> Vec<(&'static str, &Id)> {
    let mut all = Vec::new();
    for (slot, part) in event.participations() {
        all.push((slot.name(), &part.who));
        all.extend(part.stands_for.iter().map(|actor| ("for", actor)));
    }
    if let Event::Visit(visit) = event {
        all.extend(visit.to.iter().map(|to| ("to", to)));
    }
    all
}

/// Why a state certainly did not exist on any of the days.
fn gone(checked: &Checked<'_>, id: &Id, days: &Bounds) -> Option<String> {
    let Some(Body::State(state)) = checked.facts().get(id.as_str())?.body.as_deref() else {
        return None;
    };
    let sure = |date: &Option<PointDate>| date.clone().filter(PointDate::is_sure);
    if let Some(from) = sure(&state.from).filter(|from| days.last() < from.first()) {
        return Some(format!("exists only from {from}"));
    }
    sure(&state.until).filter(|until| until.last() < days.first()).map(|until| format!("existed until {until}"))
}
