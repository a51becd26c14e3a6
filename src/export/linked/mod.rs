//! Linked data: the tables of a selection as triples of RDF, in Turtle or JSON-LD.
//!
//! Every column of every table is a term of our own, defined in the data themselves. Beside these stand terms of
//! schema.org, PROV-O, the Organization Ontology and Wikidata where one says the same ([`terms`]). A plain triple
//! cannot say that it is disputed, so that terms of others are used only of what nothing disputes.

mod statement;
mod terms;

use super::selection::Selection;
use super::tables::Tables;
use oxrdf::{NamedNode, Triple};
use statement::Writer;
use std::io;

/// Where our own terms live. The name space is not registered; a base of one's own makes addresses of facts.
pub(super) const TERMS: &str = "urn:chancery:term:";

/// Where facts live unless another base is given.
pub(super) const FACTS: &str = "urn:chancery:fact:";

/// Why triples could not be written.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is no absolute address that ends in `/`, `#`, `:` or `=`")]
pub struct BaseError(String);

/// The base of the addresses of facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

impl Default for Base {
    fn default() -> Self {
        Self(FACTS.to_owned())
    }
}

impl std::str::FromStr for Base {
    type Err = BaseError;

    /// An absolute address, behind which the ids of facts stand as they are: it ends in `/`, `#`, `:` or `=`.
    fn from_str(text: &str) -> Result<Self, BaseError> {
        let is_open = text.ends_with(['/', '#', ':', '=']);
        match NamedNode::new(format!("{text}a")) {
            Ok(_) if is_open => Ok(Self(text.to_owned())),
            _ => Err(BaseError(text.to_owned())),
        }
    }
}

impl Base {
    fn text(&self) -> &str {
        &self.0
    }
}

/// The names that stand for addresses in both formats.
fn prefixes(base: &Base) -> Vec<(&'static str, String)> {
    let others = terms::PREFIXES.iter().map(|(name, address)| (*name, (*address).to_owned()));
    others.chain([("c", TERMS.to_owned()), ("f", base.text().to_owned())]).collect()
}

fn refused(error: impl std::fmt::Display) -> io::Error {
    io::Error::other(error.to_string())
}

/// Every triple of a selection, in the order in which they are written.
fn triples(selection: &Selection<'_>, base: &Base) -> Vec<Triple> {
    let tables = Tables::new(selection);
    let mut writer = Writer::new(base);
    writer.dataset(selection);
    writer.vocabulary(&tables);
    let events = tables.tables.iter().find(|table| table.name == "events");
    let happened = events.map(terms::happened).unwrap_or_default();
    tables.tables.iter().for_each(|table| writer.table(table, &happened));
    writer.triples
}

/// Writes a selection as Turtle (W3C Recommendation of 25 February 2014).
pub(super) fn turtle(selection: &Selection<'_>, base: &Base) -> io::Result<Vec<u8>> {
    let mut serializer = oxttl::TurtleSerializer::new();
    for (name, address) in prefixes(base) {
        serializer = serializer.with_prefix(name, address).map_err(refused)?;
    }
    let mut writer = serializer.for_writer(Vec::new());
    for triple in &triples(selection, base) {
        writer.serialize_triple(triple)?;
    }
    writer.finish()
}

/// Writes a selection as JSON-LD 1.1.
pub(super) fn jsonld(selection: &Selection<'_>, base: &Base) -> io::Result<Vec<u8>> {
    let mut serializer = oxjsonld::JsonLdSerializer::new();
    for (name, address) in prefixes(base) {
        serializer = serializer.with_prefix(name, address).map_err(refused)?;
    }
    let mut writer = serializer.for_writer(Vec::new());
    for triple in &triples(selection, base) {
        writer.serialize_quad(triple.as_ref().in_graph(oxrdf::GraphNameRef::DefaultGraph))?;
    }
    let mut bytes = writer.finish()?;
    bytes.push(b'\n');
    Ok(bytes)
}
