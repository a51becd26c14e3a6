//! Export: an [`Answer`] written for people (a table, Markdown) or for programs (JSON, RON, CSV and their kin), and a
//! [`View`](crate::graph::View) as a drawing ([`dot`]).
//!
//! Nothing here selects or judges: what an answer holds is printed, and what it left out is said. Each format passes
//! everything that comes from facts through one function of its own, so that no text of a fact can pass for the
//! format itself.

mod bibliography;
mod card;
mod catalogue;
mod chronicle;
mod cited;
mod closure;
mod delimited;
pub mod difference;
mod document;
pub mod dot;
mod dyads;
mod error;
mod field;
pub mod findings;
mod footer;
mod format;
mod ftm;
mod grid;
mod head;
mod interchange;
mod json;
mod left_out;
mod linked;
mod markdown;
mod matrix;
mod network;
mod paint;
mod prose;
mod reading;
mod records;
mod ron;
mod schema;
mod selection;
mod style;
mod table;
mod tables;
mod terminal;
mod why;

pub use bibliography::{CitationStyle, write_bibliography};
pub use cited::sources_in_words;
pub use document::{Cells, Document};
pub use error::ExportError;
pub use footer::{made_with, rules};
pub use format::Format;
pub use interchange::{Interchange, Packing};
pub use left_out::{left_out, left_out_in_print};
pub use linked::{Base, BaseError};
pub use reading::write_reading;
pub use schema::{SchemaOf, write_schema};
pub use selection::{Counted, Selection};
pub use style::Style;

use crate::query::Answer;
use crate::query::row::Table;
use std::io;

/// Writes an answer.
///
/// # Errors
/// If the style asks for a column that the rows do not have, before anything is written; or if `out` cannot be
/// written to.
pub fn write(answer: &Answer, format: Format, style: &Style, out: &mut dyn io::Write) -> Result<(), ExportError> {
    match format {
        Format::Table => table::write(answer, style, out),
        Format::Json => Ok(json::write(answer, out)?),
        Format::Jsonl => Ok(json::write_lines(answer, out)?),
        Format::Csv => delimited::write(answer, b',', style, out),
        Format::Tsv => delimited::write(answer, b'\t', style, out),
        Format::Markdown => markdown::write(answer, style, out),
        Format::Ron => Ok(self::ron::write(answer, out)?),
    }
}

/// Writes an answer for people, with another table that says in words what a picture of it shows.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write_as(answer: &Answer, table: &Table, style: &Style, out: &mut dyn io::Write) -> Result<(), ExportError> {
    table::write_as(answer, table, style, out)
}

/// How an export is written, where formats leave a choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExportOptions {
    /// How cells of tables are written.
    pub cells: Cells,
    /// Where facts stand as linked data.
    pub base: Base,
}

/// Writes a selection of facts in a format of other programs: one document, or several for a format that is a folder.
/// The same selection gives the same bytes.
///
/// # Errors
/// If a format cannot hold what is selected, or memory cannot be written to.
pub fn export(
    selection: &Selection<'_>,
    format: Interchange,
    options: &ExportOptions,
) -> Result<Vec<Document>, ExportError> {
    let network = || network::Network::new(selection);
    let bytes = match format {
        Interchange::Dot => drawing(selection)?,
        Interchange::Graphml => network::graphml(&network())?,
        Interchange::Gexf => network::gexf(&network())?,
        Interchange::Gephi => return network::gephi(&network(), options.cells),
        Interchange::Csv => return tables::package(selection, &tables::CSV, options.cells),
        Interchange::Parquet => return parquet(selection, options.cells),
        Interchange::Cytoscape => network::cytoscape(&network())?,
        Interchange::Dyads => {
            let Some(Counted::Panel(panel)) = selection.counted else { return Err(ExportError::NoPanel) };
            dyads::dyads(selection.view.graph(), panel, options.cells)?
        }
        Interchange::Ftm => ftm::entities(selection)?,
        Interchange::Json => network::json(&network())?,
        Interchange::Jsonld => linked::jsonld(selection, &options.base)?,
        Interchange::Mermaid => network::mermaid(&network()),
        Interchange::Ron => records::records(selection)?,
        Interchange::Turtle => linked::turtle(selection, &options.base)?,
    };
    Ok(vec![Document { name: format!("chancery.{}", format.extension()), bytes }])
}

#[cfg(feature = "parquet")]
fn parquet(selection: &Selection<'_>, cells: Cells) -> Result<Vec<Document>, ExportError> {
    tables::package(selection, &tables::PARQUET, cells)
}

#[cfg(not(feature = "parquet"))]
fn parquet(_: &Selection<'_>, _: Cells) -> Result<Vec<Document>, ExportError> {
    Err(ExportError::NotBuilt("parquet"))
}

fn drawing(selection: &Selection<'_>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let options = dot::DotOptions { title: selection.title.clone(), centres: selection.centres.clone() };
    dot::dot(selection.view, &mut bytes, &options)?;
    Ok(bytes)
}
