//! Everything dated about somebody: events of every kind, and the offices held.

use super::Rows;
use super::answer::Answer;
use super::cite::CitedAt;
use super::events::{chosen, listed, mode_fits, sort};
use super::filter::{self, Sieve};
use super::row::{EventRow, Person};
use super::select::Chosen;
use super::{Events, Who};
use crate::date::{Day, PointDate};
use crate::graph::{EdgeKind, Holding, KnowledgeGraph, NodeId};
use crate::model::Certainty;
use crate::record::{Body, Kind};
use std::collections::BTreeMap;

const SHOWN: &[&str] = &["date", "kind", "what", "with", "place", "under_name", "held", "src"];
const SHOWN_OF_MANY: &[&str] = &["date", "kind", "what", "who", "with", "place", "under_name", "held", "src"];

/// Answers what is dated.
pub(super) fn timeline(graph: &KnowledgeGraph, question: &Events) -> Answer {
    let mut sieve = Sieve::default();
    let mut rows = Vec::new();
    for (event, chosen) in chosen(graph, question) {
        if let Some(certainty) = sieve.event(filter::event(graph, event, &question.scope, &[])) {
            let row = listed(graph, event, certainty, &chosen, &question.scope);
            if sieve.degree(row.certainty, &question.scope) && mode_fits(&row, &question.scope, &mut sieve) {
                rows.push(row);
            }
        }
    }
    // Of those to whom something was only said no capacity is stated, and it was said by no means of its own.
    let addressed = if question.scope.asks_of_those_named() { Vec::new() } else { addressed(graph, question) };
    for event in addressed {
        if let Some(certainty) = sieve.event(filter::event(graph, event, &question.scope, &[])) {
            let row = heard(graph, event, certainty, question);
            rows.extend(Some(row).filter(|row| sieve.degree(row.certainty, &question.scope)));
        }
    }
    for who in &question.who {
        for row in tenures(graph, who, question) {
            rows.extend(Some(row).filter(|row| sieve.degree(row.certainty, &question.scope)));
        }
    }
    sort(&mut rows);
    let people = question.who.iter().flat_map(|who| &who.ids).count();
    let shown = if people == 1 && !rows.iter().any(was_elsewhere) { SHOWN } else { SHOWN_OF_MANY };
    Answer::new(graph, Rows::Events(rows), sieve.left_out, shown)
}

/// Whether somebody asked about was not simply there, so that the row has to say who, and how.
fn was_elsewhere(row: &EventRow) -> bool {
    row.who.iter().any(|person| person.presence.is_some())
}

/// What was said to those asked about; their own statements are among their events already.
fn addressed(graph: &KnowledgeGraph, question: &Events) -> Vec<NodeId> {
    let nodes = question.who.iter().flat_map(|who| &who.ids).filter_map(|id| graph.node(id.as_str()));
    let entries = nodes.flat_map(|node| graph.events_at(node, question.scope.period));
    let said = entries.filter(|entry| entry.via == EdgeKind::AddressedTo && entry.part.is_none());
    let mut events: Vec<NodeId> = said.map(|entry| entry.event).collect();
    events.sort_unstable();
    events.dedup();
    events
}

/// A row about a statement, seen from those to whom it was addressed.
fn heard(graph: &KnowledgeGraph, event: NodeId, certainty: Certainty, question: &Events) -> EventRow {
    let mut row = listed(graph, event, certainty, &Chosen::Parts(BTreeMap::new()), &question.scope);
    let asked = |person: &Person| question.who.iter().any(|who| who.ids.contains(&person.id));
    let (own, others) = row.with.into_iter().partition(asked);
    (row.who, row.with) = (own, others);
    row
}

/// The offices that people held in the period; those that a filter about events can't speak of are left out with it.
fn tenures(graph: &KnowledgeGraph, who: &Who, question: &Events) -> Vec<EventRow> {
    let scope = &question.scope;
    let about_events = scope.asks_of_events();
    let wanted = scope.kinds.is_empty() || scope.kinds.iter().any(|one| one.kind == Kind::Tenure);
    if about_events || !wanted {
        return Vec::new();
    }
    let people = who.ids.iter().filter_map(|id| graph.node(id.as_str()));
    let holdings =
        people.flat_map(|person| graph.offices_of(person)).filter(|holding| !graph.serves_capacity_only(holding));
    holdings
        .filter_map(|holding| Some(tenure(graph, &holding, super::offices::lies_in(graph, &holding, scope)?)))
        .collect()
}

fn tenure(graph: &KnowledgeGraph, holding: &Holding, certainty: Certainty) -> EventRow {
    let fact = holding.fact(graph);
    let attested = holding.span.certain;
    let first = attested.map(|days| days.first).or(Some(holding.span.possible.first));
    let last = attested.map(|days| days.last).or(Some(holding.span.possible.last));
    let day = |day: Option<Day>| day.filter(|day| !day.is_open());
    EventRow {
        event: fact.id.clone(),
        kind: Kind::Tenure,
        what: Some(super::offices::holding_words(graph, holding, holding.office)),
        date: cell(fact.body.as_deref(), day(first), day(last)),
        date_first: day(first),
        date_last: day(last),
        who: Vec::new(),
        with: Vec::new(),
        present: 0,
        mode: None,
        format: None,
        status: "held",
        place: None,
        places: Vec::new(),
        part_of: Vec::new(),
        to: Vec::new(),
        rank: None,
        invited_by: Vec::new(),
        shared: None,
        certainty,
        disputed: fact.disputed.iter().map(ToString::to_string).collect(),
        ruled: fact.ruled.iter().map(ToString::to_string).collect(),
        by_ruling: false,
        date_line: false,
        channel: Vec::new(),
        said_by: None,
        cites: Vec::new(),
        support: CitedAt::all(fact),
        order: day(first).or(day(last)).unwrap_or(Day::MAX),
        under: Vec::new(),
    }
}

/// The days of a tenure, written as those of an event: an end that nobody states is open from the last attested day on.
fn cell(body: Option<&Body>, first: Option<Day>, last: Option<Day>) -> String {
    let (from, until) = match body {
        Some(Body::Tenure(tenure)) => (tenure.from.as_ref(), tenure.until.as_ref()),
        _ => (None, None),
    };
    let from = from.map(PointDate::cell).or(first.map(|day| format!("..{day}")));
    let until = until.map(PointDate::cell).or(last.map(|day| format!("{day}..")));
    match (from, until) {
        (None, None) => "not stated".to_owned(),
        (from, until) => format!("{}–{}", from.unwrap_or_default(), until.unwrap_or_default()),
    }
}
