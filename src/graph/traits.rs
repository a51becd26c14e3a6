//! petgraph's traits on the graph and on its views, so that petgraph's algorithms run on both without a copy.

use super::{Edge, EdgeId, KnowledgeGraph, NodeId, NodeKind, View};
use petgraph::Direction;
use petgraph::visit::{
    Data, EdgeRef, GraphBase, GraphProp, IntoEdgeReferences, IntoEdges, IntoEdgesDirected, IntoNeighbors,
    IntoNeighborsDirected, IntoNodeIdentifiers, IntoNodeReferences, NodeCompactIndexable, NodeCount, NodeIndexable,
    Visitable,
};
use std::collections::HashSet;
use std::marker::PhantomData;

/// An edge seen from one of its ends.
///
/// petgraph wants the node that was asked about as source of an edge in [`IntoEdges`], which holds here because the
/// graph is directed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen<'g> {
    id: EdgeId,
    edge: Edge,
    graph: PhantomData<&'g KnowledgeGraph>,
}

impl Seen<'_> {
    fn new(id: EdgeId, edge: Edge) -> Self {
        Self { id, edge, graph: PhantomData }
    }
}

impl EdgeRef for Seen<'_> {
    type NodeId = NodeId;
    type EdgeId = EdgeId;
    type Weight = Edge;

    fn source(&self) -> NodeId {
        self.edge.from
    }

    fn target(&self) -> NodeId {
        self.edge.to
    }

    fn weight(&self) -> &Edge {
        &self.edge
    }

    fn id(&self) -> EdgeId {
        self.id
    }
}

/// What the two types have in common.
trait Shown<'g> {
    fn whole(&self) -> &'g KnowledgeGraph;
    fn shown(&self, node: NodeId) -> bool;
    fn shown_edge(&self, edge: &Edge) -> bool;

    fn all_edges(&self) -> Vec<Seen<'g>> {
        let edges = self.whole().edges().zip(0_u32..);
        let seen = edges.map(|(edge, id)| Seen::new(EdgeId(id), edge));
        seen.filter(|seen| self.shown_edge(&seen.edge)).collect()
    }

    fn edges_at(&self, node: NodeId, direction: Direction) -> Vec<Seen<'g>> {
        let graph = self.whole();
        let ids = match direction {
            Direction::Outgoing => graph.outgoing.row(node.index()),
            Direction::Incoming => graph.incoming.row(node.index()),
        };
        let seen = ids.iter().filter_map(|id| Some(Seen::new(*id, graph.edge(*id)?)));
        seen.filter(|seen| self.shown_edge(&seen.edge)).collect()
    }

    fn neighbors_at(&self, node: NodeId, direction: Direction) -> Vec<NodeId> {
        let end = |seen: Seen<'g>| match direction {
            Direction::Outgoing => seen.edge.to,
            Direction::Incoming => seen.edge.from,
        };
        self.edges_at(node, direction).into_iter().map(end).collect()
    }

    fn all_nodes(&self) -> Vec<NodeId> {
        self.whole().nodes().filter(|node| self.shown(*node)).collect()
    }
}

impl<'g> Shown<'g> for &'g KnowledgeGraph {
    fn whole(&self) -> &'g KnowledgeGraph {
        self
    }

    fn shown(&self, _: NodeId) -> bool {
        true
    }

    fn shown_edge(&self, _: &Edge) -> bool {
        true
    }
}

impl<'g> Shown<'g> for &'g View<'_> {
    fn whole(&self) -> &'g KnowledgeGraph {
        self.graph()
    }

    fn shown(&self, node: NodeId) -> bool {
        self.shows(node)
    }

    fn shown_edge(&self, edge: &Edge) -> bool {
        self.shows_edge(edge)
    }
}

macro_rules! petgraph_traits {
    ($($graph:ty),*) => {$(
        impl GraphBase for $graph {
            type NodeId = NodeId;
            type EdgeId = EdgeId;
        }

        impl GraphProp for $graph {
            type EdgeType = petgraph::Directed;
        }

        impl Data for $graph {
            type NodeWeight = NodeKind;
            type EdgeWeight = Edge;
        }

        impl NodeCount for $graph {
            fn node_count(&self) -> usize {
                Shown::all_nodes(&self).len()
            }
        }

        impl NodeIndexable for $graph {
            fn node_bound(&self) -> usize {
                Shown::whole(&self).nodes.len()
            }

            fn to_index(&self, node: NodeId) -> usize {
                node.index()
            }

            fn from_index(&self, index: usize) -> NodeId {
                NodeId(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }

        impl Visitable for $graph {
            type Map = HashSet<NodeId>;

            fn visit_map(&self) -> Self::Map {
                HashSet::new()
            }

            fn reset_map(&self, map: &mut Self::Map) {
                map.clear();
            }
        }

        impl<'a> IntoNeighbors for &'a $graph {
            type Neighbors = std::vec::IntoIter<NodeId>;

            fn neighbors(self, node: NodeId) -> Self::Neighbors {
                self.neighbors_at(node, Direction::Outgoing).into_iter()
            }
        }

        impl<'a> IntoNeighborsDirected for &'a $graph {
            type NeighborsDirected = std::vec::IntoIter<NodeId>;

            fn neighbors_directed(self, node: NodeId, direction: Direction) -> Self::NeighborsDirected {
                self.neighbors_at(node, direction).into_iter()
            }
        }

        impl<'a> IntoEdgeReferences for &'a $graph {
            type EdgeRef = Seen<'a>;
            type EdgeReferences = std::vec::IntoIter<Seen<'a>>;

            fn edge_references(self) -> Self::EdgeReferences {
                self.all_edges().into_iter()
            }
        }

        impl<'a> IntoEdges for &'a $graph {
            type Edges = std::vec::IntoIter<Seen<'a>>;

            fn edges(self, node: NodeId) -> Self::Edges {
                self.edges_at(node, Direction::Outgoing).into_iter()
            }
        }

        impl<'a> IntoEdgesDirected for &'a $graph {
            type EdgesDirected = std::vec::IntoIter<Seen<'a>>;

            fn edges_directed(self, node: NodeId, direction: Direction) -> Self::EdgesDirected {
                self.edges_at(node, direction).into_iter()
            }
        }

        impl<'a> IntoNodeIdentifiers for &'a $graph {
            type NodeIdentifiers = std::vec::IntoIter<NodeId>;

            fn node_identifiers(self) -> Self::NodeIdentifiers {
                self.all_nodes().into_iter()
            }
        }

        impl<'a> IntoNodeReferences for &'a $graph {
            type NodeRef = (NodeId, &'a NodeKind);
            type NodeReferences = std::vec::IntoIter<(NodeId, &'a NodeKind)>;

            fn node_references(self) -> Self::NodeReferences {
                let kind = |node: NodeId| (node, self.whole().kind(node).shared());
                self.all_nodes().into_iter().map(kind).collect::<Vec<_>>().into_iter()
            }
        }
    )*};
}

petgraph_traits!(KnowledgeGraph, View<'_>);

/// The numbers of a whole graph have no gaps; those of a view may.
impl NodeCompactIndexable for KnowledgeGraph {}
