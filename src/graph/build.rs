//! Projection: the nodes and edges that follow from facts.

use super::by_kind::ByKind;
use super::csr::Rows;
use super::dated::Dated;
use super::tenure::Tenures;
use super::{Edge, EdgeId, EdgeKind, Entry, KnowledgeGraph, NodeId, NodeKind};
use crate::date::{Bounds, Day};
use crate::id::Id;
use crate::model::{Fact, Facts, Part};
use crate::record::{Body, Capacity, Event, Kind, Slot};
use rayon::prelude::*;
use std::collections::HashMap;

/// Builds the graph over the facts.
pub(super) fn build(facts: Facts) -> KnowledgeGraph {
    let kinds_of_facts = kinds(&facts);
    let Numbers { nodes, kinds, node_of } = number(&kinds_of_facts);
    let by_kind = ByKind::new(&kinds_of_facts);
    let all = edges(&facts, &node_of, nodes.len());
    let days: Vec<Option<Bounds>> =
        nodes.par_iter().map(|at| facts.fact(*at as usize).timing.as_ref().map(|timing| timing.hull())).collect();
    let (outgoing, incoming) =
        rayon::join(|| ids_at(&all, nodes.len(), outgoing), || ids_at(&all, nodes.len(), incoming));
    let dated = Dated::new(nodes.len(), &entries(&all, &days));
    let calendar = Dated::new(1, &calendar(&days));
    let calendar_days: Vec<Bounds> = days.iter().flatten().copied().collect();
    let tenures = Tenures::new(&facts, &node_of, nodes.len());
    let mut graph = KnowledgeGraph {
        facts,
        nodes,
        by_kind,
        kinds,
        node_of,
        edges: all,
        outgoing,
        incoming,
        dated,
        acting: Dated::default(),
        calendar,
        days,
        tenures,
        extent: extent(&calendar_days),
        ruling_parties: Vec::new(),
        claiming: Vec::new(),
    };
    graph.claiming = claiming(&graph);
    graph.ruling_parties = ruling_parties(&graph);
    graph.acting = Dated::new(graph.nodes.len(), &acting(&graph));
    graph
}

/// The facts that are nodes.
#[derive(Default)]
struct Numbers {
    /// The place of each node among the facts.
    nodes: Vec<u32>,
    /// What each node is.
    kinds: Vec<NodeKind>,
    /// The node of each fact.
    node_of: Vec<Option<NodeId>>,
}

fn kinds(facts: &Facts) -> Vec<Option<Kind>> {
    (0..facts.len()).into_par_iter().with_min_len(IN_ONE_GO).map(|at| facts.fact(at).kind()).collect()
}

fn number(kinds: &[Option<Kind>]) -> Numbers {
    let mut numbers = Numbers::default();
    for (kind, position) in kinds.iter().zip(0_u32..) {
        let is_node = kind.is_none_or(NodeKind::is_node);
        let next = NodeId(u32::try_from(numbers.nodes.len()).unwrap_or(u32::MAX));
        numbers.node_of.push(is_node.then_some(next));
        if is_node {
            numbers.nodes.push(position);
            numbers.kinds.push(kind.map_or(NodeKind::Stub, NodeKind::Of));
        }
    }
    numbers
}

/// So many facts are worked on by one thread in one go.
const IN_ONE_GO: usize = 4096;

/// All edges, in their order: by first node, then by kind.
fn edges(facts: &Facts, node_of: &[Option<NodeId>], nodes: usize) -> Vec<Edge> {
    let of_some = |first: usize| {
        let mut edges = Edges { facts, node_of, all: Vec::new() };
        for at in (first..facts.len()).take(IN_ONE_GO) {
            edges.of_fact(at, facts.fact(at));
        }
        edges.all.into_iter().map(|edge| (edge.from.0, edge)).collect::<Vec<_>>()
    };
    let pieces = (0..facts.len()).into_par_iter().step_by(IN_ONE_GO).map(of_some);
    let pieces: Vec<Vec<(u32, Edge)>> = pieces.collect();
    let mut sorted = Rows::new(nodes, &pieces.concat());
    sorted.for_each_row(|_, row| row.par_sort_unstable());
    sorted.without_repeats().into_items()
}

/// The node at which an edge begins.
fn outgoing(edge: &Edge) -> NodeId {
    edge.from
}

/// The node at which an edge ends.
fn incoming(edge: &Edge) -> NodeId {
    edge.to
}

/// The edges at each node by one of their ends, in the order of kinds, so that those of one kind are found without
/// looking at all.
fn ids_at(all: &[Edge], nodes: usize, end: fn(&Edge) -> NodeId) -> Rows<EdgeId> {
    let pairs: Vec<(u32, EdgeId)> = all.iter().zip(0_u32..).map(|(edge, id)| (end(edge).0, EdgeId(id))).collect();
    let mut rows = Rows::new(nodes, &pairs);
    let kind = |id: &EdgeId| all.get(id.index()).map(|edge| edge.kind);
    rows.for_each_row(|_, row| row.sort_by_key(kind));
    rows
}

/// The events at each node, from either end of an edge that stands on an event.
fn entries(edges: &[Edge], days: &[Option<Bounds>]) -> Vec<(u32, Entry)> {
    let mut all = Vec::new();
    for edge in edges.iter().filter(|edge| edge.kind != EdgeKind::Supports) {
        for (event, other) in [(edge.from, edge.to), (edge.to, edge.from)] {
            if let Some(Some(bounds)) = days.get(event.index())
                && edge.kind != EdgeKind::Represented
            {
                all.push((other.0, Entry::new(event, edge.kind, edge.part, bounds)));
            }
        }
    }
    all
}

fn calendar(days: &[Option<Bounds>]) -> Vec<(u32, Entry)> {
    let dated = days.iter().zip(0_u32..).filter_map(|(days, node)| Some((node, days.as_ref()?)));
    dated.map(|(node, days)| (0, Entry::new(NodeId(node), EdgeKind::TookPartIn, None, days))).collect()
}

/// For every actor: the participations in which somebody stood for it, or for what belongs to it.
fn acting(graph: &KnowledgeGraph) -> Vec<(u32, Entry)> {
    let of_some = |events: &[NodeId]| {
        let mut all = Vec::new();
        let mut above: HashMap<NodeId, Vec<NodeId>> = HashMap::new();
        for event in events {
            let Some(days) = graph.days(*event) else {
                continue;
            };
            for (part, number) in graph.fact(*event).parts.iter().zip(0_u32..) {
                for actor in graph.stated_actors(*event, part) {
                    for above in above.entry(actor).or_insert_with(|| graph.above(actor)) {
                        all.push((above.0, Entry::new(*event, EdgeKind::Represented, Some(number), &days)));
                    }
                }
            }
        }
        all
    };
    let events: Vec<NodeId> = graph.nodes().filter(|node| graph.kind(*node).is_event()).collect();
    let pieces: Vec<Vec<(u32, Entry)>> = events.par_chunks(IN_ONE_GO).map(of_some).collect();
    pieces.concat()
}

fn extent(days: &[Bounds]) -> (usize, Option<Day>, Option<Day>) {
    let stated =
        |end: fn(&Bounds) -> [Day; 2]| days.iter().flat_map(end).filter(|day| !day.is_open()).collect::<Vec<_>>();
    let all = stated(|days| [days.first(), days.last()]);
    // An open end says nothing; the other day of such an event still does.
    let inner = stated(|days| [days.start_last, days.end_first]);
    let known = || all.iter().chain(&inner).copied();
    (days.len(), known().min(), known().max())
}

fn claiming(graph: &KnowledgeGraph) -> Vec<NodeId> {
    let claims = |node: &NodeId| match graph.fact(*node).body.as_deref() {
        Some(Body::Source(source)) => !source.covers.is_empty(),
        _ => false,
    };
    of_kind(graph, Kind::Source).filter(claims).collect()
}

fn ruling_parties(graph: &KnowledgeGraph) -> Vec<(NodeId, NodeId)> {
    let ruled = |party: NodeId| match graph.fact(party).body.as_deref() {
        Some(Body::Party(body)) => body.ruling.iter().filter_map(|ruled| graph.node(ruled.of.as_str())).collect(),
        _ => Vec::new(),
    };
    of_kind(graph, Kind::Party).flat_map(|party| ruled(party).into_iter().map(move |state| (state, party))).collect()
}

fn of_kind(graph: &KnowledgeGraph, kind: Kind) -> impl Iterator<Item = NodeId> {
    graph.nodes().filter(move |node| graph.kind(*node) == NodeKind::Of(kind))
}

struct Edges<'f> {
    facts: &'f Facts,
    node_of: &'f [Option<NodeId>],
    all: Vec<Edge>,
}

impl Edges<'_> {
    fn node(&self, id: &Id) -> Option<NodeId> {
        self.facts.position(id.as_str()).and_then(|at| self.node_of.get(at).copied().flatten())
    }

    fn add(&mut self, from: &Id, kind: EdgeKind, to: &Id, basis: usize) {
        self.part(from, kind, to, basis, None);
    }

    fn part(&mut self, from: &Id, kind: EdgeKind, to: &Id, basis: usize, part: Option<u32>) {
        if let (Some(from), Some(to)) = (self.node(from), self.node(to)) {
            let basis = u32::try_from(basis).unwrap_or(u32::MAX);
            self.all.push(Edge { from, kind, to, basis, part });
        }
    }

    fn all(&mut self, from: &Id, kind: EdgeKind, to: &[Id], basis: usize) {
        for to in to {
            self.add(from, kind, to, basis);
        }
    }

    fn of_fact(&mut self, at: usize, fact: &Fact) {
        for account in &fact.accounts {
            if let Some(citation) = &account.citation {
                self.add(&citation.source, EdgeKind::Supports, &fact.id, at);
            }
        }
        match fact.body.as_deref() {
            Some(Body::Event(event)) => self.event(at, fact, event),
            Some(body) => self.undated(at, fact, body),
            None => {}
        }
    }

    fn undated(&mut self, at: usize, fact: &Fact, body: &Body) {
        let id = &fact.id;
        match body {
            Body::Party(party) => self.all(id, EdgeKind::Of, party.of.as_slice(), at),
            Body::Organization(organization) => self.all(id, EdgeKind::Of, organization.of.as_slice(), at),
            Body::Forum(forum) => self.all(id, EdgeKind::Of, forum.of.as_slice(), at),
            Body::Office(office) => self.add(id, EdgeKind::Of, &office.of, at),
            Body::Tenure(tenure) => self.add(&tenure.person, EdgeKind::Holds, &tenure.office, at),
            Body::Membership(membership) => self.add(&membership.who, EdgeKind::MemberOf, &membership.of, at),
            Body::State(state) => self.all(id, EdgeKind::Succeeded, &state.succeeds, at),
            Body::Initiative(initiative) => {
                let proposers = initiative.proposed_by.as_deref().unwrap_or_default();
                self.all(id, EdgeKind::ProposedBy, proposers, at);
            }
            Body::Place(place) => {
                for within in &place.within {
                    self.add(id, EdgeKind::Within, &within.place, at);
                }
            }
            Body::Denial(denial) => {
                for citation in fact.accounts.iter().filter_map(|account| account.citation.as_ref()) {
                    self.add(&citation.source, EdgeKind::Denies, &denial.of, at);
                }
            }
            _ => {}
        }
    }

    fn event(&mut self, at: usize, fact: &Fact, event: &Event) {
        let id = &fact.id;
        for (part, number) in fact.parts.iter().zip(0_u32..) {
            self.participation(at, id, part, number);
        }
        let shared = event.shared();
        self.all(id, EdgeKind::HeldAt, &shared.place, at);
        self.all(id, EdgeKind::PartOf, &shared.part_of, at);
        self.all(id, EdgeKind::Beside, &shared.beside, at);
        self.all(id, EdgeKind::About, &shared.about, at);
        self.all(id, EdgeKind::HostedBy, &shared.hosted_by, at);
        self.all(id, EdgeKind::InvitedBy, &shared.invited_by, at);
        match event {
            Event::Visit(visit) => {
                self.all(id, EdgeKind::Visited, &visit.to, at);
                for leg in &visit.legs {
                    self.add(id, EdgeKind::HeldAt, &leg.place, at);
                }
            }
            Event::Session(session) => self.add(id, EdgeKind::SessionOf, &session.of, at),
            Event::Statement(statement) => self.all(id, EdgeKind::AddressedTo, &statement.to, at),
            Event::Document(document) => {
                self.all(id, EdgeKind::SignedBy, &document.issued_by, at);
                self.all(id, EdgeKind::PartOf, &document.adopted, at);
            }
            Event::Meeting(_) | Event::Call(_) | Event::Activity(_) | Event::Message(_) => {}
        }
    }

    fn participation(&mut self, at: usize, event: &Id, part: &Part, number: u32) {
        let number = Some(number);
        match part.slot {
            Slot::Participants | Slot::Visitors => {
                self.part(&part.who, EdgeKind::TookPartIn, event, at, number);
            }
            Slot::Signatories => self.part(event, EdgeKind::SignedBy, &part.who, at, number),
            Slot::Speaker => self.part(event, EdgeKind::SaidBy, &part.who, at, number),
            Slot::From => self.part(event, EdgeKind::SentBy, &part.who, at, number),
            Slot::To => self.part(event, EdgeKind::AddressedTo, &part.who, at, number),
            Slot::ConveyedBy => self.part(event, EdgeKind::ConveyedBy, &part.who, at, number),
        }
        let stated = part.capacities.iter().filter_map(|stated| self.actor_of(&stated.capacity));
        let stood_for: Vec<Id> = part.stands_for.iter().cloned().chain(stated).collect();
        for actor in &stood_for {
            self.part(&part.who, EdgeKind::Represented, actor, at, number);
        }
    }

    /// The actor of a stated capacity.
    fn actor_of(&self, capacity: &Capacity) -> Option<Id> {
        match capacity {
            Capacity::Office(office) => match self.facts.get(office.as_str())?.body.as_deref() {
                Some(Body::Office(office)) => Some(office.of.clone()),
                _ => None,
            },
            Capacity::EnvoyOf(actor) => Some(actor.clone()),
            Capacity::Former(_) | Capacity::Elect(_) | Capacity::Private => None,
        }
    }
}
