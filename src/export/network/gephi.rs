//! Tables for Gephi's import of spreadsheets: its own header words come first, then all attributes.

use super::Network;
use crate::export::ExportError;
use crate::export::document::{Cells, Document, csv};
use crate::export::field::{Fields, Value};

/// Writes `nodes.csv` and `edges.csv`. `Interval` is Gephi's `<[first, last]>`, every day on which something can have gone
/// on; an open side is `-Infinity` or `Infinity`.
pub(in crate::export) fn gephi(network: &Network<'_>, cells: Cells) -> Result<Vec<Document>, ExportError> {
    let nodes = network.nodes.iter().map(|node| {
        let own = vec![node.id.clone(), node.label.clone(), interval(&node.start_first, &node.end_last)];
        with_rest(own, node, &["id", "label"])
    });
    let edges = network.edges.iter().map(|edge| {
        let interval = interval(&edge.start_first, &edge.end_last);
        let directed = Value::text("Directed");
        let ends = [edge.source.clone(), edge.target.clone(), directed, edge.id.clone(), edge.label.clone()];
        with_rest(ends.into_iter().chain([edge.weight.clone(), interval]).collect(), edge, OF_EDGES)
    });
    let node_head = head::<super::NodeRow>(&["Id", "Label", "Interval"], &["id", "label"]);
    let edge_head =
        head::<super::EdgeRow>(&["Source", "Target", "Type", "Id", "Label", "Weight", "Interval"], OF_EDGES);
    Ok(vec![
        Document { name: "nodes.csv".to_owned(), bytes: csv(&node_head, nodes, cells)? },
        Document { name: "edges.csv".to_owned(), bytes: csv(&edge_head, edges, cells)? },
    ])
}

const OF_EDGES: &[&str] = &["source", "target", "id", "label", "weight"];

/// Gephi's words, then the names of all other fields.
fn head<R: Fields>(own: &[&'static str], of_own: &[&str]) -> Vec<&'static str> {
    let rest = R::FIELDS.iter().map(|field| field.name).filter(|name| !of_own.contains(name));
    own.iter().copied().chain(rest).collect()
}

fn with_rest<R: Fields>(mut own: Vec<Value>, row: &R, of_own: &[&str]) -> Vec<Value> {
    let fields = R::FIELDS.iter().zip(row.values());
    own.extend(fields.filter(|(field, _)| !of_own.contains(&field.name)).map(|(_, value)| value.clone()));
    own
}

fn interval(first: &Value, last: &Value) -> Value {
    if (first, last) == (&Value::Nothing, &Value::Nothing) {
        return Value::Nothing;
    }
    let end = |day: &Value, open: &str| day.words().unwrap_or_else(|| open.to_owned());
    Value::Text(format!("<[{}, {}]>", end(first, "-Infinity"), end(last, "Infinity")))
}
