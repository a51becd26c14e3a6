//! Compact rows: the items of each node side by side in one array.

use crate::column::Column;
use bytemuck::Pod;

/// Items grouped by row, as they are built; row `r` lies at `offsets[r]..offsets[r + 1]`.
#[derive(Clone, Debug)]
pub(super) struct Grouped<T> {
    offsets: Vec<u32>,
    items: Vec<T>,
}

impl<T> Grouped<T> {
    /// Groups the pairs by row, keeping their order within each row. Takes time in proportion to rows and pairs.
    pub(super) fn new(rows: usize, pairs: &[(u32, T)]) -> Self
    where
        T: Copy,
    {
        let mut offsets = vec![0_u32; rows + 1];
        for (row, _) in pairs {
            if let Some(next) = offsets.get_mut(*row as usize + 1) {
                *next += 1;
            }
        }
        let mut sum = 0;
        for offset in &mut offsets {
            sum += *offset;
            *offset = sum;
        }
        let mut next = offsets.clone();
        let mut items: Vec<T> = pairs.iter().map(|(_, item)| *item).collect();
        for (row, item) in pairs {
            if let Some(place) = next.get_mut(*row as usize) {
                if let Some(slot) = items.get_mut(*place as usize) {
                    *slot = *item;
                }
                *place += 1;
            }
        }
        Self { offsets, items }
    }

    /// Does something to each row, on as many threads as there are.
    pub(super) fn for_each_row(&mut self, change: impl Fn(usize, &mut [T]) + Sync)
    where
        T: Send,
    {
        each_row(&self.offsets, 0, &mut self.items, &change);
    }

    /// As [`Grouped::for_each_row`], to another array with rows of the same lengths.
    pub(super) fn for_each_row_of<U: Send>(&self, items: &mut [U], change: impl Fn(usize, &mut [U]) + Sync) {
        each_row(&self.offsets, 0, items, &change);
    }

    /// The same without items that are equal to the one before them in their row.
    pub(super) fn without_repeats(self) -> Self
    where
        T: Copy + PartialEq,
    {
        let repeats = |row: usize| self.row(row).windows(2).any(|pair| matches!(pair, [a, b] if a == b));
        let rows = self.offsets.len().saturating_sub(1);
        if !(0..rows).any(repeats) {
            return self;
        }
        let kept = |row: usize| self.row(row).chunk_by(|a, b| a == b).filter_map(|run| run.first().copied());
        let pairs = (0_u32..).take(rows).flat_map(|row| kept(row as usize).map(move |item| (row, item)));
        Self::new(rows, &pairs.collect::<Vec<_>>())
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

    /// All items, row by row, and nothing else.
    pub(super) fn into_items(self) -> Vec<T> {
        self.items
    }

    /// All items, row by row.
    pub(super) fn items(&self) -> &[T] {
        &self.items
    }
}

/// The same in columns, each item as it is stored.
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

impl<I, T: Pod + From<I>> From<Grouped<I>> for Rows<T> {
    fn from(grouped: Grouped<I>) -> Self {
        let items: Vec<T> = grouped.items.into_iter().map(T::from).collect();
        Self { offsets: grouped.offsets.into(), items: items.into() }
    }
}

impl<T: Pod> Rows<T> {
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
}

/// So many rows are worked on by one thread in one go.
const IN_ONE_GO: usize = 4096;

/// Halves the rows from `first` on until they are few.
fn each_row<T: Send>(offsets: &[u32], first: usize, items: &mut [T], change: &(impl Fn(usize, &mut [T]) + Sync)) {
    let rows = offsets.len().saturating_sub(1);
    let length = |from: usize, to: usize| {
        let at = |row: usize| offsets.get(row).copied().unwrap_or_default();
        at(to).saturating_sub(at(from)) as usize
    };
    if rows > IN_ONE_GO {
        let middle = rows / 2;
        let (left, right) = items.split_at_mut(length(0, middle).min(items.len()));
        let (before, behind) = (offsets.get(..=middle).unwrap_or_default(), offsets.get(middle..).unwrap_or_default());
        rayon::join(|| each_row(before, first, left, change), || each_row(behind, first + middle, right, change));
        return;
    }
    let mut rest = items;
    for row in 0..rows {
        let (own, behind) = rest.split_at_mut(length(row, row + 1).min(rest.len()));
        change(first + row, own);
        rest = behind;
    }
}
