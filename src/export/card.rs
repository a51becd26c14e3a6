//! The card of one fact: fields on the left, what they say on the right.

use super::grid::{measure, pairs};
use super::terminal::Charset;
use crate::query::row::CardRow;

/// The lines of a card. A field is not named again on the next line.
pub(super) fn lines(rows: &[CardRow], width: u16, charset: Charset) -> Vec<String> {
    let mut last = "";
    let mut told = Vec::with_capacity(rows.len());
    for row in rows {
        let field = if row.field == last { "" } else { row.field };
        last = row.field;
        told.push((field.to_owned(), vec![charset.show(&said(row))]));
    }
    let fields = rows.iter().map(|row| measure(row.field)).max().unwrap_or(1);
    pairs(told.into_iter(), fields, width)
}

/// What a line of a card says, with the numbers of its sources.
pub(super) fn said(row: &CardRow) -> String {
    if row.cites.is_empty() { row.value.clone() } else { format!("{} [{}]", row.value, row.cites.join(",")) }
}
