//! JSON: the whole answer, or its rows line by line. All escaping is done by `serde_json`.

use crate::query::Answer;
use std::io::{self, Write};

/// Writes the envelope, indented, with a line break at the end.
pub(super) fn write(answer: &Answer, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, answer)?;
    writeln!(out)
}

/// Writes each row on a line of its own.
pub(super) fn write_lines(answer: &Answer, out: &mut dyn Write) -> io::Result<()> {
    let rows = serde_json::to_value(&answer.rows)?;
    for row in rows.as_array().into_iter().flatten() {
        serde_json::to_writer(&mut *out, row)?;
        writeln!(out)?;
    }
    Ok(())
}
