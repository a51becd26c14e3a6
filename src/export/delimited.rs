//! Comma- and tab-separated values: a line of column names, then a line a row. Quoting is done by `csv`.

use super::document::FORMULA;
use super::{ExportError, Style};
use crate::query::Answer;
use crate::query::row::Cell;
use std::io::{self, Write};

/// Writes the rows, by default with every column that they have.
pub(super) fn write(answer: &Answer, delimiter: u8, style: &Style, out: &mut dyn Write) -> Result<(), ExportError> {
    let all = || answer.columns().into_iter().map(str::to_owned).collect::<Vec<_>>();
    let table = answer.table(Some(&style.columns.clone().unwrap_or_else(all)))?;
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(out);
    writer.write_record(&table.columns).map_err(io::Error::from)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|cell| field(cell, style))).map_err(io::Error::from)?;
    }
    Ok(writer.flush()?)
}

/// A cell as it is, or guarded from being run.
fn field(cell: &Cell, style: &Style) -> String {
    let text = cell.text();
    // A number is no text of a fact: it cannot be a formula.
    let risky = style.spreadsheet && !matches!(cell, Cell::Number(_)) && text.starts_with(FORMULA);
    if risky { format!("'{text}") } else { text }
}
