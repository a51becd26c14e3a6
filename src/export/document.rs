//! Documents: the files that an export consists of, and tables as CSV.

use super::ExportError;
use super::field::Value;
use std::io;

/// A file of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its name within the export.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// How cells are written that a spreadsheet would take for formulas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cells {
    /// As they are.
    #[default]
    Plain,
    /// With an apostrophe in front.
    Guarded,
}

/// What a spreadsheet takes for the beginning of a formula, or skips before one.
pub(super) const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A table of comma-separated values (RFC 4180), with a line of names; lines end in `\n`.
pub(super) fn csv(head: &[&str], rows: impl Iterator<Item = Vec<Value>>, cells: Cells) -> Result<Vec<u8>, ExportError> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(head).map_err(io::Error::from)?;
    for row in rows {
        writer.write_record(row.iter().map(|value| cell(value, cells))).map_err(io::Error::from)?;
    }
    Ok(writer.into_inner().map_err(|error| io::Error::other(error.to_string()))?)
}

fn cell(value: &Value, cells: Cells) -> String {
    let words = value.words().unwrap_or_default();
    let risky = cells == Cells::Guarded && value.is_text() && words.starts_with(FORMULA);
    if risky { format!("'{words}") } else { words }
}
