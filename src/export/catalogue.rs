//! Sources for people, where a table of them is too wide: each on a few lines.

use super::prose::wrap;
use super::terminal::Charset;
use crate::query::row::{Names, SourceRow};

/// How far what is told of a source stands in.
const INDENT: &str = "    ";

/// The lines of all sources.
pub(super) fn lines(rows: &[SourceRow], names: &Names, width: u16, charset: Charset) -> Vec<String> {
    let inner = width.saturating_sub(4);
    let mut lines = Vec::new();
    for row in rows {
        lines.push(charset.show(row.source.as_str()));
        let told = [about(row, names), supports(row)];
        for text in told.iter().filter(|text| !text.is_empty()) {
            let wrapped = wrap(&charset.show(text), 0, inner);
            lines.extend(wrapped.into_iter().map(|line| format!("{INDENT}{line}")));
        }
    }
    lines
}

fn about(row: &SourceRow, names: &Names) -> String {
    let voice = row.voice.as_ref().map(|id| names.get(id).cloned().unwrap_or_else(|| id.to_string()));
    let told = [
        row.publisher.clone(),
        row.published.clone(),
        row.kind.map(str::to_owned),
        voice.map(|voice| format!("voice of {voice}")),
        row.reprint_of.as_ref().map(|id| format!("reprint of {id}")),
        row.title.as_ref().map(|title| format!("\"{title}\"")),
    ];
    told.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn supports(row: &SourceRow) -> String {
    let number = |number: u64, one: &str| format!("{number} {one}{}", if number == 1 { "" } else { "s" });
    let withdrawn = match row.withdrawn {
        0 => String::new(),
        number => format!(" · ✕ {number} withdrawn"),
    };
    let accounts = number(row.accounts, "account");
    format!("{accounts} of {}, {}{withdrawn}", number(row.facts, "fact"), number(row.events, "event"))
}
