//! The legend: one sample of every kind of node and of line that occurs.

use super::look;
use super::statement::Statement;
use crate::graph::NodeKind;
use crate::model::Certainty;
use std::collections::BTreeSet;

/// How many samples stand in a row.
const ROW: usize = 5;

/// The legend, in a frame of its own. No fact has an id like those of its samples: ids hold no `/`.
pub(super) fn statement(kinds: &BTreeSet<NodeKind>, certainties: &BTreeSet<Certainty>) -> Statement {
    let frame = [
        ("label", "Legend".to_owned()),
        ("style", "rounded".to_owned()),
        ("color", look::GREY.to_owned()),
        ("fontsize", "10".to_owned()),
    ];
    let mut statements = vec![Statement::of_graph(&frame)];
    let kinds: Vec<NodeKind> = kinds.iter().copied().collect();
    statements.extend(kinds.iter().map(|kind| kind_sample(*kind)));
    // Invisible edges put the samples of a row beside each other.
    for pair in kinds.chunks(ROW).flat_map(|row| row.windows(2)) {
        if let [left, right] = pair {
            statements.push(Statement::edge(&sample(*left), &sample(*right), &[("style", "invis".to_owned())]));
        }
    }
    statements.extend(certainties.iter().rev().flat_map(|certainty| line_sample(*certainty)));
    Statement::subgraph("cluster_legend", statements)
}

fn sample(kind: NodeKind) -> String {
    format!("legend/{kind}")
}

fn kind_sample(kind: NodeKind) -> Statement {
    let mut attributes = look::of_node(kind, Certainty::Certain);
    attributes.extend([
        ("label", kind.name().to_owned()),
        ("fontsize", "9".to_owned()),
        ("height", "0.2".to_owned()),
        ("margin", "0.08,0.03".to_owned()),
    ]);
    Statement::node(&sample(kind), &attributes)
}

/// A line between two nodes of no size.
fn line_sample(certainty: Certainty) -> [Statement; 3] {
    let ends = [format!("legend/{certainty}/from"), format!("legend/{certainty}/to")];
    let point = [("shape", "point".to_owned()), ("width", "0.02".to_owned()), ("color", look::INK.to_owned())];
    let words = match certainty {
        Certainty::Disputed => format!("{certainty} !"),
        _ => certainty.to_string(),
    };
    let line = [("label", words), ("style", look::line(certainty).to_owned()), ("weight", "9".to_owned())];
    let [from, to] = &ends;
    [Statement::node(from, &point), Statement::node(to, &point), Statement::edge(from, to, &line)]
}
