//! Drawings in the [DOT language](https://graphviz.org/doc/info/lang.html) of Graphviz.

pub(super) mod date;
mod edge;
pub(super) mod escape;
mod label;
mod legend;
mod look;
mod node;
pub(super) mod picture;
mod statement;
pub(super) mod words;

use crate::graph::{NodeId, NodeKind, View};
use crate::model::Certainty;
use edge::Line;
pub(crate) use escape::turns_direction;
use label::{Label, Width};
use picture::Picture;
pub(crate) use statement::{Pair, Statement, digraph};
use std::collections::BTreeSet;
use std::io;

/// Fonts that some system has each; Graphviz takes the first one it finds.
const FONTS: &str = "Helvetica,Arial,sans-serif";

/// What is drawn besides the view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DotOptions {
    /// The heading of the drawing.
    pub title: Option<String>,
    /// The nodes that the drawing is about, whose outlines are thick.
    pub centres: Vec<NodeId>,
}

/// Writes what a view shows as a directed graph in the DOT language, for Graphviz's program `dot`.
///
/// The view decides what is drawn, all of it and nothing else; [`Filter::for_drawing`](crate::graph::Filter),
/// [`View::around`] and [`View::without_lone_nodes`] choose what is worth drawing. Nodes have the ids of their facts,
/// and shape and fill by what they are; edges point as in the projection and say in words what they mean. A solid line
/// is certain, a dashed one with `!` disputed, a dotted one possible; sources and what they support are grey. Texts
/// longer than 200 characters are cut with `…`, and the whole text, up to 2000 characters, is the tooltip. The same view
/// gives the same bytes.
///
/// # Errors
/// If the writer fails.
pub fn dot(view: &View<'_>, out: &mut dyn io::Write, options: &DotOptions) -> io::Result<()> {
    let picture = Picture::new(view);
    let lines = edge::lines(&picture);
    let mut statements = frame(options);
    statements.extend(legend(&picture, &lines));
    statements.extend(view.nodes().map(|node| node::statement(&picture, node, options)));
    statements.extend(lines.iter().map(|line| line.statement(&picture)));
    out.write_all(digraph("chancery", statements).as_bytes())
}

/// What holds for the whole drawing.
fn frame(options: &DotOptions) -> Vec<Statement> {
    let fonts = ("fontname", FONTS.to_owned());
    let mut graph = vec![
        ("charset", "UTF-8".to_owned()),
        ("rankdir", "LR".to_owned()),
        ("overlap", "false".to_owned()),
        ("nodesep", "0.16".to_owned()),
        ("ranksep", "0.3".to_owned()),
        fonts.clone(),
    ];
    if let Some(title) = &options.title {
        graph.push(("label", Label::new(title, Width::Title).lines));
        graph.push(("labelloc", "t".to_owned()));
        graph.push(("fontsize", "16".to_owned()));
    }
    let node = [fonts.clone(), ("fontsize", "11".to_owned()), ("margin", "0.12,0.06".to_owned())];
    let edge = [
        fonts,
        ("fontsize", "8".to_owned()),
        ("color", look::INK.to_owned()),
        ("fontcolor", look::INK.to_owned()),
        ("arrowsize", "0.6".to_owned()),
    ];
    vec![Statement::of_graph(&graph), Statement::of_nodes(&node), Statement::of_edges(&edge)]
}

/// The legend, unless there is nothing to explain.
fn legend(picture: &Picture<'_>, lines: &[Line]) -> Option<Statement> {
    let nodes = picture.view.nodes();
    let kinds: BTreeSet<NodeKind> = nodes.map(|node| picture.view.graph().kind(node)).collect();
    let of_nodes = picture.view.nodes().map(|node| picture.certainty_of_node(node));
    let of_lines = lines.iter().map(|line| line.certainty);
    let certainties: BTreeSet<Certainty> = of_nodes.chain(of_lines).collect();
    (!kinds.is_empty()).then(|| legend::statement(&kinds, &certainties))
}
