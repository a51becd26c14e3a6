//! Actors: the points of a network, with what stands beside them.

use super::Cluster;
use super::office::{Offices, offices};
use super::tie::Tie;
use crate::date::Day;
use crate::draw::text::plain;
use crate::graph::{EdgeKind, KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::Part;
use crate::query::{Answer, Query, Who};
use crate::record::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// A point of a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Actor {
    /// Who.
    pub(super) id: Id,
    /// The name, on one line.
    pub(super) name: String,
    /// The offices at the last event drawn that tells of any.
    pub(super) offices: Option<Offices>,
    /// When it was, of an event.
    pub(super) date: Option<String>,
    /// To whom the actor belongs, and what that is called.
    pub(super) group: Option<(Id, String)>,
    /// Whether the question was about them.
    pub(super) standing: Standing,
}

/// What a point is in the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// The question named them.
    Asked,
    /// They met those whom it named.
    Met,
    /// An event that they attended.
    Event,
}

impl Actor {
    /// What stands below the name: the office, or of an event its days.
    pub(super) fn below(&self) -> Option<String> {
        self.offices.as_ref().map(Offices::short).or_else(|| self.date.clone())
    }

    /// Gives the actor the offices and the party of a day.
    pub(super) fn stand(&mut self, graph: &KnowledgeGraph, cluster: Cluster, day: Day) {
        let Some(node) = graph.node(self.id.as_str()) else {
            return;
        };
        self.offices = Offices::held_on(graph, node, day);
        if cluster == Cluster::Party {
            let group = party(graph, graph.memberships_on(node, day));
            self.group = group.map(|group| named(graph, group));
        }
    }
}

/// The actors of ties, in the order of their ids.
pub(super) fn of_ties(answer: &Answer, graph: &KnowledgeGraph, ties: &[Tie], cluster: Cluster) -> Vec<Actor> {
    let asked: BTreeSet<&Id> = asked(answer).collect();
    let mut events: BTreeMap<&Id, Vec<&Id>> = BTreeMap::new();
    for tie in ties {
        for end in &tie.ends {
            events.entry(end).or_default().extend(tie.events.iter().map(|(event, _)| event));
        }
    }
    let actor = |(id, events): (&Id, Vec<&Id>)| {
        let parts = parts(graph, id, &events);
        Actor {
            id: id.clone(),
            name: plain(answer.names.get(id).map_or_else(|| graph.facts().name(id), String::as_str)),
            offices: parts.iter().rev().find_map(|(event, part)| offices(graph, *event, part)),
            date: ties.iter().find(|tie| tie.events.iter().any(|(event, _)| event == id)).map(|tie| tie.first.clone()),
            group: group(graph, id, &parts, cluster).map(|group| named(graph, group)),
            standing: match graph.node(id.as_str()).map(|node| graph.kind(node)) {
                Some(kind) if kind.is_event() => Standing::Event,
                _ if asked.contains(id) => Standing::Asked,
                _ => Standing::Met,
            },
        }
    };
    events.into_iter().map(actor).collect()
}

/// Whom the question named.
fn asked(answer: &Answer) -> impl Iterator<Item = &Id> {
    let named: Vec<&Who> = match &answer.query {
        Some(Query::Rank(rank)) => rank.among.iter().collect(),
        Some(Query::Meetings(asked) | Query::Contacts(asked)) => {
            std::iter::once(&asked.who).chain(&asked.with).collect()
        }
        Some(Query::Attendance(asked)) => asked.of.iter().chain(&asked.with).collect(),
        _ => Vec::new(),
    };
    named.into_iter().flat_map(|who| &who.ids)
}

/// The participations of an actor in events, by date.
fn parts<'g>(graph: &'g KnowledgeGraph, id: &Id, events: &[&Id]) -> Vec<(NodeId, &'g Part)> {
    let mut nodes: Vec<NodeId> = events.iter().filter_map(|event| graph.node(event.as_str())).collect();
    nodes.sort_by_key(|event| (graph.days(*event).map(|days| (days.first(), days.last())), *event));
    nodes.dedup();
    let own = |event: NodeId| graph.fact(event).parts.iter().find(|part| part.who == *id);
    nodes.into_iter().filter_map(|event| Some((event, own(event)?))).collect()
}

fn named(graph: &KnowledgeGraph, id: Id) -> (Id, String) {
    let name = plain(graph.facts().name(&id));
    (id, name)
}

/// To whom somebody belongs: whom they stood for at most of the events, of equals the first by id; or their party.
fn group(graph: &KnowledgeGraph, id: &Id, parts: &[(NodeId, &Part)], cluster: Cluster) -> Option<Id> {
    let node = graph.node(id.as_str())?;
    match cluster {
        Cluster::None => None,
        Cluster::State => {
            let mut sides: BTreeMap<NodeId, usize> = BTreeMap::new();
            for (event, part) in parts {
                graph.side(*event, part).actors.into_iter().for_each(|actor| *sides.entry(actor).or_default() += 1);
            }
            let most = sides.into_iter().max_by_key(|(actor, times)| (*times, std::cmp::Reverse(graph.id(*actor))));
            most.map(|(actor, _)| graph.id(actor))
        }
        Cluster::Party => party(graph, graph.to(node, EdgeKind::MemberOf)),
    }
}

/// The party among what somebody is a member of; of several the first by id.
fn party(graph: &KnowledgeGraph, bodies: impl Iterator<Item = NodeId>) -> Option<Id> {
    let parties = bodies.filter(|body| graph.fact(*body).kind() == Some(Kind::Party));
    parties.map(|party| graph.id(party)).min()
}
