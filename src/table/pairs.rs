//! Pairs who met most often.

use super::columns::Columns;
use super::{Choice, Class};
use std::ops::Range;

/// Two actors and how often they met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairCount {
    /// The one whose name comes first.
    pub one: u32,
    /// The other.
    pub other: u32,
    /// How often.
    pub times: u32,
}

/// How many bits of a pair are sorted by at once, at most.
const DIGIT: u32 = 12;

impl Choice<'_> {
    /// The pairs who met most often, so many of them, the most frequent first, and else by name. Takes a sort of the rows of
    /// the period.
    pub fn pairs(&self, limit: usize) -> Vec<PairCount> {
        let width = usize::BITS - self.table.actors.len().leading_zeros();
        let sorted = sorted(self.keys(width), 2 * width);
        let mut best = Best { limit, least: 1, pairs: Vec::new() };
        for group in sorted.chunk_by(|one, other| one == other) {
            let times = u32::try_from(group.len()).unwrap_or(u32::MAX);
            if let (true, Some(key)) = (times >= best.least, group.first()) {
                let part = |key: u64| u32::try_from(key).unwrap_or(u32::MAX);
                best.add(PairCount { one: part(key >> width), other: part(key & ((1 << width) - 1)), times });
            }
        }
        best.finish()
    }

    /// How many rows of each class count. Takes a walk over the rows of the period.
    pub fn by_class(&self) -> Vec<(Class, usize)> {
        let rows = self.rows_of_period();
        let mut counts = vec![0_usize; self.table.classes.len()];
        let counting = self.relations();
        for (relation, row) in self.table.columns.relation.part(rows.clone()).iter().zip(rows.start..) {
            let relation = usize::from(*relation);
            let class = self.table.class_of.get(relation).copied().flatten().map(usize::from);
            let counts_too =
                counting.get(relation) == Some(&true) && u32::try_from(row).is_ok_and(|row| self.shows(row));
            if let Some(count) = class.filter(|_| counts_too).and_then(|class| counts.get_mut(class)) {
                *count += 1;
            }
        }
        self.table.classes.iter().copied().zip(counts).filter(|(_, count)| *count > 0).collect()
    }

    /// The rows that were reported on the days that count; they lie together.
    fn rows_of_period(&self) -> Range<usize> {
        let days: &[i32] = &self.table.columns.day;
        let start = days.partition_point(|day| *day < self.first);
        start..days.partition_point(|day| *day <= self.last).max(start)
    }

    /// The pair of each row that counts, as one number that orders pairs by name.
    fn keys(&self, width: u32) -> Vec<u64> {
        let relations = self.relations();
        let Columns { source, target, relation, .. } = &self.table.columns;
        let Range { start, end } = self.rows_of_period();
        fn part<T>(column: &[T], start: usize, end: usize) -> &[T] {
            column.get(start..end).unwrap_or_default()
        }
        let ends = part(source, start, end).iter().zip(part(target, start, end));
        let rows = ends.zip(part(relation, start, end)).zip(start..);
        let mut keys = Vec::with_capacity(end - start);
        for (((source, target), relation), row) in rows {
            let counts = relations.get(usize::from(*relation)).is_some_and(|counts| *counts) && source != target;
            if counts && u32::try_from(row).is_ok_and(|row| self.shows(row)) {
                keys.push(u64::from(*source.min(target)) << width | u64::from(*source.max(target)));
            }
        }
        keys
    }
}

/// Sorts numbers of so many bits digit by digit, the last one first; few are sorted by comparing.
fn sorted(mut keys: Vec<u64>, bits: u32) -> Vec<u64> {
    if keys.len() < 1 << DIGIT {
        keys.sort_unstable();
        return keys;
    }
    let mut other = vec![0; keys.len()];
    let digits = bits.div_ceil(DIGIT);
    let width = bits.div_ceil(digits);
    for digit in 0..digits {
        let shift = digit * width;
        let place = |key: u64| usize::try_from(key >> shift & ((1 << width) - 1)).unwrap_or_default();
        let mut next = [0_u32; 1 << DIGIT];
        for key in &keys {
            if let Some(count) = next.get_mut(place(*key)) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut next {
            sum += std::mem::replace(count, sum);
        }
        for key in &keys {
            let Some(at) = next.get_mut(place(*key)) else { continue };
            if let Some(there) = other.get_mut(*at as usize) {
                *there = *key;
            }
            *at += 1;
        }
        std::mem::swap(&mut keys, &mut other);
    }
    keys
}

/// The best pairs so far.
struct Best {
    limit: usize,
    /// Pairs who met less often are not among the best.
    least: u32,
    pairs: Vec<PairCount>,
}

impl Best {
    fn add(&mut self, pair: PairCount) {
        self.pairs.push(pair);
        if self.pairs.len() >= self.limit.saturating_mul(2).max(64) {
            self.cut();
        }
    }

    fn cut(&mut self) {
        self.pairs.sort_unstable_by_key(|pair| (u32::MAX - pair.times, pair.one, pair.other));
        self.pairs.truncate(self.limit);
        if let (true, Some(last)) = (self.pairs.len() == self.limit, self.pairs.last()) {
            // A later pair that met as often comes later by name.
            self.least = last.times + 1;
        }
    }

    fn finish(mut self) -> Vec<PairCount> {
        self.cut();
        self.pairs
    }
}
