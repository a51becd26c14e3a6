//! Matrices: how often each of some met each of others, as cells with the number in them.
//!
//! A cell is the darker the more are certain. It has no number where nothing is recorded, and is hatched where no source claims
//! to cover any of it; it holds `0` only where a source claims that there was nothing.

mod drawn;
mod grid;
mod key;

use super::heading::heading;
use super::sheet::{Panel, Sheet};
use super::text::Ruler;
use crate::graph::KnowledgeGraph;
use crate::query::{Answer, Rows};
use grid::Grid;

/// A matrix that is too large to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{lines} rows of {columns} cells are more than a picture of {} by {} holds",
    Matrix::MOST_LINES,
    Matrix::MOST_COLUMNS
)]
pub struct TooWide {
    /// How many rows there would be.
    pub lines: usize,
    /// How many columns.
    pub columns: usize,
}

/// A matrix of counts.
#[derive(Debug)]
pub struct Matrix<'a> {
    title: String,
    grid: Grid<'a>,
}

impl<'a> Matrix<'a> {
    /// So many rows can be read on one sheet.
    pub const MOST_LINES: usize = 80;
    /// So many columns can be read on one sheet.
    pub const MOST_COLUMNS: usize = 60;
    /// The columns of the answer that say in words what the cells show.
    pub const COLUMNS: &'static [&'static str] = &["row", "col", "bucket", "count", "coverage"];

    /// The matrix of an answer with counts of pairs; others give an empty one. Grows with the square of the cells of a row.
    ///
    /// # Errors
    /// If there are more rows or columns than a sheet holds.
    pub fn new(answer: &'a Answer, graph: &KnowledgeGraph) -> Result<Self, TooWide> {
        let grid = match &answer.rows {
            Rows::Matrix(cells) => Grid::of(cells),
            _ => Grid::default(),
        };
        let (lines, columns) = (grid.lines.len(), grid.columns.len());
        if lines > Self::MOST_LINES || columns > Self::MOST_COLUMNS {
            return Err(TooWide { lines, columns });
        }
        Ok(Self { title: heading(answer, graph), grid })
    }

    /// The picture.
    pub fn panel(&self, sheet: &Sheet, ruler: &Ruler) -> Panel {
        drawn::panel(self, sheet, ruler)
    }
}
