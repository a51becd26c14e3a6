//! Tables for Gephi's import of spreadsheets: its own header words come first, then all attributes.

use super::Network;
use crate::export::ExportError;
use crate::export::document::{Cells, Document, csv};
use crate::export::field::{Fields, Value};

/// Writes `nodes.csv` and `edges.csv`. `Interval` is Gephi's `<[first, last]>`, every day on which something can have
/// gone on; an open side is `-Infinity` or `Infinity`.
pub(in crate::export) fn gephi(network: &Network<'_>, cells: Cells) -> Result<Vec<Document>, ExportError> {
    let nodes = network.nodes.iter().map(|node| {
        let own =
            vec![node.id.clone(), node.label.clone(), interval(&[(node.start_first.clone(), node.end_last.clone())])];
        with_rest(own, node, &["id", "label"])
    });
    let edges = network.edges.iter().zip(&network.spells).map(|(edge, spells)| {
        let interval = interval(spells);
        let directed = Value::text(if network.is_directed { "Directed" } else { "Undirected" });
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

fn interval(spells: &[(Value, Value)]) -> Value {
    let end = |day: &Value, open: &str| day.words().unwrap_or_else(|| open.to_owned());
    let is_stated = |(first, last): &&(Value, Value)| (first, last) != (&Value::Nothing, &Value::Nothing);
    let spells = spells.iter().filter(is_stated);
    let spells: Vec<String> =
        spells.map(|(first, last)| format!("[{}, {}]", end(first, "-Infinity"), end(last, "Infinity"))).collect();
    if spells.is_empty() { Value::Nothing } else { Value::Text(format!("<{}>", spells.join("; "))) }
}
