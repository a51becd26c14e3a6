//! Dated entries of each node, sorted by first day, with a fast search by period.

use super::csr::{Grouped, Rows};
use super::{EdgeKind, NodeId};
use crate::column::{Column, Maybe};
use crate::date::{Bounds, Day, Period};
use bytemuck::{Pod, Zeroable};
use rayon::slice::ParallelSliceMut;

/// An event at a node: through which kind of edge, and when at the widest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The first day on which the event can have begun.
    pub first: Day,
    /// The event.
    pub event: NodeId,
    /// What the event has to do with the node.
    pub via: EdgeKind,
    /// For participations: the place in the event's list of participations.
    pub part: Option<u32>,
    /// The last day on which the event can have gone on.
    pub last: Day,
}

impl Entry {
    /// An entry with the days of its event.
    pub(super) fn new(event: NodeId, via: EdgeKind, part: Option<u32>, days: &Bounds) -> Self {
        Self { first: days.first(), event, via, part, last: days.last() }
    }
}

/// An entry as it lies in its column.
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
#[repr(C)]
pub(super) struct Stored {
    first: Day,
    last: Day,
    event: NodeId,
    part: Maybe,
    via: u32,
}

impl From<Entry> for Stored {
    fn from(entry: Entry) -> Self {
        let Entry { first, last, event, via, part } = entry;
        Self { first, last, event, part: part.into(), via: via as u32 }
    }
}

impl From<Stored> for Entry {
    fn from(stored: Stored) -> Self {
        let Stored { first, last, event, part, via } = stored;
        Self { first, last, event, via: EdgeKind::numbered(via), part: part.get() }
    }
}

/// The entries of every node.
///
/// Each row is sorted by first day and doubles as a balanced search tree whose middle element is the root; `reach`
/// holds the latest last day below each element. This is the interval tree in an array that cgranges describes
/// (Li and Rong 2021), so that a search costs the logarithm of the row and what it finds.
#[derive(Clone, Debug, Default)]
pub(super) struct Dated {
    pub(super) rows: Rows<Stored>,
    pub(super) reach: Column<Day>,
}

impl Dated {
    /// Sorts the entries of each row and prepares the search.
    pub(super) fn new<P: AsRef<[(u32, Entry)]> + Sync>(rows: usize, pieces: &[P]) -> Self {
        let mut sorted = Grouped::of_pieces(rows, pieces);
        sorted.for_each_row(|_, row| row.par_sort_unstable());
        let sorted = sorted.without_repeats();
        let mut reach = vec![Day::MIN; sorted.items().len()];
        sorted.for_each_row_of(&mut reach, |row, reach| {
            fill(sorted.row(row), reach);
        });
        Self { rows: sorted.into(), reach: reach.into() }
    }

    /// How many entries a row has.
    pub(super) fn count(&self, row: usize) -> usize {
        self.rows.range(row).len()
    }

    /// All entries of a row.
    #[cfg(test)]
    pub(super) fn row(&self, row: usize) -> impl ExactSizeIterator<Item = Entry> {
        self.rows.row(row).iter().map(|stored| Entry::from(*stored))
    }

    /// The entries of a row that possibly touch the period, by first day.
    pub(super) fn touching(&self, row: usize, period: Period) -> Vec<Entry> {
        let mut found = Vec::new();
        let reach = self.reach.part(self.rows.range(row));
        collect(self.rows.row(row), reach, period, &mut found);
        found
    }
}

/// The latest last day of a row; sets it for every part of the row on the way.
fn fill(row: &[Entry], reach: &mut [Day]) -> Day {
    let middle = row.len() / 2;
    let Some(root) = row.get(middle) else {
        return Day::MIN;
    };
    let (left, rest) = reach.split_at_mut(middle);
    let Some((own, right)) = rest.split_first_mut() else {
        return Day::MIN;
    };
    let below_left = fill(row.get(..middle).unwrap_or_default(), left);
    let below_right = fill(row.get(middle + 1..).unwrap_or_default(), right);
    *own = root.last.max(below_left).max(below_right);
    *own
}

fn collect(row: &[Stored], reach: &[Day], period: Period, found: &mut Vec<Entry>) {
    let middle = row.len() / 2;
    let (Some(root), Some(latest)) = (row.get(middle), reach.get(middle)) else {
        return;
    };
    if *latest < period.first {
        return;
    }
    let half =
        |from: usize, to: usize| (row.get(from..to).unwrap_or_default(), reach.get(from..to).unwrap_or_default());
    let (left, left_reach) = half(0, middle);
    collect(left, left_reach, period, found);
    if root.first > period.last {
        return;
    }
    if root.last >= period.first {
        found.push(Entry::from(*root));
    }
    let (right, right_reach) = half(middle + 1, row.len());
    collect(right, right_reach, period, found);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(event: u32, first: i32, last: i32) -> Entry {
        let day = |n: i32| Day::from_unix_seconds(i64::from(n) * 86_400);
        Entry { first: day(first), event: NodeId(event), via: EdgeKind::TookPartIn, part: None, last: day(last) }
    }

    #[test]
    fn search_finds_what_a_scan_finds() {
        // A fixed walk over lengths and starts that holds short, long and equal entries.
        let mut entries = Vec::new();
        for n in 0..200_u32 {
            let start = i32::try_from(n * 37 % 101).unwrap();
            entries.push((0, entry(n, start, start + i32::try_from(n * n % 17).unwrap())));
        }
        let dated = Dated::new(1, &[entries]);
        for first in 0..110 {
            for length in [0, 1, 5, 40] {
                let day = |n: i32| Day::from_unix_seconds(i64::from(n) * 86_400);
                let period = Period { first: day(first), last: day(first + length) };
                let scan: Vec<Entry> =
                    dated.row(0).filter(|e| e.first <= period.last && e.last >= period.first).collect();
                assert_eq!(dated.touching(0, period), scan, "{period}");
            }
        }
    }
}
