//! What became of the rows of an input.

use std::collections::BTreeMap;
use std::sync::Arc;

/// What became of every row of an input: `read = kept + merged + skipped`.
///
/// A row is whatever the format counts by: an element, a line, a row of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many rows there were, headers left aside.
    pub read: u64,
    /// How many became a record, or several, of their own.
    pub kept: u64,
    /// How many told again what an earlier row had told, or added to the record of one.
    pub merged: u64,
    /// Those that were left out, in the order of the input.
    pub skipped: Vec<Skipped>,
    /// Those that were left out for reasons that so many rows share that they are counted rather than listed, by reason.
    pub aside: BTreeMap<String, Aside>,
}

/// Rows that were left out for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// How many.
    pub rows: u64,
    /// The file of the first.
    pub file: Arc<str>,
    /// The line of the first, from 1.
    pub line: u64,
}

/// A row that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The file.
    pub file: Arc<str>,
    /// The line on which the row begins, from 1; 0 where the format has none.
    pub line: u64,
    /// Why, in a sentence without a full stop.
    pub reason: String,
}

impl Tally {
    /// Counts a row that was left out.
    pub fn skip(&mut self, file: &Arc<str>, line: u64, reason: impl Into<String>) {
        self.read += 1;
        self.skipped.push(Skipped { file: file.clone(), line, reason: reason.into() });
    }

    /// Counts rows that were left out for a reason that many share; the first of them stands in this line.
    pub fn set_aside(&mut self, reason: impl Into<String>, rows: u64, file: &Arc<str>, line: u64) {
        self.read += rows;
        let first = || Aside { rows: 0, file: file.clone(), line };
        self.aside.entry(reason.into()).or_insert_with(first).rows += rows;
    }

    /// How many rows were left out.
    pub fn left_out(&self) -> u64 {
        self.skipped.len() as u64 + self.aside.values().map(|aside| aside.rows).sum::<u64>()
    }

    /// Counts a row that became records of its own.
    pub fn keep(&mut self) {
        self.read += 1;
        self.kept += 1;
    }

    /// Counts a row that joined what an earlier one had told.
    pub fn merge(&mut self) {
        self.read += 1;
        self.merged += 1;
    }

    /// Whether every row is accounted for.
    pub fn is_balanced(&self) -> bool {
        self.kept + self.merged + self.left_out() == self.read
    }

    /// Adds what became of the rows of another input.
    pub fn add(&mut self, other: Self) {
        self.read += other.read;
        self.kept += other.kept;
        self.merged += other.merged;
        self.skipped.extend(other.skipped);
        for (reason, aside) in other.aside {
            match self.aside.get_mut(&reason) {
                Some(own) => own.rows += aside.rows,
                None => drop(self.aside.insert(reason, aside)),
            }
        }
    }
}
