//! Projection: the nodes and edges that follow from facts.

use super::csr::{Grouped, Rows};
use super::dated::Dated;
use super::days::Days;
use super::edge::Stored;
use super::stated::Stated;
use super::tenure::Tenures;
use super::{Edge, EdgeId, EdgeKind, Entry, KnowledgeGraph, NodeId, NodeKind};
use crate::column::Column;
use crate::date::{Bounds, Day};
use crate::id::Id;
use crate::model::{Fact, Facts, Part};
use crate::record::{Body, Capacity, Event, Kind, Slot, Source, SourceKind};
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Builds the graph over the facts.
pub(super) fn build(facts: Facts) -> KnowledgeGraph {
    let (nodes, kinds, node_of) = number(&facts);
    let days: Vec<Option<Bounds>> =
        nodes.par_iter().map(|at| facts.fact(*at as usize).timing.as_ref().map(|timing| timing.hull())).collect();
    let (begins, all) = edges(&facts, &node_of, nodes.len()).into_parts();
    let at_events = || Dated::new(nodes.len(), &entries(&all, &days));
    let by_office = || Tenures::new(&facts, &node_of, nodes.len());
    let ((incoming, tenures), (dated, calendar)) = rayon::join(
        || rayon::join(|| incoming(&all, nodes.len()), by_office),
        || rayon::join(at_events, || Dated::new(1, &[calendar(&days)])),
    );
    let calendar_days: Vec<Bounds> = days.iter().flatten().copied().collect();
    let mut graph = KnowledgeGraph {
        facts,
        nodes: nodes.into(),
        kinds: kinds.into(),
        node_of: stored(node_of.into_iter().map(|node| node.map(|node| node.0))),
        outgoing: outgoing(begins, all.len()),
        edges: all.into_par_iter().map(Stored::from).collect::<Vec<_>>().into(),
        incoming,
        dated,
        acting: Dated::default(),
        calendar,
        days: stored::<_, Days>(days),
        tenures,
        stated: Stated::default(),
        extent: extent(&calendar_days).into(),
        ruling_parties: Column::default(),
        claiming: Column::default(),
        machines: Column::default(),
        names: OnceLock::new(),
        rows: None,
    };
    graph.claiming = sources(&graph, |source| !source.covers.is_empty()).into();
    graph.machines = sources(&graph, |source| source.kind == Some(SourceKind::Machine)).into();
    graph.ruling_parties = ruling_parties(&graph).into();
    (graph.stated, graph.acting) =
        rayon::join(|| Stated::new(&graph), || Dated::new(graph.nodes.len(), &acting(&graph)));
    graph
}

/// Items as they lie in a column.
fn stored<I, S: From<I> + bytemuck::Pod>(items: impl IntoIterator<Item = I>) -> Column<S> {
    items.into_iter().map(S::from).collect::<Vec<S>>().into()
}

/// The place of each node among the facts, what each is, and the node of each fact.
fn number(facts: &Facts) -> (Vec<u32>, Vec<u8>, Vec<Option<NodeId>>) {
    let (mut nodes, mut kinds) = (Vec::with_capacity(facts.len()), Vec::with_capacity(facts.len()));
    let mut node_of = Vec::with_capacity(facts.len());
    let places: Vec<u32> = (0_u32..).take(facts.len()).collect();
    let all: Vec<Option<Kind>> = places.par_iter().map(|at| facts.fact(*at as usize).kind()).collect();
    for (kind, position) in all.into_iter().zip(0_u32..) {
        let is_node = kind.is_none_or(NodeKind::is_node);
        let next = NodeId(u32::try_from(nodes.len()).unwrap_or(u32::MAX));
        node_of.push(is_node.then_some(next));
        if is_node {
            nodes.push(position);
            kinds.push(kind.map_or(NodeKind::Stub, NodeKind::Of).number());
        }
    }
    (nodes, kinds, node_of)
}

/// So many facts are worked on by one thread in one go.
const IN_ONE_GO: usize = 4096;

/// All edges, in their order: by first node, then by kind.
fn edges(facts: &Facts, node_of: &[Option<NodeId>], nodes: usize) -> Grouped<Edge> {
    let places: Vec<usize> = (0..facts.len()).collect();
    let of_some = |places: &[usize]| {
        let mut edges = Edges { facts, node_of, all: Vec::new() };
        for at in places {
            edges.of_fact(*at, facts.fact(*at));
        }
        edges.all
    };
    let pieces: Vec<Vec<(u32, Edge)>> = places.par_chunks(IN_ONE_GO).map(of_some).collect();
    let mut sorted = Grouped::of_pieces(nodes, &pieces);
    drop(pieces);
    sorted.for_each_row(|_, row| row.par_sort_unstable());
    sorted.without_repeats()
}

/// The edges that begin at each node: they lie in this order, those of one kind together.
fn outgoing(begins: Vec<u32>, edges: usize) -> Rows<EdgeId> {
    let ids: Vec<EdgeId> = (0_u32..).take(edges).map(EdgeId).collect();
    Rows { offsets: begins.into(), items: ids.into() }
}

/// The edges that end at each node, in the order of kinds, so that those of one kind are found without looking at all.
fn incoming(all: &[Edge], nodes: usize) -> Rows<EdgeId> {
    let pairs: Vec<(u32, EdgeId)> = all.iter().zip(0_u32..).map(|(edge, id)| (edge.to.0, EdgeId(id))).collect();
    let mut rows = Grouped::new(nodes, &pairs);
    let kind = |id: &EdgeId| all.get(id.index()).map(|edge| edge.kind);
    rows.for_each_row(|_, row| row.sort_by_key(kind));
    rows.into()
}

/// The events at each node, from either end of an edge that stands on an event.
fn entries(edges: &[Edge], days: &[Option<Bounds>]) -> Vec<Vec<(u32, Entry)>> {
    let counts = |edge: &&Edge| !matches!(edge.kind, EdgeKind::Supports | EdgeKind::Represented);
    let of_some = |edges: &[Edge]| {
        let mut all = Vec::new();
        for edge in edges.iter().filter(counts) {
            for (event, other) in [(edge.from, edge.to), (edge.to, edge.from)] {
                if let Some(Some(bounds)) = days.get(event.index()) {
                    all.push((other.0, Entry::new(event, edge.kind, edge.part, bounds)));
                }
            }
        }
        all
    };
    edges.par_chunks(IN_ONE_GO).map(of_some).collect()
}

fn calendar(days: &[Option<Bounds>]) -> Vec<(u32, Entry)> {
    let dated = days.iter().zip(0_u32..).filter_map(|(days, node)| Some((node, days.as_ref()?)));
    dated.map(|(node, days)| (0, Entry::new(NodeId(node), EdgeKind::TookPartIn, None, days))).collect()
}

/// For every actor: the participations in which somebody stood for it, or for what belongs to it.
fn acting(graph: &KnowledgeGraph) -> Vec<Vec<(u32, Entry)>> {
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
    events.par_chunks(IN_ONE_GO).map(of_some).collect()
}

/// The first and the last day that is known of any event.
fn extent(days: &[Bounds]) -> Vec<Day> {
    let stated =
        |end: fn(&Bounds) -> [Day; 2]| days.iter().flat_map(end).filter(|day| !day.is_open()).collect::<Vec<_>>();
    let all = stated(|days| [days.first(), days.last()]);
    // An open end says nothing; the other day of such an event still does.
    let inner = stated(|days| [days.start_last, days.end_first]);
    let known = || all.iter().chain(&inner).copied();
    known().min().into_iter().chain(known().max()).collect()
}

fn sources(graph: &KnowledgeGraph, is_meant: fn(&Source) -> bool) -> Vec<NodeId> {
    let fits = |node: &NodeId| match graph.fact(*node).body.as_deref() {
        Some(Body::Source(source)) => is_meant(source),
        _ => false,
    };
    graph.of_kind(Kind::Source).filter(fits).collect()
}

fn ruling_parties(graph: &KnowledgeGraph) -> Vec<[NodeId; 2]> {
    let ruled = |party: NodeId| match graph.fact(party).body.as_deref() {
        Some(Body::Party(body)) => body.ruling.iter().filter_map(|ruled| graph.node_of(&ruled.of)).collect(),
        _ => Vec::new(),
    };
    graph.of_kind(Kind::Party).flat_map(|party| ruled(party).into_iter().map(move |state| [state, party])).collect()
}

struct Edges<'f> {
    facts: &'f Facts,
    node_of: &'f [Option<NodeId>],
    /// Each behind the number of the node at which it begins.
    all: Vec<(u32, Edge)>,
}

impl Edges<'_> {
    fn node(&self, id: &Id) -> Option<NodeId> {
        self.facts.place(id).and_then(|at| self.node_of.get(at).copied().flatten())
    }

    fn add(&mut self, from: &Id, kind: EdgeKind, to: &Id, basis: usize) {
        self.part(from, kind, to, basis, None);
    }

    fn part(&mut self, from: &Id, kind: EdgeKind, to: &Id, basis: usize, part: Option<u32>) {
        if let (Some(from), Some(to)) = (self.node(from), self.node(to)) {
            let basis = u32::try_from(basis).unwrap_or(u32::MAX);
            self.all.push((from.0, Edge { from, kind, to, basis, part }));
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
                let standing = fact.accounts.iter().filter(|account| !account.withdrawn);
                for citation in standing.filter_map(|account| account.citation.as_ref()) {
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
            Capacity::Office(office) => match self.facts.fact(self.facts.place(office)?).body.as_deref() {
                Some(Body::Office(office)) => Some(office.of.clone()),
                _ => None,
            },
            Capacity::EnvoyOf(actor) => Some(actor.clone()),
            Capacity::Former(_) | Capacity::Elect(_) | Capacity::Private => None,
        }
    }
}
