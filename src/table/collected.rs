//! What workers read, put together in the order of the text while they read on.

use super::chunk::Part;
use super::columns::Growing;
use std::collections::{BTreeMap, HashMap};

/// Rows in the order of the text, each in the numbers of the worker that read it, and what became of the lines.
#[derive(Debug, Default)]
pub(super) struct Collected {
    pub(super) rows: Growing,
    /// Who read the rows, stretch by stretch: the number of the worker, and how many rows.
    pub(super) stretches: Vec<(usize, usize)>,
    /// Of each worker which relations its rows have.
    used: Vec<Vec<bool>>,
    pub(super) lines: Lined,
    /// Chunks that were read before an earlier one.
    waiting: BTreeMap<usize, Vec<Part>>,
    /// How many chunks were taken.
    taken: usize,
}

/// What became of lines, with their numbers in the whole text.
#[derive(Debug, Default)]
pub(super) struct Lined {
    /// How many lines were taken, empty ones and a header among them.
    all: u64,
    /// How many of them are neither.
    pub(super) read: u64,
    /// How many lines stand before each chunk.
    starts: HashMap<usize, u64>,
    /// The lines that can't be read, from 1, and why.
    pub(super) unreadable: Vec<(u64, String)>,
}

impl Collected {
    /// Takes what was read of a chunk, and with it the chunks that waited for it; `None` if a table can't hold so many
    /// lines.
    pub(super) fn take(&mut self, chunk: usize, parts: Vec<Part>) -> Option<()> {
        self.waiting.insert(chunk, parts);
        while let Some(parts) = self.waiting.remove(&self.taken) {
            for part in parts {
                self.part(part)?;
            }
            self.taken += 1;
        }
        Some(())
    }

    fn part(&mut self, part: Part) -> Option<()> {
        let first = u32::try_from(self.lines.all + 1).ok()?;
        first.checked_add(u32::try_from(part.lines).ok()?)?;
        self.rows.take(&part, first);
        match self.stretches.last_mut().filter(|(worker, _)| *worker == part.worker) {
            Some((_, rows)) => *rows += part.rows.len(),
            None => self.stretches.push((part.worker, part.rows.len())),
        }
        self.mark(&part);
        self.lines.take(self.taken, part);
        Some(())
    }

    /// Marks the relations that the rows of a part have.
    fn mark(&mut self, part: &Part) {
        if self.used.len() <= part.worker {
            self.used.resize(part.worker + 1, Vec::new());
        }
        let Some(used) = self.used.get_mut(part.worker) else { return };
        for row in &part.rows {
            let at = usize::from(row.relation);
            if used.len() <= at {
                used.resize(at + 1, false);
            }
            if let Some(used) = used.get_mut(at) {
                *used = true;
            }
        }
    }

    /// The relations that a worker's rows have, by its numbers; none for those that no row has.
    pub(super) fn used(&self, worker: usize) -> impl Iterator<Item = Option<u16>> {
        self.used.get(worker).into_iter().flatten().zip(0_u16..).map(|(used, number)| used.then_some(number))
    }
}

impl Lined {
    fn take(&mut self, chunk: usize, part: Part) {
        let before = self.all;
        self.starts.entry(chunk).or_insert(before);
        let number = |(at, reason)| (before + 1 + at as u64, reason);
        self.unreadable.extend(part.unreadable.into_iter().map(number));
        self.read += (part.lines - part.empty) as u64;
        self.all += part.lines as u64;
    }

    /// The number of a line by its chunk and its place in it.
    pub(super) fn number(&self, (chunk, at): (usize, usize)) -> u64 {
        self.starts.get(&chunk).map_or(0, |before| before + 1 + at as u64)
    }
}
