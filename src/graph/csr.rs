//! Compact rows: the items of each node side by side in one array.

/// Items grouped by row; row `r` lies at `offsets[r]..offsets[r + 1]`.
#[derive(Clone, Debug)]
pub(super) struct Rows<T> {
    offsets: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { offsets: Vec::new(), items: Vec::new() }
    }
}

impl<T> Rows<T> {
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
        let items = pairs.into_iter().map(|(_, item)| item).collect();
        Self { offsets, items }
    }

    /// The place of a row in the array.
    pub(super) fn range(&self, row: usize) -> std::ops::Range<usize> {
        let at = |row: usize| self.offsets.get(row).map_or(0, |offset| *offset as usize);
        if row + 1 < self.offsets.len() { at(row)..at(row + 1) } else { 0..0 }
    }

    /// The items of a row; none if there is no such row.
    pub(super) fn row(&self, row: usize) -> &[T] {
        self.items.get(self.range(row)).unwrap_or_default()
    }

    /// All items, row by row.
    pub(super) fn items(&self) -> &[T] {
        &self.items
    }
}
