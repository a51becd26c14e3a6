//! The knowledge graph itself: facts with the indexes over them.

use super::csr::Rows;
use super::dated::Dated;
use super::days::Days;
use super::edge::Stored;
use super::rows::RowNodes;
use super::stated::Stated;
use super::tenure::Tenures;
use super::{Edge, EdgeId, EdgeKind, Entry, Filter, NodeId, NodeKind, View};
use crate::column::{Column, Maybe};
use crate::date::{Bounds, Day, Period};
use crate::id::Id;
use crate::model::{Account, Certainty, Fact, Facts, Part};
use crate::names::NameKeys;
use crate::record::{Event, Kind};
use crate::table::Tables;
use std::sync::OnceLock;

/// Facts, and the graph over them.
///
/// Built once and read only afterwards. Memory grows with facts and edges; no search scans them all unless it is asked
/// about everything.
#[derive(Debug)]
pub struct KnowledgeGraph {
    pub(super) facts: Facts,
    /// The position of each node among the facts.
    pub(super) nodes: Column<u32>,
    /// What each node is.
    pub(super) kinds: Column<u8>,
    /// The node of each fact, where it is one.
    pub(super) node_of: Column<Maybe>,
    pub(super) edges: Column<Stored>,
    pub(super) outgoing: Rows<EdgeId>,
    pub(super) incoming: Rows<EdgeId>,
    /// Events by the nodes that they touch.
    pub(super) dated: Dated,
    /// Participations by the actor for whom somebody took part in a stated capacity.
    pub(super) acting: Dated,
    /// Every event, in one row.
    pub(super) calendar: Dated,
    /// The days of each node, where it is an event.
    pub(super) days: Column<Days>,
    pub(super) tenures: Tenures,
    pub(super) stated: Stated,
    /// The first and last day that an event can have taken place: two items, or none.
    pub(super) extent: Column<Day>,
    /// States with the parties that have ruled them.
    pub(super) ruling_parties: Column<[NodeId; 2]>,
    /// Sources that claim to cover something.
    pub(super) claiming: Column<NodeId>,
    /// Sources that machines coded.
    pub(super) machines: Column<NodeId>,
    /// The keys of all names: read with the graph, or made when they are first needed.
    pub(super) names: OnceLock<NameKeys>,
    /// Tables of events beside the facts.
    pub(super) rows: Option<RowNodes>,
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
        self.facts.position(id).and_then(|at| self.node_at(at))
    }

    /// The same as [`node`](Self::node) of an id that is at hand, which remembers where its fact lies.
    pub fn node_of(&self, id: &Id) -> Option<NodeId> {
        self.facts.place(id).and_then(|at| self.node_at(at))
    }

    /// The node of the fact at a place in the order of facts, where it is one; rows of tables lie behind all others.
    pub(super) fn node_at(&self, position: usize) -> Option<NodeId> {
        if let Some(row) = position.checked_sub(self.facts.first_row()).filter(|_| self.rows.is_some()) {
            return Some(NodeId(self.first_row_node().checked_add(u32::try_from(row).ok()?)?));
        }
        self.node_of.get(position).and_then(Maybe::get).map(NodeId)
    }

    /// The place of a node's fact in the order of facts; no place for a node of another, larger graph.
    pub fn position(&self, node: NodeId) -> usize {
        if let Some(row) = node.0.checked_sub(self.first_row_node()).filter(|_| self.rows.is_some()) {
            return self.facts.first_row() + row as usize;
        }
        self.nodes.get(node.index()).map_or(usize::MAX, |position| position as usize)
    }

    /// The fact behind a node; one of which nothing is known for a node of another, larger graph.
    pub fn fact(&self, node: NodeId) -> &Fact {
        self.facts.fact(self.position(node))
    }

    /// The fact that an edge stands on.
    pub fn basis(&self, edge: &Edge) -> &Fact {
        self.facts.fact(edge.basis as usize)
    }

    /// What a node is.
    pub fn kind(&self, node: NodeId) -> NodeKind {
        let kind = self.kinds.get(node.index()).map(NodeKind::numbered);
        kind.or_else(|| self.row_kind(node)).unwrap_or(NodeKind::Stub)
    }

    /// The event behind a node.
    pub fn event(&self, node: NodeId) -> Option<&Event> {
        self.fact(node).event()
    }

    /// The days that the accounts of an event leave open, at the widest.
    pub fn days(&self, node: NodeId) -> Option<Bounds> {
        self.days.get(node.index()).map_or_else(|| self.row_days(node), Days::get)
    }

    /// Every node, in the order of ids; rows of tables left aside.
    pub fn nodes(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)).map(NodeId)
    }

    /// The nodes that are facts of a kind, in the order of ids. Costs what it finds.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = NodeId> {
        self.facts.of_kind(kind).filter_map(|at| self.node_at(at))
    }

    /// How many nodes there are, rows of tables left aside.
    pub fn node_count(&self) -> usize {
        self.nodes.len()
    }

    /// Every edge, by its first node.
    pub fn edges(&self) -> impl ExactSizeIterator<Item = Edge> {
        self.edges.iter().map(|stored| Edge::from(*stored))
    }

    /// How many edges there are.
    pub fn edge_count(&self) -> usize {
        self.edges.len()
    }

    /// An edge by its number.
    pub(super) fn edge(&self, id: EdgeId) -> Option<Edge> {
        self.edges.get(id.index()).map(Edge::from)
    }

    /// The edges that begin at a node.
    pub fn outgoing(&self, node: NodeId) -> impl Iterator<Item = Edge> {
        self.outgoing.row(node.index()).iter().filter_map(|id| self.edge(*id))
    }

    /// The edges that end at a node.
    pub fn incoming(&self, node: NodeId) -> impl Iterator<Item = Edge> {
        self.incoming.row(node.index()).iter().filter_map(|id| self.edge(*id))
    }

    fn kind_of(&self, id: EdgeId) -> Option<EdgeKind> {
        self.edges.get(id.index()).map(Stored::kind)
    }

    /// The nodes to which edges of one kind lead. Costs the logarithm of the node's edges and what it finds.
    pub fn to(&self, node: NodeId, kind: EdgeKind) -> impl Iterator<Item = NodeId> {
        self.outgoing_of(node, kind).map(|edge| edge.to)
    }

    /// The edges of one kind that begin at a node. Costs the logarithm of the node's edges and what it finds.
    pub fn outgoing_of(&self, node: NodeId, kind: EdgeKind) -> impl Iterator<Item = Edge> {
        let ids = of_kind(self.outgoing.row(node.index()), |id| self.kind_of(*id), kind);
        ids.iter().filter_map(|id| self.edge(*id)).chain(self.row_edges(node, kind))
    }

    /// The nodes from which edges of one kind come. Costs the logarithm of the node's edges and what it finds.
    pub fn from(&self, node: NodeId, kind: EdgeKind) -> impl Iterator<Item = NodeId> {
        let ids = of_kind(self.incoming.row(node.index()), |id| self.kind_of(*id), kind);
        ids.iter().filter_map(|id| self.edge(*id)).map(|edge| edge.from)
    }

    /// The events at a node that possibly touch a period, by first day. Costs the logarithm of the node's events
    /// and what it finds.
    pub fn events_at(&self, node: NodeId, period: Period) -> Vec<Entry> {
        together(self.recorded_at(node, period), self.row_entries(node, period))
    }

    /// The same without rows of tables.
    pub fn recorded_at(&self, node: NodeId, period: Period) -> Vec<Entry> {
        self.dated.touching(node.index(), period)
    }

    /// How many entries a node has over all time.
    pub fn activity(&self, node: NodeId) -> usize {
        self.dated.count(node.index()) + self.row_activity(node)
    }

    /// The participations in which somebody took part for an actor by stated capacity, possibly within a period.
    pub fn acting_for(&self, actor: NodeId, period: Period) -> Vec<Entry> {
        self.acting.touching(actor.index(), period)
    }

    /// Every event that possibly touches a period, by first day.
    pub fn calendar(&self, period: Period) -> Vec<Entry> {
        together(self.recorded_calendar(period), self.row_calendar(period))
    }

    /// The same without rows of tables.
    pub fn recorded_calendar(&self, period: Period) -> Vec<Entry> {
        self.calendar.touching(0, period)
    }

    /// How many events there are, and the first and last day that one can have taken place, as far as stated.
    pub fn extent(&self) -> (usize, Option<Day>, Option<Day>) {
        let day = |at| self.extent.get(at);
        let rows = self.tables().and_then(Tables::extent);
        let first = day(0).into_iter().chain(rows.map(|days| days.0)).min();
        let last = day(1).into_iter().chain(rows.map(|days| days.1)).max();
        (self.calendar.count(0) + self.tables().map_or(0, Tables::shown), first, last)
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
        let sources = self.of_kind(Kind::Source).count();
        let without = [EdgeKind::Supports, EdgeKind::Denies].into();
        let view = View::new(self, Filter { without, ..Filter::default() });
        view.components().saturating_sub(sources)
    }

    /// The node of the fact that an edge stands on, if it is one.
    pub fn basis_node(&self, edge: &Edge) -> Option<NodeId> {
        self.node_at(edge.basis as usize)
    }

    /// How surely an event lies in a period: certain if every alternative puts it there on all its possible days,
    /// disputed if one may and another cannot or a denial speaks against the event, possible if it may.
    ///
    /// What only machines have coded is never more than possible.
    pub fn certainty_in(&self, event: NodeId, period: Period) -> Option<Certainty> {
        if let Some(found) = self.row_certainty(event, |days| days.possibly_in(period)) {
            return found;
        }
        let fact = self.fact(event);
        let found = fact.certainty(|days| Certainty::of(days.certainly_in(period), days.possibly_in(period)))?;
        Some(self.as_coded(fact, found))
    }

    /// How surely an event began in a period.
    pub fn certainty_began(&self, event: NodeId, period: Period) -> Option<Certainty> {
        if let Some(found) = self.row_certainty(event, |days| days.possibly_began_in(period)) {
            return found;
        }
        let fact = self.fact(event);
        let found =
            fact.certainty(|days| Certainty::of(days.certainly_began_in(period), days.possibly_began_in(period)))?;
        Some(self.as_coded(fact, found))
    }

    /// How sure an event is, given how sure its accounts make it: a machine that reads reports is no witness.
    fn as_coded(&self, fact: &Fact, found: Certainty) -> Certainty {
        if found == Certainty::Certain && self.is_coded(fact) { Certainty::Possible } else { found }
    }

    /// Whether nobody but machines tells of an event.
    fn is_coded(&self, fact: &Fact) -> bool {
        let Some(timing) = fact.timing.as_ref().filter(|_| !self.machines.is_empty()) else { return false };
        let mut supporting = fact.accounts.iter().filter(|account| account.supports(timing.status)).peekable();
        let is_machine = |account: &Account| {
            let source = account.citation.as_ref().and_then(|citation| self.node_of(&citation.source));
            source.is_some_and(|source| self.machines.contains(&source))
        };
        supporting.peek().is_some() && supporting.all(is_machine)
    }
}

/// Entries of facts and of rows, by first day.
fn together(mut entries: Vec<Entry>, rows: Vec<Entry>) -> Vec<Entry> {
    if !rows.is_empty() {
        entries.extend(rows);
        entries.sort_unstable();
    }
    entries
}

/// The edges of one kind among those of a node, which lie in the order of kinds.
fn of_kind(ids: &[EdgeId], kind_of: impl Fn(&EdgeId) -> Option<EdgeKind>, kind: EdgeKind) -> &[EdgeId] {
    let first = ids.partition_point(|id| kind_of(id) < Some(kind));
    let rest = ids.get(first..).unwrap_or_default();
    rest.get(..rest.partition_point(|id| kind_of(id) == Some(kind))).unwrap_or_default()
}
