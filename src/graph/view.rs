//! Views: a graph seen through a filter, without a copy.

use super::{Edge, EdgeKind, KnowledgeGraph, NodeId, NodeKind};
use crate::date::Period;
use crate::model::Certainty;
use crate::record::{Kind, Status};
use std::collections::BTreeSet;

/// What a view shows. Every part that is left open shows all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Only events, and edges standing on events, that touch this period.
    pub period: Period,
    /// Only events that lie in the period at least so surely.
    pub at_least: Certainty,
    /// Only events of these kinds.
    pub kinds: Option<BTreeSet<Kind>>,
    /// Only events known to this degree to have taken place.
    pub status: Option<Status>,
    /// Only these nodes.
    pub nodes: Option<BTreeSet<NodeId>>,
    /// No nodes of these kinds.
    pub without_nodes: BTreeSet<Kind>,
    /// Not these kinds of edges.
    pub without: BTreeSet<EdgeKind>,
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            period: Period::ALL,
            at_least: Certainty::Possible,
            kinds: None,
            status: None,
            nodes: None,
            without_nodes: BTreeSet::new(),
            without: BTreeSet::new(),
        }
    }
}

impl Filter {
    /// What a picture of a period shows where nothing else is asked for: everything but sources and what they support
    /// or deny, which would tie every node to every other.
    pub fn for_drawing(period: Period) -> Self {
        Self {
            period,
            without_nodes: BTreeSet::from([Kind::Source]),
            without: BTreeSet::from([EdgeKind::Supports, EdgeKind::Denies]),
            ..Self::default()
        }
    }
}

/// A graph seen through filters.
///
/// Views nest: [`narrow`](Self::narrow) adds a filter, and a view never shows what its parent does not. A node that is
/// no event is shown unless a filter leaves it or its kind out; an edge is shown when both its nodes are and,
/// if it stands on an event, that event is.
#[derive(Clone, Debug)]
pub struct View<'g> {
    graph: &'g KnowledgeGraph,
    filters: Vec<Filter>,
}

impl<'g> View<'g> {
    /// A graph seen through one filter.
    pub fn new(graph: &'g KnowledgeGraph, filter: Filter) -> Self {
        Self { graph, filters: vec![filter] }
    }

    /// The same seen through another filter as well.
    #[must_use]
    pub fn narrow(&self, filter: Filter) -> Self {
        let mut filters = self.filters.clone();
        filters.push(filter);
        Self { graph: self.graph, filters }
    }

    /// The graph behind the view.
    pub fn graph(&self) -> &'g KnowledgeGraph {
        self.graph
    }

    /// Whether a node is shown.
    pub fn shows(&self, node: NodeId) -> bool {
        node.index() < self.graph.node_count() && self.filters.iter().all(|filter| self.admits(filter, node))
    }

    fn admits(&self, filter: &Filter, node: NodeId) -> bool {
        let listed = filter.nodes.as_ref().is_none_or(|nodes| nodes.contains(&node));
        let left_out = matches!(self.graph.kind(node), NodeKind::Of(kind) if filter.without_nodes.contains(&kind));
        listed && !left_out && self.admits_event(filter, node)
    }

    fn admits_event(&self, filter: &Filter, node: NodeId) -> bool {
        let NodeKind::Of(kind) = self.graph.kind(node) else {
            return true;
        };
        if !kind.is_event() {
            return true;
        }
        // The days are at hand; the fact may have to be fetched.
        if !self.graph.days(node).is_some_and(|days| days.possibly_in(filter.period)) {
            return false;
        }
        if !filter.kinds.as_ref().is_none_or(|kinds| kinds.contains(&kind)) {
            return false;
        }
        // An event possibly lies in the whole time, whatever its accounts say.
        if filter.status.is_none() && filter.period == Period::ALL && filter.at_least == Certainty::Possible {
            return true;
        }
        let timing = self.graph.fact(node).timing.as_ref();
        filter.status.is_none_or(|status| timing.is_some_and(|timing| timing.status == status))
            && self.graph.certainty_in(node, filter.period).is_some_and(|certainty| certainty >= filter.at_least)
    }

    /// Whether an edge is shown.
    pub fn shows_edge(&self, edge: &Edge) -> bool {
        let wanted = self.filters.iter().all(|filter| !filter.without.contains(&edge.kind));
        wanted && self.shows(edge.from) && self.shows(edge.to) && self.shows_basis(edge)
    }

    fn shows_basis(&self, edge: &Edge) -> bool {
        let event = self.graph.basis_node(edge).filter(|node| self.graph.kind(*node).is_event());
        event.is_none_or(|event| self.shows(event))
    }

    /// The days that lie in the periods of all filters; none where they exclude each other.
    pub fn period(&self) -> Option<Period> {
        self.filters.iter().try_fold(Period::ALL, |common, filter| common.intersect(filter.period))
    }

    /// The same without the nodes that no edge shown here leads to or stands on, save those to be kept.
    #[must_use]
    pub fn without_lone_nodes(&self, kept: &[NodeId]) -> Self {
        let mut nodes: BTreeSet<NodeId> = kept.iter().copied().collect();
        for edge in self.edges() {
            nodes.extend([edge.from, edge.to]);
            nodes.extend(self.graph.basis_node(&edge));
        }
        self.narrow(Filter { nodes: Some(nodes), ..Filter::default() })
    }

    /// The nodes that are shown, in the order of ids.
    pub fn nodes(&self) -> impl Iterator<Item = NodeId> {
        self.graph.nodes().filter(|node| self.shows(*node))
    }

    /// The edges that are shown, by their first node.
    pub fn edges(&self) -> impl Iterator<Item = Edge> {
        self.graph.edges().filter(|edge| self.shows_edge(edge))
    }

    /// How surely an event lies in the periods of all filters.
    pub fn certainty(&self, event: NodeId) -> Option<Certainty> {
        let mut degrees = self.filters.iter().map(|filter| self.graph.certainty_in(event, filter.period));
        degrees.try_fold(Certainty::Certain, |all, next| Some(all.and(next?)))
    }

    /// How many groups of shown nodes there are that no shown edge joins.
    ///
    /// petgraph's own count wants numbers without gaps, which a view does not have; its union-find does the work.
    pub fn components(&self) -> usize {
        let mut groups = petgraph::unionfind::UnionFind::<usize>::new(self.graph.node_count());
        let nodes = self.nodes().count();
        let joined = self.edges().filter(|edge| groups.union(edge.from.index(), edge.to.index())).count();
        nodes - joined
    }
}
