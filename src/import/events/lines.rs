//! Lines: one after the other from a reader, in one buffer that is used again and again.

use crate::read::RunningDigest;
use crate::table::LONGEST_LINE;
use std::io::{self, Read};
use std::ops::Range;

/// So many bytes are read at a time, and no line may be longer.
const LONGEST: usize = LONGEST_LINE;

/// The lines of a file.
pub(super) struct Lines<R> {
    reader: R,
    buffer: Vec<u8>,
    /// What was read and not given yet.
    rest: Range<usize>,
    is_at_end: bool,
    /// The number of the line that was given last, from 1.
    pub(super) number: u64,
    digest: Option<RunningDigest>,
}

/// A line in the buffer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Its bytes, without the line break.
    Whole(Range<usize>),
    /// Longer than may be; it was passed over.
    TooLong,
}

impl<R: Read> Lines<R> {
    pub(super) fn new(reader: R) -> Self {
        let buffer = vec![0; LONGEST];
        Self { reader, buffer, rest: 0..0, is_at_end: false, number: 0, digest: None }
    }

    /// Adds up a digest of all bytes on the way.
    pub(super) fn digesting(mut self) -> Self {
        self.digest = Some(RunningDigest::default());
        self
    }

    /// The digest of everything, once the end was reached.
    pub(super) fn digest(&mut self) -> Option<String> {
        self.digest.take().filter(|_| self.is_at_end).map(RunningDigest::finish)
    }

    /// The bytes of a line that was given last.
    pub(super) fn bytes(&self, range: Range<usize>) -> &[u8] {
        self.buffer.get(range).unwrap_or_default()
    }

    /// The next line. `advance` hears how many bytes are read from the file.
    pub(super) fn next(&mut self, advance: &mut dyn FnMut(u64)) -> io::Result<Option<Line>> {
        let mut seen = 0;
        let mut is_too_long = false;
        loop {
            let from = self.rest.start + seen;
            let unseen = self.buffer.get(from..self.rest.end).unwrap_or_default();
            let found = memchr::memchr(b'\n', unseen).map(|at| from + at);
            if let Some(end) = found.or_else(|| (self.is_at_end && !self.rest.is_empty()).then_some(self.rest.end)) {
                let line = self.rest.start..end;
                self.rest.start = (end + 1).min(self.rest.end);
                self.number += 1;
                return Ok(Some(if is_too_long { Line::TooLong } else { Line::Whole(self.without_return(line)) }));
            }
            if self.is_at_end {
                self.number += u64::from(is_too_long);
                return Ok(is_too_long.then_some(Line::TooLong));
            }
            seen = self.rest.len();
            if seen == self.buffer.len() {
                is_too_long = true;
                self.rest = 0..0;
                seen = 0;
            }
            self.fill(advance)?;
        }
    }

    fn without_return(&self, line: Range<usize>) -> Range<usize> {
        let has_return = self.buffer.get(line.clone()).is_some_and(|bytes| bytes.ends_with(b"\r"));
        line.start..line.end - usize::from(has_return)
    }

    /// Moves what is left to the front and reads on.
    fn fill(&mut self, advance: &mut dyn FnMut(u64)) -> io::Result<()> {
        self.buffer.copy_within(self.rest.clone(), 0);
        self.rest = 0..self.rest.len();
        let free = self.buffer.get_mut(self.rest.end..).unwrap_or_default();
        let read = loop {
            match self.reader.read(free) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        if let (Some(digest), Some(new)) = (&mut self.digest, free.get(..read)) {
            digest.update(new);
        }
        self.is_at_end = read == 0;
        self.rest.end += read;
        advance(read as u64);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::sha256;

    /// Gives a few bytes at a time.
    struct Slow<'a>(&'a [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let number = self.1.min(buffer.len()).min(self.0.len());
            let (now, rest) = self.0.split_at(number);
            buffer[..number].copy_from_slice(now);
            self.0 = rest;
            Ok(number)
        }
    }

    fn lines(bytes: &[u8], step: usize) -> Vec<Option<Vec<u8>>> {
        let mut lines = Lines::new(Slow(bytes, step)).digesting();
        let mut found = Vec::new();
        let mut read = 0;
        while let Some(line) = lines.next(&mut |bytes| read += bytes).unwrap() {
            found.push(match line {
                Line::Whole(range) => Some(lines.bytes(range).to_vec()),
                Line::TooLong => None,
            });
            assert_eq!(lines.number, found.len() as u64);
        }
        assert_eq!(read, bytes.len() as u64);
        assert_eq!(lines.digest(), Some(sha256(bytes)));
        found
    }

    #[test]
    fn lines_are_what_stands_between_breaks() {
        for text in ["", "a", "a\n", "a\nb", "a\r\n\r\nb\r\n", "\n", "\n\n\na"] {
            let expected: Vec<_> = text.lines().map(|line| Some(line.as_bytes().to_vec())).collect();
            for step in [1, 2, 3, 100] {
                assert_eq!(lines(text.as_bytes(), step), expected, "{text:?} {step}");
            }
        }
    }

    #[test]
    fn a_line_without_end_is_passed_over() {
        let mut text = vec![b'a'; LONGEST * 2 + 5];
        assert_eq!(lines(&text, LONGEST / 3), [None]);
        text.extend_from_slice(b"\nb\n");
        assert_eq!(lines(&text, LONGEST / 3), [None, Some(b"b".to_vec())]);
        let just = [vec![b'a'; LONGEST - 1], b"\nb".to_vec()].concat();
        assert_eq!(lines(&just, LONGEST).len(), 2);
        assert!(lines(&just, LONGEST).iter().all(Option::is_some));
    }
}
