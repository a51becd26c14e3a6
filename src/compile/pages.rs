//! Pages: the unit in which a file is checked.

use std::io::{self, Write};
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// The bytes of a page: as many as the system reads at least. The facts of an answer lie scattered, and in larger pages much
/// would be checked for each.
pub(super) const PAGE: usize = 4096;

/// The checksum of a page; the same bytes as another page have another one.
pub(super) fn checksum(number: usize, bytes: &[u8]) -> u64 {
    xxh3_64_with_seed(bytes, number as u64)
}

/// Writes bytes and keeps the checksum of each page of them.
pub(super) struct Pages<W: Write> {
    to: W,
    page: Vec<u8>,
    written: u64,
    sums: Vec<u64>,
}

impl<W: Write> Pages<W> {
    pub(super) fn new(to: W) -> Self {
        Self { to, page: Vec::with_capacity(PAGE), written: 0, sums: Vec::new() }
    }

    /// How many bytes were written.
    pub(super) fn written(&self) -> u64 {
        self.written
    }

    /// Writes zeros until the next place is a multiple of a number.
    pub(super) fn align(&mut self, to: u64) -> io::Result<()> {
        let missing = self.written.next_multiple_of(to) - self.written;
        (0..missing).try_for_each(|_| self.write_all(&[0]))
    }

    /// What was written to, with the checksums of all pages.
    pub(super) fn finish(mut self) -> io::Result<(W, Vec<u64>)> {
        if !self.page.is_empty() {
            self.turn()?;
        }
        Ok((self.to, self.sums))
    }

    fn turn(&mut self) -> io::Result<()> {
        self.sums.push(checksum(self.sums.len(), &self.page));
        self.to.write_all(&self.page)?;
        self.page.clear();
        Ok(())
    }
}

impl<W: Write> Write for Pages<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let fitting = bytes.len().min(PAGE - self.page.len());
        self.page.extend(bytes.iter().take(fitting));
        self.written += fitting as u64;
        if self.page.len() == PAGE {
            self.turn()?;
        }
        Ok(fitting)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
