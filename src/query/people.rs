//! People in rows: in what capacity they took part, and which offices they held that day.

use super::capacity;
use super::row::{Person, StatedBy};
use super::words::Channel;
use crate::date::{Bounds, EventDate};
use crate::graph::{Holding, KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::{Certainty, Fact, Part, StatedCapacity};
use crate::record::{Body, Capacity, Event, Kind, Level, Presence, Role, Slot};
use std::collections::BTreeSet;

/// Somebody's part in an event, as a row shows it.
pub(super) fn person(graph: &KnowledgeGraph, event: NodeId, part: &Part, certainty: Certainty) -> Person {
    let node = graph.node(part.who.as_str());
    let holdings = node.map(|node| held_at(graph, node, event)).unwrap_or_default();
    let office = |holding: &Holding| graph.fact(holding.office).id.clone();
    let (capacities, as_inferred) = stated_or_held(graph, part, &holdings);
    let levels = capacities.iter().flat_map(|one| capacity::levels_of(graph, one)).map(Level::name);
    let channels = capacities.iter().filter_map(|one| capacity::channel_of(graph, one)).map(Channel::name);
    Person {
        as_by: stated_by(graph.fact(event), part),
        levels: each_once(levels.collect()),
        channels: each_once(channels.collect()),
        id: part.who.clone(),
        name: graph.facts().name(&part.who).to_owned(),
        capacities,
        as_inferred,
        as_elsewhere: holdings
            .iter()
            .filter(|(holding, _)| graph.serves_capacity_only(holding))
            .map(|(holding, _)| office(holding))
            .collect(),
        offices: holdings.iter().map(|(holding, _)| office(holding)).collect(),
        stands_for: part.stands_for.clone(),
        part: part.kind.name(),
        role: part.role.map(Role::name).or(role_of(part.slot)),
        presence: (part.presence != Presence::Present).then(|| part.presence.name()),
        certainty: certainty.name(),
    }
}

/// In what capacities somebody took part in an event, as rows show them: as accounts state them, else the offices certainly
/// held that day; and whether they are such.
pub fn capacities(graph: &KnowledgeGraph, event: NodeId, part: &Part) -> (Vec<Capacity>, bool) {
    let node = graph.node(part.who.as_str());
    stated_or_held(graph, part, &node.map(|node| held_at(graph, node, event)).unwrap_or_default())
}

fn stated_or_held(graph: &KnowledgeGraph, part: &Part, held: &[(Holding, Certainty)]) -> (Vec<Capacity>, bool) {
    let stated: Vec<Capacity> = part.capacities.iter().map(|stated| stated.capacity.clone()).collect();
    let office = |holding: &Holding| Capacity::Office(graph.fact(holding.office).id.clone());
    let inferred: Vec<Capacity> = certainly_held(held).map(office).collect();
    let is_inferred = stated.is_empty() && !inferred.is_empty();
    (if is_inferred { inferred } else { stated }, is_inferred)
}

fn certainly_held(holdings: &[(Holding, Certainty)]) -> impl Iterator<Item = &Holding> {
    holdings.iter().filter(|(_, certainty)| *certainty == Certainty::Certain).map(|(holding, _)| holding)
}

fn each_once(mut words: Vec<&'static str>) -> Vec<&'static str> {
    words.sort_unstable();
    words.dedup();
    words
}

/// Which sources state which capacity, where accounts do not all state the same: they are united, each with who said so.
fn stated_by(fact: &Fact, part: &Part) -> Vec<StatedBy> {
    let source = |number: &usize| Some(fact.accounts.get(*number)?.citation.as_ref()?.source.clone());
    let by = |stated: &StatedCapacity| {
        let sources: BTreeSet<Id> = stated.accounts.iter().filter_map(source).collect();
        StatedBy { capacity: stated.capacity.clone(), sources: sources.into_iter().collect() }
    };
    let all: Vec<StatedBy> = part.capacities.iter().map(by).collect();
    let differ = all.iter().any(|one| all.first().is_some_and(|first| first.sources != one.sources));
    if differ { all } else { Vec::new() }
}

/// What the field in which somebody is written says about what they did.
pub(super) fn role_of(slot: Slot) -> Option<&'static str> {
    match slot {
        Slot::Participants => None,
        Slot::Visitors => Some("visitor"),
        Slot::Signatories => Some("signatory"),
        Slot::Speaker => Some("speaker"),
        Slot::From => Some("sender"),
        Slot::To => Some("addressee"),
        Slot::ConveyedBy => Some("bearer"),
    }
}

/// Somebody who is only named: to whom something was said, or who issued a document.
pub(super) fn named(graph: &KnowledgeGraph, id: &Id, role: &'static str) -> Person {
    Person {
        id: id.clone(),
        name: graph.facts().name(id).to_owned(),
        capacities: Vec::new(),
        as_by: Vec::new(),
        levels: Vec::new(),
        channels: Vec::new(),
        as_inferred: false,
        as_elsewhere: Vec::new(),
        offices: Vec::new(),
        stands_for: None,
        part: "principal",
        role: Some(role),
        presence: None,
        certainty: Certainty::Certain.name(),
    }
}

/// The offices that somebody held at an event, certainly first.
fn held_at(graph: &KnowledgeGraph, person: NodeId, event: NodeId) -> Vec<(Holding, Certainty)> {
    let Some(days) = graph.days(event) else {
        return Vec::new();
    };
    let covers = |holding: Holding| Some((holding, holding.span.covers(&days)?));
    let mut held: Vec<_> = graph.offices_of(person).filter_map(covers).collect();
    held.sort_by_key(|(holding, certainty)| (std::cmp::Reverse(*certainty), holding.office));
    held.dedup_by_key(|(holding, _)| holding.office);
    held
}

/// When an event took place, as it reads: in the words of its date where one is given, else the bounds of all.
pub(super) fn date_cell(graph: &KnowledgeGraph, event: NodeId) -> String {
    if let Some(days) = graph.days(event).filter(|_| graph.row_cited(event).is_some()) {
        return of_bounds(&days);
    }
    let fact = graph.fact(event);
    let Some(timing) = &fact.timing else {
        return String::new();
    };
    let written = |account: &crate::model::Account| match account.heard.as_ref() {
        Body::Event(event) => event.shared().when.clone().filter(|_| account.supports(timing.status)),
        _ => None,
    };
    let mut dates: Vec<EventDate> = fact.accounts.iter().filter_map(written).collect();
    dates.dedup();
    match dates.as_slice() {
        [one] => one.cell(),
        _ => of_bounds(&timing.hull()),
    }
}

/// The date that has these bounds, as it reads.
pub(super) fn of_bounds(days: &Bounds) -> String {
    EventDate::from_bounds(days).map_or_else(|| "not stated".to_owned(), |date| date.cell())
}

/// What a fact is called in answers: an event without a name is called by its kind and participants.
pub(super) fn event_name(graph: &KnowledgeGraph, fact: &Fact) -> String {
    if fact.name() != fact.id.as_str() {
        return fact.name().to_owned();
    }
    let Some(event) = fact.event() else {
        return fact.id.to_string();
    };
    let names: Vec<&str> = fact.parts.iter().take(2).map(|part| graph.facts().name(&part.who)).collect();
    match (event, names.as_slice()) {
        (Event::Session(session), _) => format!("{} of {}", event.kind(), graph.facts().name(&session.of)),
        (_, []) => fact.id.to_string(),
        (_, names) => of_those(event.kind(), names),
    }
}

/// What the event of a row of a table is called; `None` for everything else.
pub(super) fn row_name(graph: &KnowledgeGraph, node: NodeId) -> Option<String> {
    let (kind, names) = graph.row_title(node)?;
    Some(of_those(kind, &names))
}

fn of_those(kind: Kind, names: &[&str]) -> String {
    format!("{kind} of {}", names.join(" and "))
}

/// What a row about an event says in one line: its name, or for a statement what was said.
pub(super) fn what(graph: &KnowledgeGraph, fact: &Fact) -> String {
    match fact.event() {
        Some(Event::Statement(statement)) => statement.text.clone().unwrap_or_else(|| event_name(graph, fact)),
        _ => event_name(graph, fact),
    }
}

/// The ids behind nodes.
pub(super) fn ids(graph: &KnowledgeGraph, nodes: impl Iterator<Item = NodeId>) -> Vec<Id> {
    let mut ids: Vec<Id> = nodes.map(|node| graph.fact(node).id.clone()).collect();
    ids.sort();
    ids.dedup();
    ids
}
