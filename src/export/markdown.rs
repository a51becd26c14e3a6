//! Markdown: CommonMark with the tables of GitHub (GitHub Flavored Markdown, section 4.10).

use super::grid::Grid;
use super::head::head;
use super::terminal::is_unseen;
use super::{ExportError, Style, cited, footer, matrix};
use crate::query::row::Cell;
use crate::query::{Answer, Rows};
use std::io::Write;

/// Writes what was understood, a table, the numbered sources and the footer.
pub(super) fn write(answer: &Answer, style: &Style, out: &mut dyn Write) -> Result<(), ExportError> {
    let table = rows(answer, style)?;
    let mut parts = Vec::new();
    if !style.quiet {
        parts.push(vec![format!("**Read as:** {}", escape(&answer.understood))]);
        parts.extend(answer.same_as.as_ref().map(|command| vec![format!("**Same as:** {}", escape(command))]));
    }
    parts.push(table);
    parts.push(sources(answer, style));
    let notes = if style.quiet { footer::of_nothing(answer).to_vec() } else { footer::sentences(answer) };
    parts.push(notes.iter().map(|note| format!("- {}", escape(note))).collect());
    parts.retain(|part| !part.is_empty());
    let parts: Vec<String> = parts.into_iter().map(|part| part.join("\n")).collect();
    if !parts.is_empty() {
        writeln!(out, "{}", parts.join("\n\n"))?;
    }
    Ok(())
}

fn rows(answer: &Answer, style: &Style) -> Result<Vec<String>, ExportError> {
    let table = answer.table(style.columns.as_deref())?;
    if table.rows.is_empty() {
        return Ok(Vec::new());
    }
    let grid = match &answer.rows {
        Rows::Matrix(cells) if style.columns.is_none() => {
            let counts = matrix::counts(cells);
            Grid { heads: counts.heads.iter().map(|head| escape(head)).collect(), rows: lines_of(&counts.rows) }
        }
        _ => {
            let heads = table.columns.iter().map(|column| escape(&head(column))).collect();
            Grid { heads, rows: lines_of(&table.rows) }.without_empty_columns()
        }
    };
    let mut lines = vec![line(grid.heads.iter().map(String::as_str))];
    lines.push(line(grid.heads.iter().map(|_| "---")));
    lines.extend(grid.rows.iter().map(|row| {
        let cells: Vec<String> = row.iter().map(|cell| cell.join(";<br>")).collect();
        line(cells.iter().map(String::as_str))
    }));
    Ok(lines)
}

fn lines_of(rows: &[Vec<Cell>]) -> Vec<Vec<Vec<String>>> {
    rows.iter().map(|row| row.iter().map(cell).collect()).collect()
}

fn line<'c>(cells: impl Iterator<Item = &'c str>) -> String {
    cells.fold("|".to_owned(), |line, cell| format!("{line} {cell} |"))
}

fn cell(cell: &Cell) -> Vec<String> {
    match cell {
        Cell::List(texts) => texts.iter().map(|text| escape(text)).collect(),
        other => vec![escape(&other.text())],
    }
}

fn sources(answer: &Answer, style: &Style) -> Vec<String> {
    let item = |cited: cited::Cited<'_>| {
        let address = cited.first.map(|(id, url)| format!(" ({}{})", escape(id.as_str()), link(url)));
        format!("{}. {}{}", cited.number, escape(&cited.sentence), address.unwrap_or_default())
    };
    let mut lines: Vec<String> = cited::all(answer, cited::Length::of(style)).into_iter().map(item).collect();
    if !lines.is_empty() {
        lines.splice(0..0, ["**Sources:**".to_owned(), String::new()]);
    }
    lines
}

/// An address that can be followed, if it is one; else the text of it.
fn link(url: Option<&str>) -> String {
    let Some(url) = url else {
        return String::new();
    };
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    let is_plain = url.chars().all(|letter| letter.is_ascii_graphic() && !matches!(letter, '<' | '>' | '\\' | '|'));
    if is_web && is_plain { format!(", <{url}>") } else { format!(", {}", escape(url)) }
}

/// A text of a fact or of an answer, so that a reader of Markdown gives it back as it is: a line break as `<br>`,
/// unseen characters by their number, marks of Markdown and HTML as themselves. A NUL comes back as U+FFFD, as
/// CommonMark demands. Every text goes through here.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let last = text.chars().count().saturating_sub(1);
    let mut numbered = true;
    for (at, letter) in text.chars().enumerate() {
        match letter {
            '\n' => escaped.push_str("<br>"),
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            ' ' if at == 0 || at == last => escaped.push_str("&#32;"),
            unseen if is_unseen(unseen) => escaped.push_str(&format!("&#{};", u32::from(unseen))),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '{' | '}' => escaped.extend(['\\', letter]),
            '-' | '+' | '#' | '=' | ':' if at == 0 => escaped.extend(['\\', letter]),
            '.' | ')' if numbered && at > 0 => escaped.extend(['\\', letter]),
            _ => escaped.push(letter),
        }
        // "1." and "1)" at the beginning would open a list.
        numbered = numbered && letter.is_ascii_digit();
    }
    escaped
}
