//! Notes: what the user should know about rows that went in.

use std::sync::Arc;

/// So many notes are kept; the others are counted.
const MOST: usize = 10_000;

/// Something to know about a row that went in: a spelling that is taken for another, an id that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The file.
    pub file: Arc<str>,
    /// The line on which the row begins, from 1.
    pub line: u64,
    /// What to know, in a sentence without a full stop.
    pub text: String,
}

/// The notes of an import.
#[derive(Debug, Default)]
pub(super) struct Notes {
    file: Arc<str>,
    line: u64,
    notes: Vec<Note>,
    more: u64,
}

impl Notes {
    pub(super) fn of(file: Arc<str>) -> Self {
        Self { file, ..Self::default() }
    }

    /// Says of which row the next notes are.
    pub(super) fn at(&mut self, line: u64) {
        self.line = line;
    }

    pub(super) fn add(&mut self, text: String) {
        match self.notes.len() {
            ..MOST => self.notes.push(Note { file: self.file.clone(), line: self.line, text }),
            _ => self.more += 1,
        }
    }

    /// The notes, and how many more there were.
    pub(super) fn finish(self) -> (Vec<Note>, u64) {
        (self.notes, self.more)
    }

    #[cfg(test)]
    pub(super) fn texts(&self) -> Vec<&str> {
        self.notes.iter().map(|note| note.text.as_str()).collect()
    }
}
