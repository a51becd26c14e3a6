//! Columns: items of one size side by side, in memory or in a mapped file.

use bytemuck::{Pod, Zeroable};
use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

/// Who holds bytes and lends parts of them.
pub trait Lend: Send + Sync {
    /// The bytes of a range; none if the range does not lie in what is held, or if what lies there is damaged.
    ///
    /// Whoever holds a file may look at the range only now, so that what nobody asks for is never read.
    fn lend(&self, range: Range<usize>) -> &[u8];
}

impl<T: AsRef<[u8]> + Send + Sync> Lend for T {
    fn lend(&self, range: Range<usize>) -> &[u8] {
        self.as_ref().get(range).unwrap_or_default()
    }
}

/// Bytes that somebody else holds, such as a mapped file.
pub type Lent = Arc<dyn Lend>;

/// A number that may be missing, in four bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Pod, Zeroable)]
#[repr(transparent)]
pub struct Maybe(u32);

impl Maybe {
    /// No number.
    pub const NONE: Self = Self(u32::MAX);

    /// The number, if there is one.
    pub fn get(self) -> Option<u32> {
        (self != Self::NONE).then_some(self.0)
    }
}

impl From<Option<u32>> for Maybe {
    /// The greatest number of all stands for none.
    fn from(number: Option<u32>) -> Self {
        number.map_or(Self::NONE, Self)
    }
}

/// A list of items that is read only once it is made.
///
/// It is used like a slice; [`get`](Self::get) and [`part`](Self::part) touch no more than they give, which matters where
/// the items lie in a mapped file. They are plain numbers, or structures of such without gaps, so that any bytes are some
/// items: what they mean has to be checked by whoever asks.
pub struct Column<T: Pod>(Held<T>);

enum Held<T> {
    Own(Vec<T>),
    Lent { bytes: Lent, range: Range<usize> },
}

impl<T: Pod> Column<T> {
    /// The items in a range of bytes; `None` if the range does not lie in them, begins between two machine words or
    /// holds a part of an item.
    pub fn lent(bytes: Lent, range: Range<usize>) -> Option<Self> {
        let length = range.end.checked_sub(range.start)?;
        // One item at either end tells whether the range lies there and where it begins; the rest is not looked at yet.
        let size = size_of::<T>().max(1);
        let ends = [range.start..range.end.min(range.start + size), range.end.saturating_sub(size)..range.end];
        let fits = |end: &Range<usize>| {
            let slice = bytes.lend(end.clone());
            slice.len() == size && bytemuck::try_cast_slice::<u8, T>(slice).is_ok()
        };
        let good = length % size == 0 && (length == 0 || ends.iter().all(fits));
        good.then_some(Self(Held::Lent { bytes, range }))
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        match &self.0 {
            Held::Own(items) => items.len(),
            Held::Lent { range, .. } => (range.end - range.start) / size_of::<T>().max(1),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at a place.
    pub fn get(&self, index: usize) -> Option<T> {
        self.part(index..index.checked_add(1)?).first().copied()
    }

    /// The items of a range; none where the range does not lie in the list.
    pub fn part(&self, range: Range<usize>) -> &[T] {
        match &self.0 {
            Held::Own(items) => items.get(range).unwrap_or_default(),
            Held::Lent { bytes, range: all } => {
                let size = size_of::<T>();
                let at = |index: usize| index.checked_mul(size)?.checked_add(all.start);
                let (Some(start), Some(end)) = (at(range.start), at(range.end)) else {
                    return &[];
                };
                if start > end || end > all.end {
                    return &[];
                }
                bytemuck::try_cast_slice(bytes.lend(start..end)).unwrap_or_default()
            }
        }
    }

    /// Its bytes, as a file keeps them: in the order of this machine.
    pub fn bytes(&self) -> &[u8] {
        bytemuck::cast_slice(self)
    }
}

impl<T: Pod> Deref for Column<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.part(0..self.len())
    }
}

impl<T: Pod> From<Vec<T>> for Column<T> {
    fn from(items: Vec<T>) -> Self {
        Self(Held::Own(items))
    }
}

impl<T: Pod> Default for Column<T> {
    fn default() -> Self {
        Self(Held::Own(Vec::new()))
    }
}

impl<T: Pod> Clone for Column<T> {
    /// Copies items in memory; bytes that are lent stay where they are.
    fn clone(&self) -> Self {
        Self(match &self.0 {
            Held::Own(items) => Held::Own(items.clone()),
            Held::Lent { bytes, range } => Held::Lent { bytes: bytes.clone(), range: range.clone() },
        })
    }
}

impl<T: Pod> fmt::Debug for Column<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Column of {}", self.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes that begin at a machine word, as those of a mapped file do.
    struct Words(Vec<u64>);

    impl AsRef<[u8]> for Words {
        fn as_ref(&self) -> &[u8] {
            bytemuck::cast_slice(&self.0)
        }
    }

    #[test]
    fn lent_bytes_are_items_where_they_fit() {
        let check = |range: Range<usize>, expected: Option<&[u32]>| {
            let bytes: Lent = Arc::new(Words(vec![1, 2]));
            let column = Column::<u32>::lent(bytes, range.clone());
            assert_eq!(column.as_deref(), expected, "{range:?}");
            let Some(column) = column else { return };
            assert_eq!(column.clone().bytes().len(), range.len());
            assert_eq!((0..column.len()).filter_map(|at| column.get(at)).collect::<Vec<_>>(), column.to_vec());
            assert_eq!((column.get(column.len()), column.part(1..9)), (None, [].as_slice()));
        };
        check(0..16, Some(&[1, 0, 2, 0]));
        check(4..12, Some(&[0, 2]));
        check(0..0, Some(&[]));
        check(0..20, None);
        check(2..6, None);
        check(0..6, None);
        check(Range { start: 12, end: 8 }, None);
    }

    #[test]
    fn a_missing_number_is_none() {
        for number in [None, Some(0), Some(7)] {
            assert_eq!(Maybe::from(number).get(), number);
        }
    }
}
