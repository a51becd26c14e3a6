//! Nodes: what stands in them.

use super::label::{Label, Width};
use super::picture::Picture;
use super::statement::{Pair, Statement};
use super::{DotOptions, date, look};
use crate::graph::NodeId;
use crate::model::Fact;
use crate::record::{Body, Event};

/// A node with its name and, for an event, its date.
pub(super) fn statement(picture: &Picture<'_>, node: NodeId, options: &DotOptions) -> Statement {
    let graph = picture.view.graph();
    let fact = graph.fact(node);
    let label = Label::new(name(fact), Width::Node);
    let dated = date::of_event(graph, node).map(|date| Label::new(&date, Width::Node).lines);
    let lines: Vec<String> = std::iter::once(label.lines).chain(dated).collect();
    let mut attributes = vec![("label", lines.join("\n"))];
    attributes.extend(label.whole.map(|whole| -> Pair { ("tooltip", whole) }));
    attributes.extend(look::of_node(graph.kind(node), picture.certainty_of_node(node)));
    if options.centres.contains(&node) {
        attributes.push(("penwidth", "3".to_owned()));
    }
    Statement::node(fact.id.as_str(), &attributes)
}

/// What a fact is called; for a statement without a name, what was said.
fn name(fact: &Fact) -> &str {
    match fact.body.as_deref() {
        Some(Body::Event(Event::Statement(statement))) if statement.shared.name.is_none() => {
            statement.text.as_deref().unwrap_or(fact.id.as_str())
        }
        _ => fact.name(),
    }
}
