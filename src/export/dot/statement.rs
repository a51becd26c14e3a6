//! Statements of the DOT language. Every id and value passes through [`quoted`] here and nowhere else, because neither
//! dot-generator nor the printer of graphviz-rust escapes anything.

use super::escape::quoted;
use dot_generator::{attr, edge, graph, id, node, node_id, subgraph};
use dot_structures::{Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Subgraph, Vertex};
use graphviz_rust::printer::{DotPrinter, PrinterContext};

/// An attribute: its name, which is one of Graphviz's, and its value, which may be any text.
pub(crate) type Pair = (&'static str, String);

/// One statement.
pub(crate) struct Statement(Stmt);

impl Statement {
    /// A node.
    pub(crate) fn node(id: &str, attributes: &[Pair]) -> Self {
        let id = quoted(id);
        Self(node!(id, written(attributes)).into())
    }

    /// An edge from one node to another.
    pub(crate) fn edge(from: &str, to: &str, attributes: &[Pair]) -> Self {
        let (from, to) = (quoted(from), quoted(to));
        let mut edge = edge!(node_id!(from) => node_id!(to));
        edge.attributes = written(attributes);
        Self(edge.into())
    }

    /// What holds for the drawing, or for the cluster in which it stands.
    pub(crate) fn of_graph(attributes: &[Pair]) -> Self {
        Self(GraphAttributes::Graph(written(attributes)).into())
    }

    /// What holds for every node that does not say otherwise.
    pub(crate) fn of_nodes(attributes: &[Pair]) -> Self {
        Self(GraphAttributes::Node(written(attributes)).into())
    }

    /// What holds for every edge that does not say otherwise.
    pub(crate) fn of_edges(attributes: &[Pair]) -> Self {
        Self(GraphAttributes::Edge(written(attributes)).into())
    }

    /// A subgraph; one whose name begins with `cluster` gets a frame.
    pub(super) fn subgraph(name: &str, statements: Vec<Self>) -> Self {
        let name = quoted(name);
        Self(subgraph!(name, unwrapped(statements)).into())
    }
}

/// The text of a directed graph.
pub(crate) fn digraph(name: &str, statements: Vec<Statement>) -> String {
    let name = quoted(name);
    let graph = graph!(di id!(name), unwrapped(statements));
    let mut text = graph.print(PrinterContext::default().with_semi());
    text.push('\n');
    text
}

fn written(attributes: &[Pair]) -> Vec<Attribute> {
    let write = |(name, value): &Pair| {
        let value = quoted(value);
        attr!(name, value)
    };
    attributes.iter().map(write).collect()
}

fn unwrapped(statements: Vec<Statement>) -> Vec<Stmt> {
    statements.into_iter().map(|statement| statement.0).collect()
}
