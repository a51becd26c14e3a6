//! The table for people.

use super::{ExportError, Style};
use crate::query::Answer;
use std::io::Write;

pub(super) fn write(answer: &Answer, style: &Style, out: &mut dyn Write) -> Result<(), ExportError> {
    let table = answer.table(style.columns.as_deref())?;
    writeln!(out, "Read as: {}", answer.understood)?;
    for row in &table.rows {
        writeln!(out, "{}", row.iter().map(crate::query::row::Cell::text).collect::<Vec<_>>().join("  "))?;
    }
    Ok(())
}
