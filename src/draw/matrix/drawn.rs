//! A matrix as marks.

use super::{Matrix, key};
use crate::draw::scene::{Anchor, Area, Fill, Ink, Mark, Point, Shape, Stroke, Text, Weight};
use crate::draw::sheet::{Panel, Sheet};
use crate::draw::text::{Ruler, number, plain, wrap};
use crate::id::Id;
use crate::query::State;
use crate::query::row::MatrixRow;
use std::collections::BTreeMap;

pub(super) const SIZE: f64 = 7.0;
const GAP: f64 = 4.0;
/// Cells are no wider and no higher than this.
const WIDEST: f64 = 62.0;
const HIGHEST: f64 = 22.0;
/// So many lines of a row's name at most.
const MOST_LINES: usize = 3;
/// From this depth on a number is light on dark.
const DARK: usize = 6;
/// As charts have the days that no source claims to cover; the lines hold in grey print.
pub(super) const UNCOVERED: Fill = Fill::Hatched(Ink::Rule);

pub(super) fn panel(matrix: &Matrix<'_>, sheet: &Sheet, ruler: &Ruler) -> Panel {
    let layout = Layout::new(matrix, sheet, ruler);
    let mut marks = vec![layout.heads(), layout.names()];
    let most = most(matrix);
    for (line, row) in matrix.grid.cells.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            marks.push(layout.cell((line, column), *cell, most));
        }
    }
    let height = layout.top + layout.high * as_number(matrix.grid.lines.len());
    Panel {
        title: matrix.title.clone(),
        counted: counted(matrix),
        notes: notes(matrix),
        height,
        marks,
        legend: key::legend(matrix),
        columns: Some(Matrix::COLUMNS),
        table: None,
    }
}

/// Where cells lie.
struct Layout<'a> {
    ruler: &'a Ruler,
    /// Where cells begin.
    left: f64,
    top: f64,
    /// How wide and high they are.
    wide: f64,
    high: f64,
    /// The lines of each row's name.
    names: Vec<Vec<String>>,
    /// The lines of each column's head; one, turned, where columns are narrow.
    heads: Vec<Vec<String>>,
    turned: bool,
}

#[expect(clippy::cast_precision_loss, reason = "there are few rows and columns")]
fn as_number(number: usize) -> f64 {
    number as f64
}

impl<'a> Layout<'a> {
    fn new(matrix: &Matrix<'_>, sheet: &Sheet, ruler: &'a Ruler) -> Self {
        let width = |text: &String| ruler.width(text, SIZE, Weight::Regular);
        let names: Vec<String> = matrix.grid.lines.iter().map(|line| plain(line)).collect();
        let room = names.iter().map(width).fold(0.0, f64::max).min(sheet.width() * 0.34);
        // What is cut off might be all that tells one pair from another.
        let names: Vec<Vec<String>> =
            names.iter().map(|name| wrap(ruler, name, room, SIZE, Weight::Regular, MOST_LINES)).collect();
        let left = room + GAP;
        let columns = as_number(matrix.grid.columns.len().max(1));
        let wide = ((sheet.width() - left) / columns).min(WIDEST);
        let widest = cells(matrix).filter_map(|cell| cell.count.as_ref()).map(width).fold(SIZE, f64::max);
        let heads: Vec<String> = matrix.grid.columns.iter().map(|head| plain(head)).collect();
        // A head lies flat where each of its words fits over its column.
        let words = heads.iter().flat_map(|head| head.split(' ').map(|word| ruler.width(word, SIZE, Weight::Regular)));
        let turned = words.fold(0.0, f64::max) > wide - 2.0;
        let room = if turned { 90.0 } else { wide - 2.0 };
        let most = if turned { 1 } else { 3 };
        let heads: Vec<Vec<String>> =
            heads.iter().map(|head| wrap(ruler, head, room, SIZE, Weight::Regular, most)).collect();
        let longest = heads.iter().flatten().map(width).fold(0.0, f64::max);
        let lines = heads.iter().map(Vec::len).max().unwrap_or(1);
        let top = if turned { longest } else { as_number(lines) * SIZE * Ruler::LEADING } + GAP;
        let named = as_number(names.iter().map(Vec::len).max().unwrap_or(1)) * SIZE * Ruler::LEADING + 2.0;
        let turned_number = if widest > wide { widest + 3.0 } else { 0.0 };
        let high = (wide * 0.6).clamp(SIZE * 1.6, HIGHEST).max(turned_number).max(named);
        Self { ruler, left, top, wide, high, names, heads, turned }
    }

    fn area(&self, line: usize, column: usize) -> Area {
        let (x, y) = (self.left + self.wide * as_number(column), self.top + self.high * as_number(line));
        Area::new(x, y, self.wide, self.high)
    }

    fn heads(&self) -> Mark {
        let mut shapes = Vec::new();
        for (column, lines) in self.heads.iter().enumerate() {
            let area = self.area(0, column);
            let middle = area.x + area.width / 2.0;
            for (number, line) in lines.iter().enumerate() {
                let up = as_number(lines.len() - 1 - number) * SIZE * Ruler::LEADING;
                let at = Point::new(middle, self.top - GAP * 0.7 - up);
                let text = Text::new(at, line.clone(), SIZE);
                shapes.push(Shape::Text(if self.turned {
                    Text { at: Point::new(middle + SIZE * 0.35, at.y), ..text }.turned(-90.0)
                } else {
                    text.anchored(Anchor::Middle)
                }));
            }
        }
        Mark::plain("axis", shapes)
    }

    fn names(&self) -> Mark {
        let mut shapes = Vec::new();
        for (line, name) in self.names.iter().enumerate() {
            let area = self.area(line, 0);
            let leading = SIZE * Ruler::LEADING;
            let first = area.y + area.height / 2.0 + SIZE * 0.35 - leading * (as_number(name.len()) - 1.0) / 2.0;
            for (number, words) in name.iter().enumerate() {
                let at = Point::new(self.left - GAP, first + leading * as_number(number));
                shapes.push(Shape::Text(Text::new(at, words.clone(), SIZE).anchored(Anchor::End)));
            }
        }
        Mark::plain("axis", shapes)
    }

    fn cell(&self, (line, column): (usize, usize), cell: Option<&MatrixRow>, most: usize) -> Mark {
        let area = self.area(line, column);
        let Some(cell) = cell else {
            return Mark::plain("nobody", vec![rect(area, Fill::Even(Ink::Other))]);
        };
        let depth = depth(cell.at_least.unwrap_or(0), most);
        let fill = if is_uncovered(cell) { UNCOVERED } else { Fill::Even(Ink::Depth(depth)) };
        let mut shapes = vec![rect(area, fill)];
        if let Some(count) = &cell.count {
            shapes.push(Shape::Text(self.number(area, count, depth)));
        }
        let names = [Some(&cell.row), Some(&cell.col), cell.bucket.as_ref()];
        let names: Vec<&str> = names.into_iter().flatten().map(String::as_str).collect();
        Mark {
            class: "cell",
            tip: Some(plain(&format!("{}: {}", names.join(", "), in_words(cell)))),
            events: cell.events.iter().map(|counted| counted.event.clone()).collect(),
            about: cell.row_ids.iter().chain(&cell.col_ids).cloned().collect(),
            shapes,
        }
    }

    /// The number in a cell, turned where it is wider than the cell.
    fn number(&self, area: Area, count: &str, depth: usize) -> Text {
        let (x, y) = (area.x + area.width / 2.0, area.y + area.height / 2.0);
        let ink = if depth >= DARK { Ink::Paper } else { Ink::Text };
        let text = Text::new(Point::new(x, y + SIZE * 0.35), count, SIZE).anchored(Anchor::Middle).inked(ink);
        if self.ruler.width(count, SIZE, Weight::Regular) <= area.width {
            return text;
        }
        Text { at: Point::new(x + SIZE * 0.35, y), ..text }.turned(-90.0)
    }
}

/// Whether nothing is recorded, and no source claims to cover any of it: of this nothing is known.
pub(super) fn is_uncovered(cell: &MatrixRow) -> bool {
    cell.count.is_none() && cell.coverage == Some(State::NotCovered)
}

/// The count; where there is none, what that means.
fn in_words(cell: &MatrixRow) -> String {
    match (&cell.count, cell.coverage) {
        (Some(count), _) => count.clone(),
        (None, Some(State::NotCovered)) => "no source claims to cover this".to_owned(),
        (None, Some(state)) => format!("none recorded, {}", state.words()),
        (None, None) => "none recorded".to_owned(),
    }
}

fn rect(area: Area, fill: Fill) -> Shape {
    Shape::Rect { area, radius: 0.0, fill: Some(fill), stroke: Some(Stroke::solid(Ink::Rule, 0.5)) }
}

/// How dark a cell is: paper for nothing, and the darkest for the most.
pub(super) fn depth(number: usize, most: usize) -> usize {
    const DARKEST: usize = 7;
    if number == 0 {
        return 0;
    }
    // By the root, as a few large numbers would leave all others alike.
    let share = as_number(number.saturating_sub(1)) / as_number(most.saturating_sub(1).max(1));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is from 0 to 1")]
    let steps = (as_number(DARKEST - 1) * share.sqrt()).round() as usize;
    1 + steps
}

/// The highest number of certain ones, by which cells are dark: what is only possible or disputed makes none darker.
pub(super) fn most(matrix: &Matrix<'_>) -> usize {
    cells(matrix).filter_map(|cell| cell.at_least).max().unwrap_or(0)
}

pub(super) fn cells<'a>(matrix: &Matrix<'a>) -> impl Iterator<Item = &'a MatrixRow> {
    let cells: Vec<&MatrixRow> = matrix.grid.cells.iter().flatten().copied().flatten().collect();
    cells.into_iter()
}

fn counted(matrix: &Matrix<'_>) -> String {
    let mut events: BTreeMap<&Id, bool> = BTreeMap::new();
    for counted in cells(matrix).flat_map(|cell| &cell.events) {
        *events.entry(&counted.event).or_default() |= counted.is_certain;
    }
    let certain = events.values().filter(|is_certain| **is_certain).count();
    if certain == events.len() {
        return number(certain, "meeting");
    }
    format!("{} certain, {} with those that are possible or disputed", number(certain, "meeting"), events.len())
}

fn notes(matrix: &Matrix<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if cells(matrix).any(|cell| cell.at_least != cell.at_most) {
        notes.push("a–b: a certain, b with possible or disputed ones; cells are shaded by a.".to_owned());
    }
    if cells(matrix).any(|cell| cell.count.is_none()) {
        notes.push("A cell without a number is no zero.".to_owned());
    }
    notes.push("One meeting can be in several cells.".to_owned());
    notes
}
