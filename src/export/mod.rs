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
mod delimited;
pub mod difference;
pub mod dot;
mod error;
pub mod findings;
mod footer;
mod format;
mod grid;
mod head;
mod json;
mod left_out;
mod markdown;
mod matrix;
mod paint;
mod prose;
mod reading;
mod ron;
mod schema;
mod style;
mod table;
mod terminal;
mod why;

pub use bibliography::{CitationStyle, write_bibliography};
pub use cited::sources_in_words;
pub use error::ExportError;
pub use footer::{made_with, rules};
pub use format::Format;
pub use left_out::{left_out, left_out_in_print};
pub use reading::write_reading;
pub use schema::{SchemaOf, write_schema};
pub use style::Style;

use crate::query::Answer;
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
