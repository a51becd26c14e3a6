//! The JSON of Cytoscape.js (js.cytoscape.org, "elements JSON"), which Cytoscape on the desktop reads as `.cyjs`.

use super::Network;
use crate::export::field::{Fields, Value};
use serde_json::{Map, Value as Json, json};
use std::io;

/// Writes a network. Lists stay lists; what is not stated is left out. Cytoscape on the desktop names nodes by `name`
/// and edges by `interaction`, so that both stand beside our own words.
pub(in crate::export) fn cytoscape(network: &Network<'_>) -> io::Result<Vec<u8>> {
    let nodes: Vec<Json> = network.nodes.iter().map(|node| json!({"data": data(node, "name", &node.label)})).collect();
    let edges: Vec<Json> =
        network.edges.iter().map(|edge| json!({"data": data(edge, "interaction", &edge.kind)})).collect();
    let whole = json!({
        "format_version": "1.0",
        "generated_by": network.selection.maker(),
        "target_cytoscapejs_version": "~3.0",
        "directed": network.is_directed,
        "data": {"name": network.title, "description": network.description},
        "elements": {"nodes": nodes, "edges": edges},
    });
    let mut bytes = serde_json::to_vec_pretty(&whole)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn data(row: &impl Fields, name: &str, named: &Value) -> Json {
    let stated = row.stated().map(|(field, value)| (field.name.to_owned(), value.json()));
    let mut data: Map<String, Json> = stated.collect();
    data.insert(name.to_owned(), named.json());
    Json::Object(data)
}
