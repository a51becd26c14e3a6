//! GEXF 1.3 (gexf.net): nodes and edges in time.

use super::Network;
use super::xml::{Document, type_name};
use crate::export::field::{Field, Fields, Value};
use std::io;

const NAMESPACE: &str = "http://gexf.net/1.3";
const LOCATION: &str = "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd";

/// Writes a network. An interval of time holds every day on which something can have gone on; the four bounds of it are
/// attributes. Lists are joined with `; `.
pub(in crate::export) fn gexf(network: &Network<'_>) -> io::Result<Vec<u8>> {
    let mut document = Document::new()?;
    let schema = ("xsi:schemaLocation", LOCATION);
    let xsi = ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    document.open("gexf", &[("xmlns", NAMESPACE), xsi, schema, ("version", "1.3")])?;
    document.open("meta", &[])?;
    document.text("creator", &[], network.selection.maker())?;
    document.text("description", &[], &format!("{}. {}", network.title, network.description))?;
    document.close("meta")?;
    let time = [("mode", "dynamic"), ("timeformat", "date"), ("timerepresentation", "interval")];
    let direction = if network.is_directed { "directed" } else { "undirected" };
    document.open("graph", &[&time[..], &[("defaultedgetype", direction)]].concat())?;
    attributes::<super::NodeRow>(&mut document, "node")?;
    attributes::<super::EdgeRow>(&mut document, "edge")?;
    document.open("nodes", &[])?;
    for node in &network.nodes {
        let spell = (node.start_first.clone(), node.end_last.clone());
        element(&mut document, "node", &[("id", &node.id), ("label", &node.label)], &[spell], node)?;
    }
    document.close("nodes")?;
    document.open("edges", &[])?;
    for (edge, spells) in network.edges.iter().zip(&network.spells) {
        let own = [("id", &edge.id), ("source", &edge.source), ("target", &edge.target), ("label", &edge.label)];
        let own = [&own[..], &[("kind", &edge.kind), ("weight", &edge.weight)]].concat();
        element(&mut document, "edge", &own, spells, edge)?;
    }
    document.close("edges")?;
    document.close("graph")?;
    document.close("gexf")?;
    Ok(document.bytes())
}

/// The fields that elements hold themselves.
const OF_ELEMENT: &[&str] = &["id", "label", "source", "target", "weight"];

fn text(value: &Value) -> String {
    value.words().unwrap_or_default()
}

/// Start and end, as far as they are known.
fn interval((first, last): &(Value, Value)) -> Vec<(&'static str, String)> {
    let ends = [("start", first), ("end", last)];
    ends.into_iter().filter_map(|(name, day)| Some((name, day.words()?))).collect()
}

/// The attributes that rows of a kind have, with their numbers.
fn own<R: Fields>() -> impl Iterator<Item = (usize, &'static Field)> {
    R::FIELDS.iter().enumerate().filter(|(_, field)| !OF_ELEMENT.contains(&field.name))
}

fn attributes<R: Fields>(document: &mut Document, class: &str) -> io::Result<()> {
    document.open("attributes", &[("class", class), ("mode", "static")])?;
    for (number, field) in own::<R>() {
        let id = number.to_string();
        document.empty("attribute", &[("id", &id), ("title", field.name), ("type", type_name(field))])?;
    }
    document.close("attributes")
}

fn element<R: Fields>(
    document: &mut Document,
    name: &str,
    own: &[(&'static str, &Value)],
    spells: &[(Value, Value)],
    row: &R,
) -> io::Result<()> {
    let own: Vec<(&str, String)> = own.iter().map(|(key, value)| (*key, text(value))).collect();
    // One stretch of time stands on the element, several in it.
    let interval = if let [only] = spells { interval(only) } else { Vec::new() };
    let all: Vec<(&str, &str)> = own.iter().chain(&interval).map(|(key, value)| (*key, value.as_str())).collect();
    document.open(name, &all)?;
    document.open("attvalues", &[])?;
    for ((number, _), value) in R::FIELDS.iter().enumerate().zip(row.values()) {
        let is_own = self::own::<R>().any(|(own, _)| own == number);
        if let Some(words) = value.words().filter(|_| is_own) {
            document.empty("attvalue", &[("for", &number.to_string()), ("value", &words)])?;
        }
    }
    document.close("attvalues")?;
    if spells.len() > 1 {
        document.open("spells", &[])?;
        for spell in spells {
            let ends = self::interval(spell);
            let ends: Vec<(&str, &str)> = ends.iter().map(|(key, value)| (*key, value.as_str())).collect();
            document.empty("spell", &ends)?;
        }
        document.close("spells")?;
    }
    document.close(name)
}
