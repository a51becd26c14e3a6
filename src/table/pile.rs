//! The rows of a worker, in slabs.

use super::chunk::Raw;
use std::collections::VecDeque;

/// How many rows a slab holds: 4 MiB. An allocator gets so much from the system by itself and gives it back as soon as it
/// is let go, where many small pieces would stay with the program while the columns of the table grow.
const SLAB: usize = 1 << 18;

/// Rows that come out in the order in which they went in; slabs that are used up are let go.
#[derive(Debug, Default)]
pub(super) struct Pile {
    slabs: VecDeque<Vec<Raw>>,
    /// How many rows of the first slab came out.
    taken: usize,
}

impl Pile {
    pub(super) fn push(&mut self, row: Raw) {
        match self.slabs.back_mut().filter(|slab| slab.len() < SLAB) {
            Some(slab) => slab.push(row),
            None => {
                let mut slab = Vec::with_capacity(SLAB);
                slab.push(row);
                self.slabs.push_back(slab);
            }
        }
    }

    /// Those that did not come out yet.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Raw> {
        self.slabs.iter().flatten().skip(self.taken)
    }

    /// The next one.
    pub(super) fn take(&mut self) -> Option<Raw> {
        let slab = self.slabs.front()?;
        let row = slab.get(self.taken).copied();
        self.taken += 1;
        if self.taken >= slab.len() {
            self.slabs.pop_front();
            self.taken = 0;
        }
        row
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_out_as_they_went_in() {
        let row = |line: usize| Raw { source: 1, target: 2, day: 3, relation: 4, line: (line % 1000) as u16 };
        let mut pile = Pile::default();
        assert!(pile.take().is_none());
        (0..2 * SLAB + 3).for_each(|line| pile.push(row(line)));
        assert_eq!(pile.iter().count(), 2 * SLAB + 3);
        for line in 0..2 * SLAB + 3 {
            assert_eq!(pile.take().map(|row| row.line), Some((line % 1000) as u16));
        }
        assert!(pile.take().is_none() && pile.slabs.is_empty());
    }
}
