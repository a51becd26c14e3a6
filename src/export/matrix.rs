//! The cells of a table of counts as a grid: a line for each of those asked about, or for each pair where counts are
//! per span of time.

use crate::query::row::{Cell, MatrixRow};

/// Heads, not yet escaped for any format, and the cells under them.
pub(super) struct Counts {
    /// The heads, one a column.
    pub(super) heads: Vec<String>,
    /// The cells of each line.
    pub(super) rows: Vec<Vec<Cell>>,
}

/// Arranges the cells, which come in the order of the question.
pub(super) fn counts(cells: &[MatrixRow]) -> Counts {
    if cells.iter().any(|cell| cell.bucket.is_some()) { per_bucket(cells) } else { crosswise(cells) }
}

/// Those asked about down, those whom they met across.
fn crosswise(cells: &[MatrixRow]) -> Counts {
    // Of those who stand on both sides the first row lacks the first column, so that the order is that of the rows.
    let down = distinct(cells.iter().map(|cell| (&cell.row_ids, &cell.row)));
    let across = distinct(cells.iter().map(|cell| (&cell.col_ids, &cell.col)));
    let both = across.len() == down.len() && across.iter().all(|one| down.contains(one));
    let across = if both { down.clone() } else { across };
    let heads = across.iter().map(|(_, name)| (*name).clone());
    let line = |(ids, name): &(&_, &String)| {
        let cell = |col: &(&_, &String)| {
            let found = cells.iter().find(|cell| cell.row_ids == **ids && cell.col_ids == *col.0);
            found.map_or(Cell::Empty, |cell| Cell::maybe(cell.count.clone()))
        };
        std::iter::once(Cell::Text((*name).clone())).chain(across.iter().map(cell)).collect()
    };
    Counts { heads: std::iter::once(String::new()).chain(heads).collect(), rows: down.iter().map(line).collect() }
}

/// A line a pair, the spans of time across. Of two lines that say the same of one pair the first is enough.
fn per_bucket(cells: &[MatrixRow]) -> Counts {
    let mut buckets: Vec<&String> = Vec::new();
    for bucket in cells.iter().filter_map(|cell| cell.bucket.as_ref()) {
        if !buckets.contains(&bucket) {
            buckets.push(bucket);
        }
    }
    let pairs: Vec<&[MatrixRow]> = cells.chunk_by(|a, b| a.row_ids == b.row_ids && a.col_ids == b.col_ids).collect();
    let fresh = pairs.iter().enumerate().filter(|(at, pair)| !pairs.iter().take(*at).any(|other| turned(pair, other)));
    let rows = fresh.map(|(_, pair)| {
        let names = pair.first().map(|cell| [&cell.row, &cell.col]).into_iter().flatten();
        let counts = pair.iter().map(|cell| Cell::maybe(cell.count.clone()));
        names.map(|name| Cell::Text(name.clone())).chain(counts).collect()
    });
    let heads = ["WHO", "WITH"].into_iter().map(str::to_owned).chain(buckets.into_iter().cloned());
    Counts { heads: heads.collect(), rows: rows.collect() }
}

/// Whether two lines are about one pair, seen from either side, and count the same.
fn turned(pair: &[MatrixRow], other: &[MatrixRow]) -> bool {
    let ids = |pair: &[MatrixRow]| pair.first().map(|cell| (cell.row_ids.clone(), cell.col_ids.clone()));
    let is_turned = ids(pair).map(|(row, col)| (col, row)) == ids(other);
    is_turned && pair.iter().map(|cell| &cell.count).eq(other.iter().map(|cell| &cell.count))
}

/// Each once, in the order in which they come.
fn distinct<'c, T: PartialEq>(all: impl Iterator<Item = (&'c T, &'c String)>) -> Vec<(&'c T, &'c String)> {
    let mut found: Vec<(&T, &String)> = Vec::new();
    for (ids, name) in all {
        if !found.iter().any(|(known, _)| *known == ids) {
            found.push((ids, name));
        }
    }
    found
}
