//! The cells of a matrix in rows and columns.

use crate::id::Id;
use crate::query::row::MatrixRow;

/// Rows and columns, in the order of the question.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid<'a> {
    /// What each row is called.
    pub(super) lines: Vec<String>,
    /// What each column is called.
    pub(super) columns: Vec<String>,
    /// The cells of each row; none where somebody would meet themselves.
    pub(super) cells: Vec<Vec<Option<&'a MatrixRow>>>,
}

type Ids<'a> = &'a [Id];

impl<'a> Grid<'a> {
    /// Those asked about down, those whom they met across; where counts are per span of time, pairs down and spans across.
    pub(super) fn of(cells: &'a [MatrixRow]) -> Self {
        if cells.iter().any(|cell| cell.bucket.is_some()) { Self::per_span(cells) } else { Self::crosswise(cells) }
    }

    fn crosswise(cells: &'a [MatrixRow]) -> Self {
        let down = distinct(cells.iter().map(|cell| (&*cell.row_ids, &cell.row)));
        let across = distinct(cells.iter().map(|cell| (&*cell.col_ids, &cell.col)));
        // Of those who stand on both sides the first row lacks the first column, so that the order is that of the rows.
        let both = across.len() == down.len() && across.iter().all(|one| down.contains(one));
        let across = if both { down.clone() } else { across };
        let find = |row: Ids<'_>, col: Ids<'_>| cells.iter().find(|cell| cell.row_ids == row && cell.col_ids == col);
        Self {
            lines: down.iter().map(|(_, name)| (*name).clone()).collect(),
            columns: across.iter().map(|(_, name)| (*name).clone()).collect(),
            cells: down.iter().map(|(row, _)| across.iter().map(|(col, _)| find(row, col)).collect()).collect(),
        }
    }

    /// Of two rows about one pair, seen from either side, the first is enough.
    fn per_span(cells: &'a [MatrixRow]) -> Self {
        let mut columns: Vec<String> = Vec::new();
        for span in cells.iter().filter_map(|cell| cell.bucket.as_ref()) {
            if !columns.contains(span) {
                columns.push(span.clone());
            }
        }
        let mut pairs: Vec<&[MatrixRow]> = Vec::new();
        let mut grid = Self { columns, ..Self::default() };
        for pair in cells.chunk_by(|a, b| a.row_ids == b.row_ids && a.col_ids == b.col_ids) {
            let Some(first) = pair.first().filter(|_| !pairs.iter().any(|other| turned(pair, other))) else {
                continue;
            };
            pairs.push(pair);
            grid.lines.push(format!("{} – {}", first.row, first.col));
            let of = |span: &String| pair.iter().find(|cell| cell.bucket.as_ref() == Some(span));
            grid.cells.push(grid.columns.iter().map(of).collect());
        }
        grid
    }
}

/// Whether two rows are about one pair, seen from either side, and count the same.
fn turned(pair: &[MatrixRow], other: &[MatrixRow]) -> bool {
    let ids = |pair: &[MatrixRow]| pair.first().map(|cell| (cell.row_ids.clone(), cell.col_ids.clone()));
    let is_turned = ids(pair).map(|(row, col)| (col, row)) == ids(other);
    is_turned && pair.iter().map(|cell| &cell.count).eq(other.iter().map(|cell| &cell.count))
}

/// Each once, in the order in which they come.
fn distinct<'c>(all: impl Iterator<Item = (Ids<'c>, &'c String)>) -> Vec<(Ids<'c>, &'c String)> {
    let mut found: Vec<(Ids<'c>, &String)> = Vec::new();
    for (ids, name) in all {
        if !found.iter().any(|(known, _)| *known == ids) {
            found.push((ids, name));
        }
    }
    found
}
