//! Columns: items of one size side by side, in memory or in a mapped file.

use bytemuck::Pod;
use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

/// Bytes that somebody else holds, such as a mapped file.
pub type Lent = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// A list of items that is read only once it is made.
///
/// It is used like a slice. Its items are plain numbers, or structures of such without gaps, so that any bytes are some
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
        let slice = (*bytes).as_ref().get(range.clone())?;
        bytemuck::try_cast_slice::<u8, T>(slice).ok()?;
        Some(Self(Held::Lent { bytes, range }))
    }

    /// Its bytes, as a file keeps them: in the order of this machine.
    pub fn bytes(&self) -> &[u8] {
        bytemuck::cast_slice(self)
    }
}

impl<T: Pod> Deref for Column<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match &self.0 {
            Held::Own(items) => items,
            Held::Lent { bytes, range } => {
                let slice = (**bytes).as_ref().get(range.clone()).unwrap_or_default();
                bytemuck::try_cast_slice(slice).unwrap_or_default()
            }
        }
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
            assert!(column.is_none_or(|column| column.clone().bytes().len() == range.len()));
        };
        check(0..16, Some(&[1, 0, 2, 0]));
        check(4..12, Some(&[0, 2]));
        check(0..0, Some(&[]));
        check(0..20, None);
        check(2..6, None);
        check(0..6, None);
        check(12..8, None);
    }
}
