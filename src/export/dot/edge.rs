//! Edges: which of them share a line, and how the line looks.

use super::label::{Label, Width};
use super::picture::Picture;
use super::statement::{Pair, Statement};
use super::{date, look, words};
use crate::graph::{Edge, EdgeKind, NodeId};
use crate::model::Certainty;
use std::collections::{BTreeMap, BTreeSet};

/// What the edges on one line have in common.
///
/// Edges of one kind between two nodes share a line if they stand on the same fact, as two participations of one
/// actor in one event do. Those that stand on an event beside both nodes share one whatever that event is, if they
/// are equally sure; their dates stand in a row then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Shared {
    from: NodeId,
    kind: EdgeKind,
    to: NodeId,
    by: By,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Basis(u32),
    Certainty(Certainty),
}

/// A line of a drawing.
pub(super) struct Line {
    shared: Shared,
    edges: Vec<Edge>,
    /// How surely what it says holds.
    pub(super) certainty: Certainty,
}

/// The lines of a view, by the ids of their ends.
pub(super) fn lines(picture: &Picture<'_>) -> Vec<Line> {
    let mut lines: BTreeMap<Shared, Line> = BTreeMap::new();
    for edge in picture.view.edges() {
        let certainty = picture.certainty_of_edge(&edge);
        let by = match picture.event_beside(&edge) {
            Some(_) if !is_background(edge.kind) => By::Certainty(certainty),
            _ => By::Basis(edge.basis),
        };
        let shared = Shared { from: edge.from, kind: edge.kind, to: edge.to, by };
        let line = lines.entry(shared).or_insert_with(|| Line { shared, edges: Vec::new(), certainty });
        line.certainty = line.certainty.max(certainty);
        line.edges.push(edge);
    }
    lines.into_values().collect()
}

/// Whether edges of the kind are drawn in grey.
fn is_background(kind: EdgeKind) -> bool {
    matches!(kind, EdgeKind::Supports | EdgeKind::Denies)
}

impl Line {
    /// The line as it is drawn.
    pub(super) fn statement(&self, picture: &Picture<'_>) -> Statement {
        let label = Label::new(&self.words(picture), Width::Edge);
        let ink = look::ink(self.shared.kind).to_owned();
        let mut attributes = vec![
            ("label", label.lines),
            ("style", look::line(self.certainty).to_owned()),
            ("color", ink.clone()),
            ("fontcolor", ink),
        ];
        attributes.extend(label.whole.map(|whole| -> Pair { ("tooltip", whole) }));
        let id = |node: NodeId| picture.view.graph().fact(node).id.as_str();
        Statement::edge(id(self.shared.from), id(self.shared.to), &attributes)
    }

    fn words(&self, picture: &Picture<'_>) -> String {
        let own: BTreeSet<String> = self.edges.iter().map(|edge| words::of_edge(picture, edge)).collect();
        let mut words = own.into_iter().collect::<Vec<_>>().join("\n");
        let dates = self.dates(picture);
        if !dates.is_empty() {
            words.push('\n');
            words.push_str(&dates.join(", "));
        }
        if self.certainty == Certainty::Disputed {
            words.push_str(" !");
        }
        words
    }

    /// The dates of the events that the line stands on, where these are at neither of its ends, in their order.
    fn dates(&self, picture: &Picture<'_>) -> Vec<String> {
        let graph = picture.view.graph();
        let events = self.edges.iter().filter(|edge| !is_background(edge.kind));
        let events: BTreeSet<_> =
            events.filter_map(|edge| picture.event_beside(edge)).map(|event| (graph.days(event), event)).collect();
        let mut dates: Vec<String> = events.into_iter().filter_map(|(_, event)| date::of_event(graph, event)).collect();
        dates.dedup();
        dates
    }
}
