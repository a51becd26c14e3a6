//! Who visited whom, and where somebody travelled.

use super::Rows;
use super::answer::Answer;
use super::capacity;
use super::events::{listed, sort};
use super::filter::{self, Sieve, Verdict};
use super::row::EventRow;
use super::select::{self, Chosen};
use super::{Scope, Visits, Who};
use crate::date::{Bounds, EventDate, Period};
use crate::graph::{EdgeKind, KnowledgeGraph, NodeId};
use crate::model::{Certainty, Part};
use crate::record::{Kind, Presence, Slot};
use std::collections::BTreeMap;

const SHOWN: &[&str] = &["date", "who", "as", "to", "place", "rank", "invited_by", "held", "said_by", "src"];
const SHOWN_SHARED: &[&str] = &["date", "who", "to", "place", "shared", "with", "held", "src"];

/// Answers who visited whom.
pub(super) fn visits(graph: &KnowledgeGraph, question: &Visits) -> Answer {
    let mut sieve = Sieve::default();
    let mut rows = Vec::new();
    for (event, chosen) in trips(graph, question) {
        let scope = &question.scope;
        let verdict = filter::event(graph, event, scope, &[Kind::Visit]);
        if verdict == Verdict::Foreign {
            continue;
        }
        let there = match &question.to {
            Some(to) => to.ids.iter().filter_map(|to| destination(graph, event, to.as_str(), scope)).max(),
            None => Some(Certainty::Certain),
        };
        let (Some(there), Some(from)) = (there, stood_for(graph, event, &chosen, question)) else {
            continue;
        };
        if let Some(certainty) = sieve.event(verdict) {
            let row = listed(graph, event, certainty.and(there).and(from), &chosen, scope);
            rows.extend(Some(row).filter(|row| sieve.degree(row.certainty, scope)));
        }
    }
    let shown = if question.overlapping.is_some() { SHOWN_SHARED } else { SHOWN };
    if let Some(other) = &question.overlapping {
        rows = overlapping(graph, rows, other, &question.scope, &mut sieve);
    }
    sort(&mut rows);
    Answer::new(graph, Rows::Events(rows), sieve.left_out, shown)
}

/// The visits of those asked about; without anybody, those to the destination or in the period.
fn trips(graph: &KnowledgeGraph, question: &Visits) -> BTreeMap<NodeId, Chosen> {
    let Some(by) = question.by.as_ref().or(question.from.as_ref()) else {
        let period = question.scope.period;
        let destinations = question.to.iter().flat_map(|to| &to.ids).filter_map(|to| graph.node(to.as_str()));
        let destinations: Vec<NodeId> = destinations.collect();
        let all_states = destinations.iter().all(|node| graph.fact(*node).kind() == Some(Kind::State));
        let entries = if destinations.is_empty() || !all_states {
            graph.calendar(period)
        } else {
            let goals = select::with_predecessors(graph, destinations, &question.scope);
            goals.into_iter().flat_map(|goal| graph.events_at(goal, period)).collect()
        };
        let visits = entries.into_iter().filter(|entry| graph.fact(entry.event).kind() == Some(Kind::Visit));
        let fits = |event: &NodeId| capacity::of_event(graph, *event, &question.scope).is_some();
        return visits.map(|entry| entry.event).filter(fits).map(|event| (event, Chosen::Whole)).collect();
    };
    let mut trips = select::events(graph, by, &question.scope);
    for (event, chosen) in &mut trips {
        let parts = &graph.fact(*event).parts;
        // Who was expected and did not come travelled as little as who is said to have stayed at home.
        let came = |part: &Part| !matches!(part.presence, Presence::Absent | Presence::Expected);
        let is_visitor = |part: &Part| part.slot == Slot::Visitors && came(part);
        let travelled = |number: &u32| parts.get(*number as usize).is_some_and(is_visitor);
        if let Chosen::Parts(chosen) = chosen {
            chosen.retain(|number, _| travelled(number));
        }
    }
    trips.retain(|_, chosen| !matches!(chosen, Chosen::Parts(parts) if parts.is_empty()));
    trips
}

/// How surely those who travelled stood for whom the question names.
fn stood_for(graph: &KnowledgeGraph, event: NodeId, chosen: &Chosen, question: &Visits) -> Option<Certainty> {
    let (Some(from), Some(_)) = (&question.from, &question.by) else {
        return Some(Certainty::Certain);
    };
    let parts = graph.fact(event).parts.iter().zip(0_u32..).filter(|(_, number)| chosen.certainty(*number).is_some());
    parts.filter_map(|(part, _)| select::stands_for(graph, from, event, part, &question.scope)).max()
}

/// How surely a visit led to a place: its destination is the state or organization, or a station lies in the place.
pub(super) fn destination(graph: &KnowledgeGraph, event: NodeId, to: &str, scope: &Scope) -> Option<Certainty> {
    let goals = select::with_predecessors(graph, vec![graph.node(to)?], scope);
    let derived = |field| if filter::derived(graph, event, field) { Certainty::Possible } else { Certainty::Certain };
    if graph.to(event, EdgeKind::Visited).any(|state| goals.contains(&state)) {
        return Some(derived("to"));
    }
    let stations: Vec<NodeId> = graph.to(event, EdgeKind::HeldAt).collect();
    let inside = stations.iter().any(|station| goals.iter().any(|goal| graph.lies_in(*station, *goal)));
    inside.then(|| derived("place"))
}

/// Keeps the trips that share days with a trip of another to the same destination, and says which days.
fn overlapping(
    graph: &KnowledgeGraph,
    rows: Vec<EventRow>,
    other: &Who,
    scope: &Scope,
    sieve: &mut Sieve,
) -> Vec<EventRow> {
    let theirs = Visits { by: Some(other.clone()), scope: scope.clone(), ..Visits::default() };
    let theirs: Vec<(NodeId, Chosen)> = trips(graph, &theirs)
        .into_iter()
        .filter(|(event, _)| matches!(filter::event(graph, *event, scope, &[Kind::Visit]), Verdict::Fits(_)))
        .collect();
    let mut found = Vec::new();
    for row in rows {
        for (event, chosen) in &theirs {
            let Some(shared) = shared(graph, &row, *event) else {
                continue;
            };
            let other = listed(graph, *event, shared.1, chosen, scope);
            let mut both = row.clone();
            both.certainty = both.certainty.and(shared.1).and(other.certainty);
            both.with.extend(other.who);
            both.shared = Some(shared.0);
            both.support.extend(other.support);
            if sieve.degree(both.certainty, scope) {
                found.push(both);
            }
        }
    }
    found
}

/// The days that two trips to one state share, and how surely they share any.
fn shared(graph: &KnowledgeGraph, row: &EventRow, other: NodeId) -> Option<(String, Certainty)> {
    let own = graph.node(row.event.as_str()).filter(|own| *own != other)?;
    graph.to(own, EdgeKind::Visited).find(|state| graph.to(other, EdgeKind::Visited).any(|one| one == *state))?;
    let (a, b) = (graph.days(own)?, graph.days(other)?);
    let widest = Period::new(a.first().max(b.first()), a.last().min(b.last()))?;
    // They certainly share days if, whatever the real days are, each began before the other ended.
    let certainly = a.is_sure() && b.is_sure() && a.start_last <= b.end_first && b.start_last <= a.end_first;
    let sure = Bounds {
        start_first: widest.first,
        start_last: a.start_last.max(b.start_last).min(widest.last),
        end_first: a.end_first.min(b.end_first).max(widest.first),
        end_last: widest.last,
        start_sure: certainly,
        end_sure: certainly,
    };
    let text = EventDate::from_bounds(&sure).map_or_else(|| widest.to_string(), |date| date.cell());
    Some((text, Certainty::of(certainly, true)?))
}
