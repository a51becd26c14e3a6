//! GraphML 1.0 (graphml.graphdrawing.org): nodes and edges with typed data.

use super::Network;
use super::xml::{Document, type_name};
use crate::export::field::{Fields, Value};
use std::io;

const NAMESPACE: &str = "http://graphml.graphdrawing.org/xmlns";
const LOCATION: &str = "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd";

/// Writes a network. Lists are joined with `; `, as GraphML has none, and days are texts.
pub(in crate::export) fn graphml(network: &Network<'_>) -> io::Result<Vec<u8>> {
    let mut document = Document::new()?;
    let schema = ("xsi:schemaLocation", LOCATION);
    let root = [("xmlns", NAMESPACE), ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"), schema];
    document.open("graphml", &root)?;
    for name in ["title", "description"] {
        key(&mut document, "graph", name, "string", None)?;
    }
    keys::<super::NodeRow>(&mut document, "node")?;
    keys::<super::EdgeRow>(&mut document, "edge")?;
    let direction = if network.is_directed { "directed" } else { "undirected" };
    document.open("graph", &[("id", "chancery"), ("edgedefault", direction)])?;
    document.text("data", &[("key", "graph.title")], &network.title)?;
    document.text("data", &[("key", "graph.description")], &network.description)?;
    for node in &network.nodes {
        document.open("node", &[("id", &text(&node.id))])?;
        data(&mut document, "node", node)?;
        document.close("node")?;
    }
    for edge in &network.edges {
        let ends = [("id", &*text(&edge.id)), ("source", &text(&edge.source)), ("target", &text(&edge.target))];
        document.open("edge", &ends)?;
        data(&mut document, "edge", edge)?;
        document.close("edge")?;
    }
    document.close("graph")?;
    document.close("graphml")?;
    Ok(document.bytes())
}

/// The fields that the element itself holds.
const OF_ELEMENT: &[&str] = &["id", "source", "target"];

fn text(value: &Value) -> String {
    value.words().unwrap_or_default()
}

fn keys<R: Fields>(document: &mut Document, of: &str) -> io::Result<()> {
    let fields = R::FIELDS.iter().filter(|field| !OF_ELEMENT.contains(&field.name));
    fields.into_iter().try_for_each(|field| key(document, of, field.name, type_name(field), Some(field.about)))
}

fn key(document: &mut Document, of: &str, name: &str, kind: &str, about: Option<&str>) -> io::Result<()> {
    let id = format!("{of}.{name}");
    let attributes = [("id", &*id), ("for", of), ("attr.name", name), ("attr.type", kind)];
    let Some(about) = about else {
        return document.empty("key", &attributes);
    };
    document.open("key", &attributes)?;
    document.text("desc", &[], about)?;
    document.close("key")
}

fn data(document: &mut Document, of: &str, row: &impl Fields) -> io::Result<()> {
    for (field, value) in row.stated().filter(|(field, _)| !OF_ELEMENT.contains(&field.name)) {
        document.text("data", &[("key", &format!("{of}.{}", field.name))], &text(value))?;
    }
    Ok(())
}
