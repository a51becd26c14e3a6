//! The reader: row after row of a file, without a copy.

use super::cells::Cells;
use super::format::{Columns, EventFormat};
use super::lines::{Line, Lines};
use super::row::{DyadRow, NoRow, ReadError, WhyNot};
use crate::read::BYTE_ORDER_MARK;
use std::io::{self, Read};

/// Reads rows from front to back. Memory stays the same, however long the file; a row costs its bytes.
pub struct Reader<R> {
    lines: Lines<R>,
    cells: Cells,
    /// The first line, where it is no header.
    first: Option<Line>,
    /// Bytes that were read for the first line, and not reported yet.
    begun: u64,
}

impl<R: Read> Reader<R> {
    /// Looks at the first line for the format, unless one is forced.
    ///
    /// # Errors
    /// If the file cannot be read, or is in none of the formats. An empty file is one of dyads.
    pub fn new(reader: R, forced: Option<EventFormat>) -> Result<Self, ReadError> {
        Self::over(Lines::new(reader), forced)
    }

    /// The same with a digest of the whole file, SHA-256.
    ///
    /// # Errors
    /// As [`Reader::new`].
    pub fn digesting(reader: R, forced: Option<EventFormat>) -> Result<Self, ReadError> {
        Self::over(Lines::new(reader).digesting(), forced)
    }

    fn over(mut lines: Lines<R>, forced: Option<EventFormat>) -> Result<Self, ReadError> {
        let mut begun = 0;
        let mut first = lines.next(&mut |bytes| begun += bytes)?;
        if let Some(Line::Whole(range)) = &mut first
            && lines.bytes(range.clone()).starts_with(BYTE_ORDER_MARK)
        {
            range.start += BYTE_ORDER_MARK.len();
        }
        let line = match &first {
            Some(Line::Whole(range)) => Some(lines.bytes(range.clone())),
            Some(Line::TooLong) => Some(&[] as &[u8]),
            None => None,
        };
        let columns = Columns::of_first(line, forced).map_err(ReadError::Format)?;
        let first = first.filter(|_| !columns.has_header);
        Ok(Self { lines, cells: Cells::new(columns), first, begun })
    }

    /// The format of the file.
    pub fn format(&self) -> EventFormat {
        self.cells.columns.format
    }

    /// Whether the first line was taken for a header in words that no format has.
    pub fn has_guessed_header(&self) -> bool {
        self.cells.columns.is_guessed
    }

    /// The digest of the file, once its end was reached.
    pub fn digest(&mut self) -> Option<String> {
        self.lines.digest()
    }

    /// How many lines were not UTF-8 and were read as Latin-1.
    pub fn latin1_lines(&self) -> u64 {
        self.cells.latin1
    }

    /// The next row, or why a line is none; empty lines are passed over. `advance` hears how many bytes are read.
    ///
    /// # Errors
    /// If the file cannot be read on.
    pub fn next_row(&mut self, advance: &mut dyn FnMut(u64)) -> io::Result<Option<Result<DyadRow<'_>, NoRow>>> {
        advance(std::mem::take(&mut self.begun));
        let line = loop {
            let line = match self.first.take() {
                Some(first) => Some(first),
                None => self.lines.next(advance)?,
            };
            match line {
                Some(Line::Whole(range)) if range.is_empty() => {}
                other => break other,
            }
        };
        let number = self.lines.number;
        Ok(line
            .map(|line| match line {
                Line::TooLong => Err(WhyNot::Unreadable("the line is longer than a mebibyte".to_owned())),
                Line::Whole(range) => self.cells.row(self.lines.bytes(range), number),
            })
            .map(|row| row.map_err(|why| NoRow { line: number, why })))
    }
}
