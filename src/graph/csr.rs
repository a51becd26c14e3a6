//! Compact rows: the items of each node side by side in one array.

use crate::column::Column;
use bytemuck::Pod;
use rayon::prelude::*;

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
        T: Copy + Send + Sync,
    {
        Self::of_pieces(rows, &[pairs])
    }

    /// The same of pairs in several lists, one behind the other.
    pub(super) fn of_pieces<P: AsRef<[(u32, T)]> + Sync>(rows: usize, pieces: &[P]) -> Self
    where
        T: Copy + Send + Sync,
    {
        let offsets = offsets(rows, pieces);
        let all = offsets.last().copied().unwrap_or_default() as usize;
        let first = pieces.iter().find_map(|piece| piece.as_ref().first());
        let mut items: Vec<T> = first.map(|(_, item)| vec![*item; all]).unwrap_or_default();
        let mut next = offsets.clone();
        next.truncate(rows);
        place(pieces, (0, 0), &mut next, &mut items, rayon::current_num_threads());
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
        T: Copy + PartialEq + Send + Sync,
    {
        let repeats = |row: usize| self.row(row).windows(2).any(|pair| matches!(pair, [a, b] if a == b));
        let rows = self.offsets.len().saturating_sub(1);
        if !(0..rows).into_par_iter().with_min_len(IN_ONE_GO).any(repeats) {
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

    /// Where the rows begin, and where the last one ends; and all items, row by row.
    pub(super) fn into_parts(self) -> (Vec<u32>, Vec<T>) {
        (self.offsets, self.items)
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

impl<I: Send, T: Pod + From<I> + Send> From<Grouped<I>> for Rows<T> {
    fn from(grouped: Grouped<I>) -> Self {
        let items: Vec<T> = grouped.items.into_par_iter().map(T::from).collect();
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

/// Where each row begins, and where the last one ends: items of rows that there are not count for none.
fn offsets<T, P: AsRef<[(u32, T)]>>(rows: usize, pieces: &[P]) -> Vec<u32> {
    let mut offsets = vec![0_u32; rows + 1];
    for (row, _) in pieces.iter().flat_map(AsRef::as_ref) {
        if let Some(count) = offsets.get_mut((*row as usize).saturating_add(1)) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for offset in &mut offsets {
        sum += *offset;
        *offset = sum;
    }
    offsets
}

/// So many items are put in their places by one thread.
const PLACED_IN_ONE_GO: usize = 1 << 20;

/// Puts items in their places: those of the rows from `first` on, whose next places are given, behind so many items of
/// other rows. The rows are halved as long as there are threads and many items; either half looks at all pairs and takes
/// its own, as waiting for memory takes the most time.
fn place<T, P>(pieces: &[P], (first, before): (u32, u32), next: &mut [u32], items: &mut [T], threads: usize)
where
    T: Copy + Send + Sync,
    P: AsRef<[(u32, T)]> + Sync,
{
    if threads > 1 && next.len() > 1 && items.len() > PLACED_IN_ONE_GO {
        let half = before.saturating_add(u32::try_from(items.len() / 2).unwrap_or(u32::MAX));
        let middle = next.partition_point(|place| *place < half).clamp(1, next.len() - 1);
        let (left, right) = next.split_at_mut(middle);
        let begins = right.first().copied().unwrap_or(before);
        let (own, others) = items.split_at_mut(((begins - before) as usize).min(items.len()));
        let second = first.saturating_add(u32::try_from(middle).unwrap_or(u32::MAX));
        rayon::join(
            || place(pieces, (first, before), left, own, threads / 2),
            || place(pieces, (second, begins), right, others, threads / 2),
        );
        return;
    }
    for (row, item) in pieces.iter().flat_map(AsRef::as_ref) {
        let Some(place) = row.checked_sub(first).and_then(|row| next.get_mut(row as usize)) else { continue };
        if let Some(slot) = items.get_mut((*place - before) as usize) {
            *slot = *item;
        }
        *place += 1;
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rows: u32, pieces: &[Vec<(u32, u32)>]) {
        let mut sorted: Vec<(u32, u32)> = pieces.concat();
        sorted.retain(|(row, _)| *row < rows);
        sorted.sort_by_key(|(row, _)| *row);
        let grouped = Grouped::of_pieces(rows as usize, pieces);
        let all = (0..rows).flat_map(|row| grouped.row(row as usize).iter().map(move |item| (row, *item)));
        assert!(all.eq(sorted.iter().copied()), "{rows} rows");
        assert_eq!(grouped.items().len(), sorted.len());
    }

    #[test]
    fn items_keep_their_order_in_each_row_however_many_threads_place_them() {
        // More than one thread places in one go, in rows of very different lengths, some of which there are not.
        let number = u32::try_from(PLACED_IN_ONE_GO).unwrap() * 9 / 4;
        let many: Vec<(u32, u32)> =
            (0..number).map(|n| ((n.wrapping_mul(2_654_435_769) >> 22).pow(2) >> 10, n)).collect();
        let pieces: Vec<Vec<(u32, u32)>> = many.chunks(number as usize / 3).map(<[_]>::to_vec).collect();
        for threads in [1, 2, 7] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| [1, 2, 700, 1024].into_iter().for_each(|rows| check(rows, &pieces)));
        }
        check(0, &pieces);
        check(3, &[]);
        check(3, &[vec![], vec![(2, 5)]]);
    }
}
