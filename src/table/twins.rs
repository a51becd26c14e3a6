//! Twins: second lines that tell the event of a row from its other side.

use super::columns::Columns;
use crate::column::{Column, Maybe};
use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

/// What becomes of two rows that tell one event, one from each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MirrorRule {
    /// They are one event, which cites both.
    #[default]
    Unite,
    /// Each is an event of its own.
    Keep,
}

/// Rows whose other side was not seen yet, by what they tell.
#[derive(Debug)]
pub struct Lone<K> {
    lines: HashMap<K, VecDeque<u64>>,
}

impl<K> Default for Lone<K> {
    fn default() -> Self {
        Self { lines: HashMap::new() }
    }
}

impl<K: Eq + Hash> Lone<K> {
    /// Finds the earliest row that tells the same event from the other side; each row is given once. A row without one
    /// waits for it. The same row twice is no pair.
    pub fn pair(&mut self, own: K, mirror: &K, number: u64) -> Option<u64> {
        if let Some(waiting) = self.lines.get_mut(mirror)
            && let Some(first) = waiting.pop_front()
        {
            if waiting.is_empty() {
                self.lines.remove(mirror);
            }
            return Some(first);
        }
        self.lines.entry(own).or_default().push_back(number);
        None
    }

    /// Forgets the rows that wait.
    pub fn clear(&mut self) {
        self.lines.clear();
    }
}

/// The second lines of some rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Twins {
    /// The rows that have one, in order.
    pub(super) rows: Column<u32>,
    /// The line of each.
    pub(super) lines: Column<u32>,
    /// Where each says that it was; empty where no line says so.
    pub(super) places: Column<Maybe>,
}

/// The second line of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Twin {
    pub(super) line: u32,
    pub(super) place: Option<u32>,
}

impl Twins {
    /// Unites the rows of each day that tell one event, and gives the others with their twins; `mirrors` has the mirror of
    /// each relation. Rows lie by day and line.
    pub(super) fn unite(columns: Columns, mirrors: &[Option<u16>]) -> (Columns, Self) {
        let pairs = pairs(&columns, mirrors);
        if pairs.is_empty() {
            return (columns, Self::default());
        }
        let mut is_twin = vec![false; columns.day.len()];
        for (_, twin) in &pairs {
            if let Some(mark) = is_twin.get_mut(*twin as usize) {
                *mark = true;
            }
        }
        let twins = Self::of(&columns, &pairs, &is_twin);
        (columns.without(&is_twin), twins)
    }

    fn of(columns: &Columns, pairs: &[(u32, u32)], is_twin: &[bool]) -> Self {
        // How many rows before each are left.
        let kept = is_twin.iter().scan(0_u32, |kept, twin| Some(std::mem::replace(kept, *kept + u32::from(!twin))));
        let now: Vec<u32> = kept.collect();
        let mut sorted: Vec<(u32, u32)> =
            pairs.iter().filter_map(|(first, twin)| Some((*now.get(*first as usize)?, *twin))).collect();
        sorted.sort_unstable();
        let lines = sorted.iter().filter_map(|(_, twin)| columns.line.get(*twin as usize));
        let places = match columns.place.is_empty() {
            true => Vec::new(),
            false => sorted.iter().filter_map(|(_, twin)| columns.place.get(*twin as usize)).collect(),
        };
        Self {
            rows: sorted.iter().map(|(row, _)| *row).collect::<Vec<_>>().into(),
            lines: lines.collect::<Vec<_>>().into(),
            places: places.into(),
        }
    }

    /// The twin of a row. Takes the logarithm of how many there are.
    pub(super) fn of_row(&self, row: u32) -> Option<Twin> {
        let rows: &[u32] = &self.rows;
        let at = rows.binary_search(&row).ok()?;
        Some(Twin { line: self.lines.get(at)?, place: self.places.get(at).and_then(Maybe::get) })
    }

    /// Which of the first so many rows have one.
    pub(super) fn before(&self, rows: u32) -> impl Iterator<Item = u32> {
        self.rows.iter().copied().take_while(move |row| *row < rows)
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether its columns fit each other.
    pub(super) fn is_whole(&self) -> bool {
        self.lines.len() == self.rows.len() && (self.places.is_empty() || self.places.len() == self.rows.len())
    }

    /// How many bytes they take.
    pub(super) fn bytes(&self) -> usize {
        self.rows.bytes().len() + self.lines.bytes().len() + self.places.bytes().len()
    }
}

/// The rows of each day that tell one event: the earlier and the later.
fn pairs(columns: &Columns, mirrors: &[Option<u16>]) -> Vec<(u32, u32)> {
    let (mut lone, mut pairs, mut today) = (Lone::default(), Vec::new(), None);
    let rows = columns.source.iter().zip(columns.target.iter()).zip(columns.relation.iter());
    for (((source, target), relation), (day, row)) in rows.zip(columns.day.iter().zip(0_u32..)) {
        if today != Some(*day) {
            lone.clear();
            today = Some(*day);
        }
        let Some(mirror) = mirrors.get(usize::from(*relation)).copied().flatten() else { continue };
        let first = lone.pair((*source, *target, *relation), &(*target, *source, mirror), row.into());
        pairs.extend(first.and_then(|first| Some((u32::try_from(first).ok()?, row))));
    }
    pairs
}
