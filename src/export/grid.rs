//! The grid: cells under heads, wrapped between words; or field by field, where the columns do not fit side by side.

use super::terminal::Charset;
use comfy_table::{ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle, Width};

/// The blank between two columns.
const GAP: u16 = 2;
/// A column wraps only between words up to this length.
const LONGEST_WORD: u16 = 40;
/// A column of prose keeps at least this width; narrower ones are hard to read.
const READABLE: u16 = 12;
/// A word longer than this is cut into pieces of this length, so that it costs no more to wrap than other text.
const PIECE: usize = 100;
/// A blank at which a cell does not wrap; it is printed as any other.
pub(super) const UNBROKEN: &str = "\u{a0}";

/// Cells under heads, each a list of lines that are safe to print.
pub(super) struct Grid {
    /// The heads, one a column.
    pub heads: Vec<String>,
    /// The cells of each row.
    pub rows: Vec<Vec<Vec<String>>>,
}

impl Grid {
    /// Leaves out columns in which no row has anything: they say nothing.
    pub(super) fn without_empty_columns(mut self) -> Self {
        let used = |at: usize| self.rows.iter().any(|row| row.get(at).is_some_and(|cell| !is_blank(cell)));
        let kept: Vec<bool> = (0..self.heads.len()).map(used).collect();
        let keep = |at: usize| kept.get(at).copied().unwrap_or(true);
        self.heads = self.heads.into_iter().enumerate().filter(|(at, _)| keep(*at)).map(|(_, head)| head).collect();
        for row in &mut self.rows {
            *row =
                std::mem::take(row).into_iter().enumerate().filter(|(at, _)| keep(*at)).map(|(_, cell)| cell).collect();
        }
        self
    }

    /// Whether the columns fit side by side.
    pub(super) fn fits(&self, width: u16, charset: Charset) -> bool {
        widths(&self.side_by_side(charset), width.saturating_add(GAP)).is_some()
    }

    /// The lines of the grid, at most this wide where words allow it.
    pub(super) fn lines(&self, width: u16, charset: Charset) -> Vec<String> {
        let mut table = self.side_by_side(charset);
        let Some(widths) = widths(&table, width.saturating_add(GAP)) else {
            return self.field_by_field(width);
        };
        for (column, width) in table.column_iter_mut().zip(widths) {
            let gap = column.padding_width();
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width.saturating_add(gap))));
        }
        let lines = printed(&table);
        // Rows of several lines are told apart by a blank line.
        if lines.len() > self.rows.len() + 2 {
            table.load_style(look(charset).row_separator(LineStyle::none().fill(' ')));
            return printed(&table);
        }
        lines
    }

    fn side_by_side(&self, charset: Charset) -> Table {
        let mut table = Table::new();
        table.load_style(look(charset)).set_content_arrangement(ContentArrangement::Disabled);
        table.set_header(&self.heads);
        table.add_rows(self.rows.iter().map(|row| row.iter().map(|cell| pieces(cell).join("\n")).collect::<Vec<_>>()));
        pad(&mut table);
        table
    }

    fn field_by_field(&self, width: u16) -> Vec<String> {
        let mut lines = Vec::new();
        let heads = self.heads.iter().map(|head| measure(head)).max().unwrap_or(1);
        for row in &self.rows {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            let told = self.heads.iter().zip(row).filter(|(_, cell)| !is_blank(cell));
            lines.extend(pairs(told.map(|(head, cell)| (head.clone(), cell.clone())), heads, width));
        }
        lines
    }
}

/// Pairs of a field and what it holds, the fields in a column of their own.
pub(super) fn pairs(pairs: impl Iterator<Item = (String, Vec<String>)>, field_width: u16, width: u16) -> Vec<String> {
    let mut table = Table::new();
    table.load_style(TableStyle::new()).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(width.max(field_width.saturating_add(READABLE)));
    table.add_rows(pairs.map(|(field, cell)| vec![field, pieces(&cell).join("\n")]));
    pad(&mut table);
    if let Some(column) = table.column_mut(0) {
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(field_width.saturating_add(GAP))));
    }
    printed(&table)
}

/// How many columns of a terminal the widest line of a text takes, as Unicode Standard Annex 11 counts wide letters.
pub(super) fn measure(text: &str) -> u16 {
    let mut table = Table::new();
    table.add_row([text]);
    table.column_max_content_widths().first().copied().unwrap_or_default()
}

fn look(charset: Charset) -> TableStyle {
    let line = charset.line();
    TableStyle::new().header_separator(LineStyle::none().fill(line))
}

/// A gap after each column but the last.
fn pad(table: &mut Table) {
    let last = table.column_count().saturating_sub(1);
    for column in table.column_iter_mut() {
        let gap = if column.index == last { 0 } else { GAP };
        column.set_padding((0, gap));
    }
}

fn printed(table: &Table) -> Vec<String> {
    table.lines().map(|line| line.replace(UNBROKEN, " ").trim_end().to_owned()).collect()
}

/// How wide each column is to be, if all fit: what is left over goes where cells are fullest.
fn widths(table: &Table, width: u16) -> Option<Vec<u16>> {
    let mut columns = needs(table);
    let taken = columns.iter().fold(0_u16, |sum, need| sum.saturating_add(need.width).saturating_add(GAP));
    for _ in 0..width.checked_sub(taken)? {
        let wanting = columns.iter_mut().filter(|need| need.width < need.most);
        let Some(fullest) = wanting.max_by_key(|need| (need.fullness(), std::cmp::Reverse(need.at))) else {
            break;
        };
        fullest.width += 1;
    }
    Some(columns.into_iter().map(|need| need.width).collect())
}

/// What a column needs.
struct Need {
    at: usize,
    /// Its width so far; at first the least in which it can be read.
    width: u16,
    /// The width in which nothing wraps.
    most: u16,
    /// How many letters its fullest cell has.
    letters: usize,
}

impl Need {
    /// How full its fullest cell is, in hundredths of a line.
    fn fullness(&self) -> usize {
        self.letters.saturating_mul(100) / usize::from(self.width.max(1))
    }
}

fn needs(table: &Table) -> Vec<Need> {
    let need = |(column, most): (&comfy_table::Column, u16)| {
        let cells = || table.column_cells_with_header_iter(column.index).flatten().map(comfy_table::Cell::content);
        // One word a line: the widest line is then the longest word.
        let words: Vec<String> = cells().map(|text| text.replace(' ', "\n")).collect();
        Need {
            at: column.index,
            width: measure(&words.join("\n")).min(LONGEST_WORD).max(most.min(READABLE)),
            most,
            letters: cells().map(|text| text.chars().count()).max().unwrap_or_default(),
        }
    };
    table.column_iter().zip(table.column_max_content_widths()).map(need).collect()
}

fn is_blank(cell: &[String]) -> bool {
    cell.iter().all(|line| line.is_empty())
}

/// The lines of a cell, with words of absurd length cut.
fn pieces(cell: &[String]) -> Vec<String> {
    cell.iter().map(|line| line.split(' ').map(cut).collect::<Vec<_>>().join(" ")).collect()
}

fn cut(word: &str) -> String {
    if word.len() <= PIECE {
        return word.to_owned();
    }
    let letters: Vec<char> = word.chars().collect();
    letters.chunks(PIECE).map(|piece| piece.iter().collect::<String>()).collect::<Vec<_>>().join("\n")
}
