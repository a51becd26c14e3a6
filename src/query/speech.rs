//! What was said, sent and signed: statements, messages and documents.

use super::Rows;
use super::answer::Answer;
use super::capacity;
use super::events::{listed, sort};
use super::filter::{self, Sieve};
use super::select::{self, Chosen};
use super::{Documents, Messages, Scope, Statements, Who};
use crate::graph::{KnowledgeGraph, NodeId};
use crate::model::{Certainty, Part};
use crate::record::{Event, Kind, Presence, Slot};

const STATEMENTS: &[&str] =
    &["date", "who", "as", "addressees", "text", "place", "under_name", "held", "said_by", "src"];
const MESSAGES: &[&str] =
    &["date", "format", "who", "as", "addressees", "bearers", "under_name", "held", "said_by", "src"];
const DOCUMENTS: &[&str] = &["date", "format", "what", "who", "as", "place", "under_name", "held", "said_by", "src"];

/// Somebody who must have had this part in what was said, sent or signed.
struct Demand<'q> {
    who: &'q Who,
    slots: &'static [Slot],
}

/// Answers who said what to whom.
pub(super) fn statements(graph: &KnowledgeGraph, question: &Statements) -> Answer {
    let by = question.by.iter().map(|who| Demand { who, slots: &[Slot::Speaker] });
    let to = question.to.iter().map(|who| Demand { who, slots: &[Slot::To] });
    answer(graph, Kind::Statement, &by.chain(to).collect::<Vec<_>>(), &question.scope, STATEMENTS)
}

/// Answers who sent what to whom.
pub(super) fn messages(graph: &KnowledgeGraph, question: &Messages) -> Answer {
    let from = question.from.iter().map(|who| Demand { who, slots: &[Slot::From] });
    let to = question.to.iter().map(|who| Demand { who, slots: &[Slot::To] });
    let carried = question.carried_by.iter().map(|who| Demand { who, slots: &[Slot::ConveyedBy] });
    answer(graph, Kind::Message, &from.chain(to).chain(carried).collect::<Vec<_>>(), &question.scope, MESSAGES)
}

/// Answers which documents there are; with several names, those that all of them signed or issued.
pub(super) fn documents(graph: &KnowledgeGraph, question: &Documents) -> Answer {
    let who = question.who.iter().map(|who| Demand { who, slots: &[Slot::Signatories, Slot::Participants] });
    answer(graph, Kind::Document, &who.collect::<Vec<_>>(), &question.scope, DOCUMENTS)
}

/// The rows of one kind that meet every demand. Costs the events of the period.
fn answer(
    graph: &KnowledgeGraph,
    kind: Kind,
    demands: &[Demand<'_>],
    scope: &Scope,
    shown: &'static [&'static str],
) -> Answer {
    let mut sieve = Sieve::default();
    let mut rows = Vec::new();
    let all = graph.calendar(scope.period).into_iter().map(|entry| entry.event);
    for event in all.filter(|event| graph.fact(*event).kind() == Some(kind)) {
        let met = demands.iter().map(|demand| meets(graph, event, demand, scope));
        // Where nobody is asked about who acted, anybody's capacity will do.
        let anybody = demands.iter().all(|demand| demand.slots == [Slot::To]);
        let met = met.chain(anybody.then(|| capacity::of_event(graph, event, scope)));
        let Some(met) = met.collect::<Option<Vec<Certainty>>>() else {
            continue;
        };
        let Some(certainty) = sieve.event(filter::event(graph, event, scope, &[kind])) else {
            continue;
        };
        let certainty = met.into_iter().fold(certainty, Certainty::min);
        if sieve.degree(certainty, scope) {
            rows.push(listed(graph, event, certainty, &Chosen::Whole, scope));
        }
    }
    sort(&mut rows);
    Answer::new(graph, Rows::Events(rows), sieve.left_out, shown)
}

/// How surely somebody had the part that is demanded.
fn meets(graph: &KnowledgeGraph, event: NodeId, demand: &Demand<'_>, scope: &Scope) -> Option<Certainty> {
    let listed = graph.fact(event).parts.iter().filter(|part| demand.slots.contains(&part.slot));
    let there = listed.filter(|part| !matches!(part.presence, Presence::Absent | Presence::Expected));
    let stated = there.filter_map(|part| {
        let capacity =
            || if part.slot == Slot::To { Some(Certainty::Certain) } else { capacity::fits(graph, event, part, scope) };
        let degree = select::stands_for(graph, demand.who, event, part, scope)?.and(capacity()?);
        Some(if part.disputed { degree.and(Certainty::Disputed) } else { degree })
    });
    stated.max().max(named(graph, event, demand, scope))
}

/// How surely somebody is among those who are only named: the addressees of a statement, who issued a document.
fn named(graph: &KnowledgeGraph, event: NodeId, demand: &Demand<'_>, scope: &Scope) -> Option<Certainty> {
    let (ids, slot) = match graph.event(event)? {
        Event::Statement(statement) => (&statement.to, Slot::To),
        Event::Document(document) => (&document.issued_by, Slot::Signatories),
        _ => return None,
    };
    // A document that an actor issued says nothing of a capacity.
    let asked = demand.slots.contains(&slot) && (slot == Slot::To || !scope.asks_capacity());
    let ids = ids.iter().filter(|_| asked);
    ids.filter_map(|id| select::stands_for(graph, demand.who, event, &Part::of(id.clone(), slot), scope)).max()
}
