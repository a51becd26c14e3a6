//! The network as JSON of our own: every field of every node and edge, `null` where nothing is stated.

use super::Network;
use crate::export::field::Fields;
use serde_json::{Value as Json, json};
use std::io;

/// Writes a network, indented, with a line break at the end. All escaping is done by `serde_json`.
pub(in crate::export) fn json(network: &Network<'_>) -> io::Result<Vec<u8>> {
    let identity = network.selection.identity();
    let whole = json!({
        "chancery_graph": 1,
        "title": network.title,
        "description": network.description,
        "data": {
            "name": identity.name,
            "version": identity.version,
            "digest": identity.digest,
            "licence": identity.licence,
            "world": identity.world,
        },
        "selection": network.selection.words,
        "directed": network.is_directed,
        "fields": {"nodes": fields::<super::NodeRow>(), "edges": fields::<super::EdgeRow>()},
        "nodes": network.nodes.iter().map(Fields::object).collect::<Vec<Json>>(),
        "edges": network.edges.iter().map(Fields::object).collect::<Vec<Json>>(),
    });
    let mut bytes = serde_json::to_vec_pretty(&whole)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// What the fields mean.
fn fields<R: Fields>() -> Json {
    R::FIELDS
        .iter()
        .map(|field| (field.name.to_owned(), Json::from(field.about)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}
