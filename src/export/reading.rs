//! A question in English as it was understood, without its answer.

use super::{ExportError, Format};
use crate::ask::Asked;
use crate::query::End;
use serde_json::{Value, json};
use std::io::Write;

/// Writes the typed query beside its words and the command that asks the same: as JSON, or as lines for people.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write_reading(
    asked: &Asked,
    understood: &str,
    same_as: Option<&str>,
    format: Format,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    if matches!(format, Format::Json | Format::Jsonl) {
        let whole = value(asked, understood, same_as);
        match format {
            Format::Json => serde_json::to_writer_pretty(&mut *out, &whole),
            _ => serde_json::to_writer(&mut *out, &whole),
        }
        .map_err(std::io::Error::from)?;
        return Ok(writeln!(out)?);
    }
    let shown = |text: &str| super::terminal::Charset::Unicode.show(text);
    writeln!(out, "Read as: {}", shown(understood))?;
    if let Some(command) = same_as {
        writeln!(out, "Same as: {}", shown(command))?;
    }
    let query = serde_json::to_string(&asked.query).map_err(std::io::Error::from)?;
    Ok(writeln!(out, "Query: {}", shown(&query))?)
}

/// The version of this object stands first, under the name of what it is: it is no answer.
fn value(asked: &Asked, understood: &str, same_as: Option<&str>) -> Value {
    let end = asked.end.map(|end| if end == End::First { "first" } else { "last" });
    let period = asked.query.scope().map(|scope| {
        let day = |day: crate::date::Day| (!day.is_open()).then_some(day);
        json!({"first": day(scope.period.first), "last": day(scope.period.last)})
    });
    json!({
        "reading": 1,
        "understood": understood,
        "same_as": same_as,
        "query": asked.query,
        "period": period,
        "end": end,
        "source": asked.source.as_ref().map(crate::id::Id::as_str),
    })
}
