//! What became known, for people: day by day, each change with the fact that it is about.

use super::grid::{measure, pairs};
use super::terminal::Charset;
use crate::query::row::ChangeRow;

/// The lines of all changes, under their days.
pub(super) fn lines(rows: &[ChangeRow], width: u16, charset: Charset) -> Vec<String> {
    let field = |row: &ChangeRow| charset.show(&format!("  {}", row.change_words()));
    let widest = rows.iter().map(|row| measure(&field(row))).max().unwrap_or(1);
    let mut lines = Vec::new();
    for of_day in rows.chunk_by(|a, b| a.known_words() == b.known_words()) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(of_day.first().map(|row| charset.show(&row.known_words())));
        let told = of_day.iter().map(|row| (field(row), vec![charset.show(&said(row))]));
        lines.extend(pairs(told, widest, width));
    }
    lines
}

/// The kind of fact, what it is called, its date and the numbers of its sources.
fn said(row: &ChangeRow) -> String {
    let is_speaker = row.kind == row.change;
    let kind = if is_speaker { String::new() } else { format!("{}: ", row.kind) };
    let id = if row.name == row.fact.as_str() { String::new() } else { format!(" ({})", row.fact) };
    let date = row.date.as_ref().map(|date| format!(", {date}")).unwrap_or_default();
    let cites = if row.cites.is_empty() { String::new() } else { format!(" [{}]", row.cites.join(",")) };
    format!("{kind}{}{id}{date}{cites}", row.name)
}
