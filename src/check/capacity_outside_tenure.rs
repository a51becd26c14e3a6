//! Capacities that somebody did not have on the day of the event.

use super::checked::{Checked, was_there};
use super::finding::Findings;
use super::{Check, Page, Run};
use crate::date::Bounds;
use crate::diagnostic::{Code, Severity};
use crate::graph::{Holding, KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::{Fact, Part};
use crate::record::{Body, Capacity};

pub(super) const CHECK: Check = Check {
    code: Code::CapacityOutsideTenure,
    severity: Severity::Warning,
    page: Page {
        what: "somebody takes part in the capacity of an office that was not theirs that day.",
        why: "The tenures and the event contradict each other: questions by office and by capacity then differ.",
        mend: "Correct the date, the office or the tenure. Who had held the office before is \"former:OFFICE\", who was to hold \
               it \"elect:OFFICE\". Nothing is found where no tenure of the office is recorded.",
        wrong: r#"Source(id: "register", title: "Register"),
Person(id: "person-a", name: "Person A"),
State(id: "state-a", name: "State A"),
Office(id: "office-a", title: "Office A", of: "state-a"),
Tenure(id: "tenure-a", person: "person-a", office: "office-a", from: "2001-01-01", until: "2004-06-30", source: "register#1"),
Meeting(id: "meeting-a", when: "2006-03-04", participants: [(who: "person-a", as: "office-a")], source: "register#2"),"#,
        right: r#"Source(id: "register", title: "Register"),
Person(id: "person-a", name: "Person A"),
State(id: "state-a", name: "State A"),
Office(id: "office-a", title: "Office A", of: "state-a"),
Tenure(id: "tenure-a", person: "person-a", office: "office-a", from: "2001-01-01", until: "2004-06-30", source: "register#1"),
Meeting(id: "meeting-a", when: "2006-03-04", participants: [(who: "person-a", as: "former:office-a")], source: "register#2"),"#,
    },
    run: Run::Facts(run),
};

const HINT: &str = "correct the date, the office or the tenure; \"former:…\" and \"elect:…\" name an office not held";

fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    for (fact, days) in checked.events().filter(|(_, days)| days.is_sure()) {
        for part in fact.parts.iter().filter(|part| was_there(part) && !part.capacities.is_empty()) {
            let Some(person) = checked.graph.node(part.who.as_str()) else { continue };
            for stated in &part.capacities {
                if let Some(why) = outside(checked.graph, person, &stated.capacity, &days) {
                    report(checked, fact, part, &stated.capacity, why, findings);
                }
            }
        }
    }
}

fn report(
    checked: &Checked<'_>,
    fact: &Fact,
    part: &Part,
    capacity: &Capacity,
    (why, other): (String, Id),
    findings: &mut Findings<'_>,
) {
    if let Some((item, spot)) = checked.participation(fact, part) {
        let message = format!("`{}` did not take part as `{capacity}` in `{}`: {why}", part.who, fact.id);
        findings.between(item, spot, Some(&other), message, HINT);
    }
}

/// Why a capacity certainly was not that of a participant, with the tenure that says so.
fn outside(graph: &KnowledgeGraph, person: NodeId, capacity: &Capacity, days: &Bounds) -> Option<(String, Id)> {
    let office = graph.node(capacity.id()?.as_str())?;
    let own = || graph.offices_of(person).filter(|one: &Holding| one.office == office);
    let first = own().next();
    let tenure = |holding: Holding| holding.fact(graph).id.clone();
    match capacity {
        Capacity::Office(_) => match first {
            Some(one) if own().all(|one| one.span.covers(days).is_none()) => {
                let span = one.span.possible;
                Some((format!("`{}` lasts {span}", tenure(one)), tenure(one)))
            }
            Some(_) => None,
            None => held_by_another(graph, office, days),
        },
        Capacity::Former(_) => {
            let one = first.filter(|_| own().all(|one| one.span.possible.first > days.last()))?;
            Some((format!("`{}` begins only on {}", tenure(one), one.span.possible.first), tenure(one)))
        }
        Capacity::Elect(_) => {
            let one = first.filter(|_| own().all(|one| one.span.possible.last < days.first()))?;
            Some((format!("`{}` had ended on {}", tenure(one), one.span.possible.last), tenure(one)))
        }
        Capacity::EnvoyOf(_) | Capacity::Private => None,
    }
}

/// Whether somebody else certainly held an office with one seat on all the days, its first and last day left aside.
fn held_by_another(graph: &KnowledgeGraph, office: NodeId, days: &Bounds) -> Option<(String, Id)> {
    if !matches!(graph.fact(office).body.as_deref(), Some(Body::Office(office)) if office.seats == Some(1)) {
        return None;
    }
    let holds = |one: &Holding| {
        one.span.certain.is_some_and(|certain| certain.first < days.first() && days.last() < certain.last)
    };
    let one = graph.holders_of(office).find(holds)?;
    let (holder, tenure) = (&graph.fact(one.person).id, one.fact(graph).id.clone());
    Some((format!("`{holder}` held this office with one seat (`{tenure}`)"), tenure))
}
