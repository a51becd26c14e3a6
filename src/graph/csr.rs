//! Compact rows: the items of each node side by side in one array.

use crate::column::Column;
use bytemuck::Pod;

/// Items grouped by row; row `r` lies at `offsets[r]..offsets[r + 1]`.
#[derive(Clone, Debug)]
pub(super) struct Rows<T: Pod> {
    pub(super) offsets: Column<u32>,
    pub(super) items: Column<T>,
}

impl<T: Pod> Default for Rows<T> {
    fn default() -> Self {
        Self { offsets: Column::default(), items: Column::default() }
    }
}

impl<T: Pod> Rows<T> {
    /// Groups the pairs by row, keeping their order within each row. Takes one sort of the pairs.
    pub(super) fn new(rows: usize, mut pairs: Vec<(u32, T)>) -> Self {
        pairs.sort_by_key(|(row, _)| *row);
        let mut offsets = vec![0_u32; rows + 1];
        for (row, _) in &pairs {
            if let Some(next) = offsets.get_mut(*row as usize + 1) {
                *next += 1;
            }
        }
        let mut sum = 0;
        for offset in &mut offsets {
            sum += *offset;
            *offset = sum;
        }
        let items: Vec<T> = pairs.into_iter().map(|(_, item)| item).collect();
        Self { offsets: offsets.into(), items: items.into() }
    }

    /// The place of a row in the array.
    pub(super) fn range(&self, row: usize) -> std::ops::Range<usize> {
        match self.offsets.part(row..row.saturating_add(2)) {
            [start, end] => *start as usize..*end as usize,
            _ => 0..0,
        }
    }

    /// The items of a row; none if there is no such row.
    pub(super) fn row(&self, row: usize) -> &[T] {
        self.items.part(self.range(row))
    }

    /// All items, row by row.
    pub(super) fn items(&self) -> &[T] {
        &self.items
    }
}
