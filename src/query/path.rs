//! The shortest chain of meetings between two people.

use super::Path;
use super::answer::Answer;
use super::cite::CitedAt;
use super::filter::{self, Verdict};
use super::meetings::InPerson;
use super::people::{date_cell, ids, person};
use super::row::PathRow;
use super::{LeftOut, Rows};
use crate::date::Day;
use crate::graph::{ContactRule, Contacts, Encounter, KnowledgeGraph, NodeId, Room};
use crate::model::{Certainty, Part};
use crate::record::{Kind, Mode};

const SHOWN: &[&str] = &["step", "from", "from_as", "to", "to_as", "date", "event", "place", "present", "held", "src"];

/// Answers by which chain two people are joined.
pub(super) fn path(graph: &KnowledgeGraph, question: &Path) -> Answer {
    let ends = (graph.node(question.from.as_str()), graph.node(question.to.as_str()));
    let fits = |event: NodeId| match filter::event(graph, event, &question.scope, &[]) {
        Verdict::Fits(certainty) => Some(certainty),
        _ => None,
    };
    let contacts = Contacts::new(graph, rule(question)).among(fits);
    let chain = match ends {
        (Some(from), Some(to)) => contacts.chain(from, to).map(|chain| steps(graph, from, &chain)),
        _ => None,
    };
    let found = chain.is_some();
    let mut answer = Answer::new(graph, Rows::Path(chain.unwrap_or_default()), LeftOut::default(), SHOWN);
    if found && question.from == question.to {
        answer.notices.push("Both names are one person: no step is needed.".to_owned());
    } else if !found {
        answer.notices.push("No chain of recorded meetings joins the two.".to_owned());
    }
    answer
}

fn rule(question: &Path) -> ContactRule {
    let scope = &question.scope;
    let silent = ContactRule::default();
    let kinds: Vec<Kind> = scope.kinds.iter().map(|one| one.kind).collect();
    let modes: Vec<Mode> = scope.modes.clone();
    ContactRule {
        period: scope.period,
        kinds: match (kinds.is_empty(), modes.is_empty()) {
            (true, true) => silent.kinds,
            // Calls and letters join people where another mode is asked for.
            (true, false) => InPerson.kinds.to_vec(),
            (false, _) => kinds,
        },
        modes: if modes.is_empty() { silent.modes } else { modes },
        greetings: !scope.kinds.is_empty(),
        delegations: scope.delegations,
        multilateral: scope.multilateral,
        at_least: scope.at_least,
    }
}

fn steps(graph: &KnowledgeGraph, from: NodeId, chain: &[Encounter]) -> Vec<PathRow> {
    let mut at = from;
    let mut rows = Vec::with_capacity(chain.len());
    for (number, encounter) in chain.iter().enumerate() {
        rows.extend(step(graph, number + 1, at, *encounter));
        at = encounter.partner;
    }
    rows
}

fn step(graph: &KnowledgeGraph, number: usize, from: NodeId, met: Encounter) -> Option<PathRow> {
    let fact = graph.fact(met.event);
    let part = |who: NodeId| fact.parts.iter().find(|part| graph.node(part.who.as_str()) == Some(who));
    let person = |part: &Part| person(graph, met.event, part, Certainty::Certain);
    let days = graph.days(met.event);
    let day = |day: Option<Day>| day.filter(|day| !day.is_open());
    Some(PathRow {
        step: number,
        from: person(part(from)?),
        to: person(part(met.partner)?),
        event: fact.id.clone(),
        date: date_cell(graph, met.event),
        date_first: day(days.map(|days| days.first())),
        date_last: day(days.map(|days| days.last())),
        places: ids(graph, graph.places_of(met.event).into_iter()),
        present: Room::of(graph, met.event).map_or(0, |room| room.seats.len()),
        certainty: met.certainty,
        cites: Vec::new(),
        support: CitedAt::all(fact),
    })
}
