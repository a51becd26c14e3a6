//! The table for people: what was understood, the rows, their sources, and what one has to know to read them.

use super::grid::{Grid, UNBROKEN};
use super::head::head;
use super::paint::Paint;
use super::prose::wrap;
use super::terminal::Charset;
use super::{ExportError, Style, card, catalogue, chronicle, cited, footer, matrix, why};
use crate::query::row::{Cell, MatrixRow, Table};
use crate::query::{Answer, Rows};
use std::io::Write;

/// The width where nobody says how wide the terminal is.
const WIDTH: u16 = 120;
/// Narrower than this, nothing can be read.
const NARROWEST: u16 = 20;

/// Writes an answer for people.
pub(super) fn write(answer: &Answer, style: &Style, out: &mut dyn Write) -> Result<(), ExportError> {
    let page = Page::of(style);
    let rows = page.rows(answer, style)?;
    page.write(answer, rows, style, out)
}

/// Writes an answer for people with another table that says its rows in words.
pub(super) fn write_as(answer: &Answer, table: &Table, style: &Style, out: &mut dyn Write) -> Result<(), ExportError> {
    let page = Page::of(style);
    let lines = page.grid(table).lines(page.width, page.charset);
    page.write(answer, page.painted(lines), style, out)
}

struct Page {
    width: u16,
    charset: Charset,
    paint: Paint,
}

impl Page {
    fn of(style: &Style) -> Self {
        Self {
            width: style.width.unwrap_or(WIDTH).max(NARROWEST),
            charset: if style.ascii { Charset::Ascii } else { Charset::Unicode },
            paint: if style.color { Paint::Coloured } else { Paint::Plain },
        }
    }

    /// Writes the rows between what was understood, and their sources and what one has to know to read them.
    fn write(&self, answer: &Answer, rows: Vec<String>, style: &Style, out: &mut dyn Write) -> Result<(), ExportError> {
        let mut parts = Vec::new();
        if !style.quiet {
            let mut head = self.prose(&format!("Read as: {}", answer.understood), 9);
            // A command to copy stays whole.
            head.extend(answer.same_as.as_ref().map(|command| format!("Same as: {}", self.charset.show(command))));
            parts.push(head);
        }
        parts.push(rows);
        parts.push(self.sources(answer, style));
        let notes = if style.quiet { footer::of_nothing(answer).to_vec() } else { footer::sentences(answer) };
        parts.push(self.notes(&notes));
        parts.retain(|part| !part.is_empty());
        let parts: Vec<String> = parts.into_iter().map(|part| part.join("\n")).collect();
        if !parts.is_empty() {
            writeln!(out, "{}", parts.join("\n\n"))?;
        }
        Ok(())
    }

    fn prose(&self, text: &str, indent: usize) -> Vec<String> {
        wrap(&self.charset.show(text), indent, self.width)
    }

    fn rows(&self, answer: &Answer, style: &Style) -> Result<Vec<String>, ExportError> {
        let table = answer.table(style.columns.as_deref())?;
        let lines = match &answer.rows {
            rows if rows.is_empty() => Vec::new(),
            Rows::Why(rows) if style.columns.is_none() => why::lines(rows, &answer.names, self.width, self.charset),
            Rows::Card(rows) if style.columns.is_none() => card::lines(rows, self.width, self.charset),
            Rows::Matrix(cells) if style.columns.is_none() => self.counts(cells),
            Rows::Changes(rows) if style.columns.is_none() => chronicle::lines(rows, self.width, self.charset),
            rows => {
                let grid = self.grid(&table);
                match rows {
                    Rows::Sources(rows) if style.columns.is_none() && !grid.fits(self.width, self.charset) => {
                        catalogue::lines(rows, &answer.names, self.width, self.charset)
                    }
                    _ => grid.lines(self.width, self.charset),
                }
            }
        };
        Ok(self.painted(lines))
    }

    fn painted(&self, lines: Vec<String>) -> Vec<String> {
        lines.into_iter().map(|line| self.paint.degrees(line)).collect()
    }

    /// The lines of a table of counts. An empty column says as much as an empty cell, and stays.
    fn counts(&self, cells: &[MatrixRow]) -> Vec<String> {
        let counts = matrix::counts(cells);
        let heads = counts.heads.iter().map(|head| self.charset.show(head)).collect();
        let rows = counts.rows.iter().map(|row| row.iter().map(|cell| self.cell(cell)).collect()).collect();
        Grid { heads, rows }.lines(self.width, self.charset)
    }

    fn grid(&self, table: &Table) -> Grid {
        let heads = table.columns.iter().map(|column| head(column)).collect();
        let rows = table.rows.iter().map(|row| row.iter().map(|cell| self.cell(cell)).collect()).collect();
        Grid { heads, rows }.without_empty_columns()
    }

    /// The lines of a cell: each text of a list on its own, all but the last with a semicolon.
    fn cell(&self, cell: &Cell) -> Vec<String> {
        match cell {
            Cell::List(texts) => {
                let mut lines: Vec<String> = texts.iter().map(|text| self.charset.show(text) + ";").collect();
                if let Some(last) = lines.last_mut() {
                    last.pop();
                }
                lines
            }
            // The mark of a disputed date stays beside it.
            Cell::Date(text, ..) => vec![self.charset.show(text).replace(" !", &format!("{UNBROKEN}!"))],
            other => vec![self.charset.show(&other.text())],
        }
    }

    /// The footer. Its last line stays whole, because it ends with a command to copy.
    fn notes(&self, notes: &[String]) -> Vec<String> {
        let Some((made_by, others)) = notes.split_last() else {
            return Vec::new();
        };
        let mut lines: Vec<String> = others.iter().flat_map(|note| self.prose(note, 2)).collect();
        lines.push(self.charset.show(made_by));
        lines.into_iter().map(|line| self.paint.aside(line)).collect()
    }

    fn sources(&self, answer: &Answer, style: &Style) -> Vec<String> {
        let mut lines = Vec::new();
        // The cards of accounts name their sources themselves.
        if matches!(answer.rows, Rows::Why(_)) && style.columns.is_none() && !style.cite {
            return lines;
        }
        for cited in cited::all(answer, cited::Length::of(style)) {
            let number = format!("[{}] ", cited.number);
            let indent = number.len();
            lines.extend(self.prose(&(number + &cited.sentence), indent));
            if let Some((id, url)) = cited.first {
                let address = url.map(|url| format!(", {url}")).unwrap_or_default();
                lines.push(format!("{}{id}{}", " ".repeat(indent), self.charset.show(&address)));
            }
        }
        if !lines.is_empty() {
            lines.insert(0, "Sources:".to_owned());
        }
        lines
    }
}
