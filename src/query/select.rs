//! Selection: which participations a name stands for.

use super::capacity;
use super::scope::{Scope, Who};
use crate::date::Period;
use crate::graph::{EdgeKind, Entry, KnowledgeGraph, NodeId, NodeKind, Officials};
use crate::id::Id;
use crate::model::{Certainty, Part, StatedCapacity};
use crate::record::{Capacity, Kind, Part as PartKind};
use std::collections::BTreeMap;

/// What a name stands for at one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Chosen {
    /// These participations, each with how surely the name stands for it.
    Parts(BTreeMap<u32, Certainty>),
    /// The event as a whole, under a forum, session or other event.
    Whole,
}

impl Chosen {
    /// How surely the name stands for a participation.
    pub(super) fn certainty(&self, part: u32) -> Option<Certainty> {
        match self {
            Self::Parts(parts) => parts.get(&part).copied(),
            Self::Whole => Some(Certainty::Certain),
        }
    }
}

/// The events that a name has to do with, possibly within the period, and in what way.
///
/// A person is itself; an office its holders while holding it; a state, party or organization its officials; a forum or
/// event whatever is under it. Costs the events of those whom the name stands for, in the period.
pub(super) fn events(graph: &KnowledgeGraph, who: &Who, scope: &Scope) -> BTreeMap<NodeId, Chosen> {
    events_with(graph, who, None, scope)
}

/// The same, of those events alone at which another name may stand for somebody as well, if there is another one.
///
/// Costs the entries of both in the index, and looks only at events that both have to do with.
pub(super) fn events_with(
    graph: &KnowledgeGraph,
    who: &Who,
    with: Option<&Who>,
    scope: &Scope,
) -> BTreeMap<NodeId, Chosen> {
    select(graph, who, with, scope, KnowledgeGraph::events_at)
}

/// The same without rows of tables, for questions that count those from their columns.
pub(super) fn recorded_events(
    graph: &KnowledgeGraph,
    who: &Who,
    with: Option<&Who>,
    scope: &Scope,
) -> BTreeMap<NodeId, Chosen> {
    select(graph, who, with, scope, KnowledgeGraph::recorded_at)
}

/// Finds the events of an actor in a period.
type At = fn(&KnowledgeGraph, NodeId, Period) -> Vec<Entry>;

fn select(graph: &KnowledgeGraph, who: &Who, with: Option<&Who>, scope: &Scope, at: At) -> BTreeMap<NodeId, Chosen> {
    let others = with.map(|with| touched(graph, with, scope, at));
    let mut selection = Selection { graph, scope, at, others, found: BTreeMap::new() };
    for node in nodes(graph, who, scope) {
        match graph.fact(node).kind() {
            Some(Kind::Office) => selection.office(node),
            Some(Kind::Forum) => {
                selection.under(node);
            }
            Some(kind) if kind.is_event() => {
                selection.whole(node);
                selection.under(node);
            }
            Some(Kind::State | Kind::Party | Kind::Organization) => {
                selection.actor(node);
                selection.officials(node);
            }
            _ => selection.actor(node),
        }
    }
    selection.found
}

/// Every event at which a name may stand for somebody, in the order of nodes, and others: the index tells. Where two names
/// have none in common, nobody met.
pub(super) fn touched_events(graph: &KnowledgeGraph, who: &Who, scope: &Scope) -> Vec<NodeId> {
    touched(graph, who, scope, KnowledgeGraph::events_at)
}

fn touched(graph: &KnowledgeGraph, who: &Who, scope: &Scope, at: At) -> Vec<NodeId> {
    let mut events = Vec::new();
    for node in nodes(graph, who, scope) {
        events.extend(entries_of(graph, node, scope, at).into_iter().map(|entry| entry.event));
        match graph.kind(node) {
            NodeKind::Of(Kind::Forum) => events.extend(graph.under(node)),
            NodeKind::Of(kind) if kind.is_event() => events.extend(graph.under(node).into_iter().chain([node])),
            _ => {}
        }
    }
    events.sort_unstable();
    events.dedup();
    events
}

/// The participations in the period that a node itself, its holders or its officials may have.
fn entries_of(graph: &KnowledgeGraph, node: NodeId, scope: &Scope, at: At) -> Vec<Entry> {
    let mut entries = at(graph, node, scope.period);
    match graph.kind(node) {
        NodeKind::Of(Kind::Office) => entries.extend(entries_of_office(graph, node, scope)),
        NodeKind::Of(Kind::State | Kind::Party | Kind::Organization) => {
            entries.extend(graph.officials_at(node, scope.period));
        }
        _ => {}
    }
    entries
}

/// The participations in the period of those who acted for what an office is of, and of all its holders.
fn entries_of_office(graph: &KnowledgeGraph, office: NodeId, scope: &Scope) -> Vec<Entry> {
    let mut people: Vec<NodeId> = graph.holders_of(office).map(|holding| holding.person).collect();
    people.sort_unstable();
    people.dedup();
    let attested = graph.owner(office).into_iter().flat_map(|owner| graph.acting_for(owner, scope.period));
    attested.chain(people.into_iter().flat_map(|person| graph.events_at(person, scope.period))).collect()
}

/// How surely a name stands for a participation that is already at hand.
pub(super) fn stands_for(
    graph: &KnowledgeGraph,
    who: &Who,
    event: NodeId,
    part: &Part,
    scope: &Scope,
) -> Option<Certainty> {
    nodes(graph, who, scope).into_iter().filter_map(|node| stands_for_one(graph, node, event, part, scope)).max()
}

/// The nodes that a name stands for, with the states before a state where they are asked for.
pub(super) fn nodes(graph: &KnowledgeGraph, who: &Who, scope: &Scope) -> Vec<NodeId> {
    with_predecessors(graph, who.ids.iter().filter_map(|id| graph.node(id.as_str())).collect(), scope)
}

/// The nodes, and where the scope wants it the states that they succeeded, and those before them.
pub(super) fn with_predecessors(graph: &KnowledgeGraph, mut nodes: Vec<NodeId>, scope: &Scope) -> Vec<NodeId> {
    let mut next = 0;
    while scope.with_predecessors
        && let Some(node) = nodes.get(next).copied()
    {
        next += 1;
        for before in graph.to(node, EdgeKind::Succeeded) {
            if !nodes.contains(&before) {
                nodes.push(before);
            }
        }
    }
    nodes
}

fn stands_for_one(
    graph: &KnowledgeGraph,
    node: NodeId,
    event: NodeId,
    part: &Part,
    scope: &Scope,
) -> Option<Certainty> {
    let itself = graph.node(part.who.as_str()) == Some(node);
    match graph.fact(node).kind() {
        _ if itself => Some(Certainty::Certain),
        Some(Kind::Office) => as_holder(graph, node, event, part, scope),
        Some(Kind::State | Kind::Party | Kind::Organization) => graph.official(event, part, node, officials(scope)),
        Some(kind) if kind == Kind::Forum || kind.is_event() => {
            graph.stands_under(event, node).then_some(Certainty::Certain)
        }
        _ => None,
    }
}

fn officials(scope: &Scope) -> Officials {
    if scope.in_capacity { Officials::ByCapacity } else { Officials::ByOffice }
}

/// How surely somebody took part while holding an office.
fn as_holder(graph: &KnowledgeGraph, office: NodeId, event: NodeId, part: &Part, scope: &Scope) -> Option<Certainty> {
    let is_it = |id: &Id| graph.node(id.as_str()) == Some(office);
    let states = |stated: &StatedCapacity| matches!(&stated.capacity, Capacity::Office(one) if is_it(one));
    if part.capacities.iter().any(states) {
        return Some(Certainty::Certain);
    }
    if scope.in_capacity {
        return None;
    }
    let (person, days) = (graph.node(part.who.as_str())?, graph.days(event)?);
    graph.offices_of(person).filter(|holding| holding.office == office).filter_map(|one| one.span.covers(&days)).max()
}

struct Selection<'g> {
    graph: &'g KnowledgeGraph,
    scope: &'g Scope,
    at: At,
    /// Only these events are looked at, if given, in the order of nodes.
    others: Option<Vec<NodeId>>,
    found: BTreeMap<NodeId, Chosen>,
}

impl Selection<'_> {
    fn looks_at(&self, event: NodeId) -> bool {
        self.others.as_ref().is_none_or(|others| others.binary_search(&event).is_ok())
    }

    fn add(&mut self, event: NodeId, part: u32, certainty: Certainty) {
        let of_kind = |part: &&Part| !self.scope.principals || part.kind == PartKind::Principal;
        let Some(own) = self.graph.part(event, part).filter(of_kind) else {
            return;
        };
        let Some(capacity) = capacity::fits(self.graph, event, own, self.scope) else {
            return;
        };
        self.note(event, part, certainty.and(capacity));
    }

    fn note(&mut self, event: NodeId, part: u32, certainty: Certainty) {
        if let Chosen::Parts(parts) = self.found.entry(event).or_insert_with(|| Chosen::Parts(BTreeMap::new())) {
            let known = parts.entry(part).or_insert(certainty);
            *known = (*known).max(certainty);
        }
    }

    fn whole(&mut self, event: NodeId) {
        if self.looks_at(event) && capacity::of_event(self.graph, event, self.scope).is_some() {
            self.found.insert(event, Chosen::Whole);
        }
    }

    fn actor(&mut self, actor: NodeId) {
        for entry in (self.at)(self.graph, actor, self.scope.period) {
            match entry.part.filter(|_| self.looks_at(entry.event)) {
                // Those of whom a row tells are principals, and in no capacity: its fact would say no more.
                Some(part) if !self.scope.asks_capacity() && self.graph.row_cited(entry.event).is_some() => {
                    self.note(entry.event, part, Certainty::Certain);
                }
                Some(part) => self.add(entry.event, part, Certainty::Certain),
                None => {}
            }
        }
    }

    fn office(&mut self, office: NodeId) {
        let entries = entries_of_office(self.graph, office, self.scope).into_iter();
        let entries = entries.filter_map(|entry| Some((entry.event, entry.part?)));
        let entries: Vec<_> = entries.filter(|entry| self.looks_at(entry.0)).collect();
        for (event, number) in entries {
            let part = self.graph.part(event, number);
            if let Some(certainty) = part.and_then(|part| as_holder(self.graph, office, event, part, self.scope)) {
                self.add(event, number, certainty);
            }
        }
    }

    fn officials(&mut self, actor: NodeId) {
        for entry in self.graph.officials_at(actor, self.scope.period) {
            let Some(number) = entry.part.filter(|_| self.looks_at(entry.event)) else {
                continue;
            };
            let Some(part) = self.graph.part(entry.event, number) else {
                continue;
            };
            if let Some(certainty) = self.graph.official(entry.event, part, actor, officials(self.scope)) {
                self.add(entry.event, number, certainty);
            }
        }
    }

    fn under(&mut self, above: NodeId) {
        for event in self.graph.under(above) {
            let touches = self.graph.days(event).is_some_and(|days| days.possibly_in(self.scope.period));
            if touches {
                self.whole(event);
            }
        }
    }
}
