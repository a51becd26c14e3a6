//! The knowledge graph itself: facts with the indexes over them.

use super::by_kind::ByKind;
use super::csr::Rows;
use super::dated::Dated;
use super::tenure::Tenures;
use super::{Edge, EdgeId, EdgeKind, Entry, Filter, NodeId, NodeKind, View};
use crate::date::{Bounds, Day, Period};
use crate::model::{Certainty, Fact, Facts, Part};
use crate::record::Event;

/// Facts, and the graph over them.
///
/// Built once and read only afterwards. Memory grows with facts and edges; no search scans them all unless it is asked
/// about everything.
#[derive(Debug)]
pub struct KnowledgeGraph {
    pub(super) facts: Facts,
    /// The position of each node among the facts.
    pub(super) nodes: Vec<u32>,
    /// The position of each fact, by kind.
    pub(super) by_kind: ByKind,
    /// What each node is.
    pub(super) kinds: Vec<NodeKind>,
    /// The node of each fact, where it is one.
    pub(super) node_of: Vec<Option<NodeId>>,
    pub(super) edges: Vec<Edge>,
    pub(super) outgoing: Rows<EdgeId>,
    pub(super) incoming: Rows<EdgeId>,
    /// Events by the nodes that they touch.
    pub(super) dated: Dated,
    /// Participations by the actor for whom somebody took part in a stated capacity.
    pub(super) acting: Dated,
    /// Every event, in one row.
    pub(super) calendar: Dated,
    /// The days of each node, where it is an event.
    pub(super) days: Vec<Option<Bounds>>,
    pub(super) tenures: Tenures,
    pub(super) extent: (usize, Option<Day>, Option<Day>),
    /// States with the parties that have ruled them.
    pub(super) ruling_parties: Vec<(NodeId, NodeId)>,
    /// Sources that claim to cover something.
    pub(super) claiming: Vec<NodeId>,
}

impl KnowledgeGraph {
    /// Projects facts onto a graph. Takes a sort of the edges.
    pub fn new(facts: Facts) -> Self {
        super::build::build(facts)
    }

    /// The facts.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The node that answers to an id.
    pub fn node(&self, id: &str) -> Option<NodeId> {
        self.facts.position(id).and_then(|at| self.node_of.get(at).copied().flatten())
    }

    /// The fact behind a node.
    ///
    /// # Panics
    /// If the node was given by another, larger graph.
    pub fn fact(&self, node: NodeId) -> &Fact {
        self.facts.fact(self.nodes[node.index()] as usize)
    }

    /// The fact that an edge stands on.
    pub fn basis(&self, edge: &Edge) -> &Fact {
        self.facts.fact(edge.basis as usize)
    }

    /// What a node is.
    pub fn kind(&self, node: NodeId) -> NodeKind {
        self.kinds.get(node.index()).copied().unwrap_or(NodeKind::Stub)
    }

    /// The event behind a node.
    pub fn event(&self, node: NodeId) -> Option<&Event> {
        self.fact(node).event()
    }

    /// The days that the accounts of an event leave open, at the widest.
    pub fn days(&self, node: NodeId) -> Option<Bounds> {
        self.days.get(node.index()).copied().flatten()
    }

    /// Every node, in the order of ids.
    pub fn nodes(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)).map(NodeId)
    }

    /// How many nodes there are.
    pub fn node_count(&self) -> usize {
        self.nodes.len()
    }

    /// Every edge, by its first node.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// An edge by its number.
    pub(super) fn edge(&self, id: EdgeId) -> Option<&Edge> {
        self.edges.get(id.index())
    }

    /// The edges that begin at a node.
    pub fn outgoing(&self, node: NodeId) -> impl Iterator<Item = &Edge> {
        self.outgoing.row(node.index()).iter().filter_map(|id| self.edge(*id))
    }

    /// The edges that end at a node.
    pub fn incoming(&self, node: NodeId) -> impl Iterator<Item = &Edge> {
        self.incoming.row(node.index()).iter().filter_map(|id| self.edge(*id))
    }

    fn kind_of(&self, id: EdgeId) -> Option<EdgeKind> {
        self.edge(id).map(|edge| edge.kind)
    }

    /// The nodes to which edges of one kind lead. Costs the logarithm of the node's edges and what it finds.
    pub fn to(&self, node: NodeId, kind: EdgeKind) -> impl Iterator<Item = NodeId> {
        self.outgoing_of(node, kind).map(|edge| edge.to)
    }

    /// The edges of one kind that begin at a node. Costs the logarithm of the node's edges and what it finds.
    pub fn outgoing_of(&self, node: NodeId, kind: EdgeKind) -> impl Iterator<Item = &Edge> {
        let ids = of_kind(self.outgoing.row(node.index()), |id| self.kind_of(*id), kind);
        ids.iter().filter_map(|id| self.edge(*id))
    }

    /// The nodes from which edges of one kind come. Costs the logarithm of the node's edges and what it finds.
    pub fn from(&self, node: NodeId, kind: EdgeKind) -> impl Iterator<Item = NodeId> {
        let ids = of_kind(self.incoming.row(node.index()), |id| self.kind_of(*id), kind);
        ids.iter().filter_map(|id| self.edge(*id)).map(|edge| edge.from)
    }

    /// The events at a node that possibly touch a period, by first day. Costs the logarithm of the node's events
    /// and what it finds.
    pub fn events_at(&self, node: NodeId, period: Period) -> Vec<Entry> {
        self.dated.touching(node.index(), period)
    }

    /// How many entries a node has over all time.
    pub fn activity(&self, node: NodeId) -> usize {
        self.dated.row(node.index()).len()
    }

    /// The participations in which somebody took part for an actor by stated capacity, possibly within a period.
    pub fn acting_for(&self, actor: NodeId, period: Period) -> Vec<Entry> {
        self.acting.touching(actor.index(), period)
    }

    /// Every event that possibly touches a period, by first day.
    pub fn calendar(&self, period: Period) -> Vec<Entry> {
        self.calendar.touching(0, period)
    }

    /// How many events there are, and the first and last day that one can have taken place, as far as stated.
    pub fn extent(&self) -> (usize, Option<Day>, Option<Day>) {
        self.extent
    }

    /// The participation that an entry or edge speaks of.
    pub fn part(&self, event: NodeId, part: u32) -> Option<&Part> {
        self.fact(event).parts.get(part as usize)
    }

    /// The whole graph as a view.
    pub fn view(&self) -> View<'_> {
        View::new(self, Filter::default())
    }

    /// How many groups of nodes there are that no edge joins, sources left aside: a source joins all that it reports.
    pub fn components(&self) -> usize {
        let sources = self.nodes().filter(|node| self.kind(*node) == NodeKind::Of(crate::record::Kind::Source)).count();
        let without = [EdgeKind::Supports, EdgeKind::Denies].into();
        let view = View::new(self, Filter { without, ..Filter::default() });
        view.components().saturating_sub(sources)
    }

    /// The node of the fact that an edge stands on, if it is one.
    pub fn basis_node(&self, edge: &Edge) -> Option<NodeId> {
        self.node_of.get(edge.basis as usize).copied().flatten()
    }

    /// How surely an event lies in a period: certain if every alternative puts it there on all its possible days,
    /// disputed if one may and another cannot or a denial speaks against the event, possible if it may.
    pub fn certainty_in(&self, event: NodeId, period: Period) -> Option<Certainty> {
        self.fact(event).certainty(|days| Certainty::of(days.certainly_in(period), days.possibly_in(period)))
    }

    /// How surely an event began in a period.
    pub fn certainty_began(&self, event: NodeId, period: Period) -> Option<Certainty> {
        self.fact(event)
            .certainty(|days| Certainty::of(days.certainly_began_in(period), days.possibly_began_in(period)))
    }
}

/// The edges of one kind among those of a node, which lie in the order of kinds.
fn of_kind(ids: &[EdgeId], kind_of: impl Fn(&EdgeId) -> Option<EdgeKind>, kind: EdgeKind) -> &[EdgeId] {
    let first = ids.partition_point(|id| kind_of(id) < Some(kind));
    let rest = ids.get(first..).unwrap_or_default();
    rest.get(..rest.partition_point(|id| kind_of(id) == Some(kind))).unwrap_or_default()
}
