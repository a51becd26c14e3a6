//! Delimited text: rows from a stream, one at a time, with a way back from quotes that are not closed.

use super::decoded::Decoded;
use super::map::{Input, Ragged};
use super::quotes::Signs;
use super::row::Row;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::io::{self, Read};

/// A row that is longer, in bytes, is taken for a quote that is not closed.
const LONGEST: usize = 64 << 20;

/// So many cells has no table.
const WIDEST: usize = 1 << 16;

/// What stands next in a table.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// A row.
    Row(Row),
    /// A line that can't be read as a row, and why.
    Broken(u64, String),
}

/// The rows of a text.
///
/// Where a row of several lines has not as many cells as there are columns, a quote in its first line is open: that line
/// alone is broken, and the next one begins a row again.
pub(super) struct Delimited<R> {
    input: Decoded<R>,
    parser: Reader,
    signs: Signs,
    comment: Option<u8>,
    ragged: Ragged,
    /// How many cells a row has to have.
    width: Option<usize>,
    text: Vec<u8>,
    at: usize,
    more: bool,
    line: u64,
    cells: Vec<u8>,
    ends: Vec<usize>,
}

/// How the text from the current place on reads.
enum Parsed {
    /// As a row that ends there.
    Row { end: usize, cells: usize },
    /// As no row.
    Endless(&'static str),
}

impl<R: Read> Delimited<R> {
    pub(super) fn new(input: Decoded<R>, spec: &Input) -> Self {
        let byte = |sign: Option<char>| sign.and_then(|sign| u8::try_from(sign).ok());
        let signs = Signs {
            delimiter: byte(spec.delimiter).unwrap_or(b','),
            quote: byte(spec.quote).unwrap_or(b'"'),
            escape: byte(spec.escape),
        };
        let mut builder = ReaderBuilder::new();
        builder.delimiter(signs.delimiter).quote(signs.quote).escape(signs.escape);
        Self {
            input,
            parser: builder.build(),
            signs,
            comment: byte(spec.comment),
            ragged: spec.ragged,
            width: None,
            text: Vec::new(),
            at: 0,
            more: true,
            line: 1,
            cells: vec![0; 4096],
            ends: vec![0; 64],
        }
    }

    /// Says how many cells the rows from here on have to have.
    pub(super) fn expect(&mut self, width: usize) {
        self.width = Some(width);
    }

    /// How many bytes of the input were read so far.
    pub(super) fn read(&self) -> u64 {
        self.input.read()
    }

    /// The next row; nothing at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Next>> {
        while self.skips_line()? {}
        if self.byte(0)?.is_none() {
            return Ok(None);
        }
        let line = self.line;
        let (end, cells) = match self.parse()? {
            Parsed::Row { end, cells } => (end, cells),
            Parsed::Endless(why) => return self.broken(why.to_owned()).map(Some),
        };
        let written = self.text.get(self.at..end).unwrap_or_default();
        let spans = is_multiline(written);
        // In a text that goes on, only a row of several lines can hold a quote that was to be closed before.
        let open = (spans || end >= self.text.len()) && !self.signs.close_well(written);
        let mut row = self.row(line, cells);
        match self.misfit(&mut row, spans) {
            _ if open => self.broken("a quote in it is not closed".to_owned()).map(Some),
            Some(why) => self.broken(why).map(Some),
            None => {
                let length = end - self.at;
                self.byte(length)?;
                self.pass(self.at + length);
                Ok(Some(Next::Row(row)))
            }
        }
    }

    /// Why a row has not the right number of cells; what can be mended without loss is.
    fn misfit(&self, row: &mut Row, spans: bool) -> Option<String> {
        let width = self.width?;
        if self.ragged == Ragged::Fill && !spans {
            row.fit(width);
        }
        let found = row.len();
        let cells = |count: usize| if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") };
        match found == width {
            true => None,
            false if spans => {
                Some(format!("a quote in it is not closed, or it has {} instead of {width}", cells(found)))
            }
            false => Some(format!("it has {}, and there are {width} columns", cells(found))),
        }
    }

    fn row(&self, line: u64, cells: usize) -> Row {
        let mut row = Row::new(line);
        let mut start = 0;
        for end in self.ends.get(..cells).unwrap_or_default() {
            row.push(self.cells.get(start..*end).unwrap_or_default());
            start = *end;
        }
        row
    }

    /// Reads from the current place to the end of the row, and stays where it is.
    fn parse(&mut self) -> io::Result<Parsed> {
        self.parser.reset();
        let (mut from, mut written, mut cells) = (self.at, 0, 0);
        loop {
            while self.more && from >= self.text.len() {
                if from - self.at > LONGEST {
                    return Ok(Parsed::Endless("a quote in it is not closed, or it is longer than 64 MiB"));
                }
                from -= self.fill()?;
            }
            let (text, into) = (self.text.get(from..).unwrap_or_default(), self.cells.get_mut(written..));
            let (into, ends) = (into.unwrap_or_default(), self.ends.get_mut(cells..).unwrap_or_default());
            let (result, read, wrote, ended) = self.parser.read_record(text, into, ends);
            (from, written, cells) = (from + read, written + wrote, cells + ended);
            match result {
                ReadRecordResult::Record | ReadRecordResult::End => {
                    return Ok(Parsed::Row { end: from, cells });
                }
                ReadRecordResult::OutputFull => self.cells.resize(2 * self.cells.len(), 0),
                ReadRecordResult::OutputEndsFull if cells >= WIDEST => {
                    return Ok(Parsed::Endless("it has no end of cells"));
                }
                ReadRecordResult::OutputEndsFull => self.ends.resize(2 * self.ends.len(), 0),
                ReadRecordResult::InputEmpty => {}
            }
        }
    }

    /// Gives up the current line alone.
    fn broken(&mut self, why: String) -> io::Result<Next> {
        let line = self.line;
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            match rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
                Some(length) => {
                    self.pass(self.at + length);
                    return Ok(Next::Broken(line, why));
                }
                None => self.at = self.text.len(),
            }
            if !self.more {
                return Ok(Next::Broken(line, why));
            }
            self.fill()?;
        }
    }

    /// Passes an empty line, or a comment.
    fn skips_line(&mut self) -> io::Result<bool> {
        match self.byte(0)? {
            Some(b'\n' | b'\r') => {
                let pair = self.byte(0)? == Some(b'\r') && self.byte(1)? == Some(b'\n');
                self.pass(self.at + 1 + usize::from(pair));
                Ok(true)
            }
            Some(byte) if Some(byte) == self.comment => self.broken(String::new()).map(|_| true),
            _ => Ok(false),
        }
    }

    /// A byte after the current place; nothing at the end.
    fn byte(&mut self, after: usize) -> io::Result<Option<u8>> {
        while self.more && self.text.len() <= self.at + after {
            self.fill()?;
        }
        Ok(self.text.get(self.at + after).copied())
    }

    /// Goes on to a place, and counts the lines on the way.
    fn pass(&mut self, to: usize) {
        self.line += line_breaks(self.text.get(self.at..to).unwrap_or_default());
        // The second half of a line break that was cut in two counts no line of its own.
        let cut = to > self.at && self.text.get(to - 1) == Some(&b'\r') && self.text.get(to) == Some(&b'\n');
        self.at = to + usize::from(cut);
    }

    /// Reads on; says by how much what was there moved to the front.
    fn fill(&mut self) -> io::Result<usize> {
        let moved = self.at;
        self.text.drain(..moved);
        self.at = 0;
        self.more = self.input.fill(&mut self.text)?;
        Ok(moved)
    }
}

fn is_multiline(row: &[u8]) -> bool {
    line_breaks(row.trim_ascii_end()) > 0
}

/// Line breaks of every system: `\n`, `\r\n`, `\r`.
fn line_breaks(bytes: &[u8]) -> u64 {
    let pairs = bytes.windows(2).filter(|pair| *pair == b"\r\n").count();
    (bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() - pairs) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, input: &str) -> Vec<String> {
        let spec: Input = crate::read::ron_options().from_str(input).unwrap();
        let mut rows = Delimited::new(Decoded::new(text.as_bytes(), None), &spec);
        rows.expect(3);
        let mut seen = Vec::new();
        while let Some(next) = rows.next().unwrap() {
            seen.push(match next {
                Next::Row(row) => {
                    let cells: Vec<String> = row.from(0).map(|cell| String::from_utf8_lossy(cell).into()).collect();
                    format!("{} {}", row.line, cells.join("|"))
                }
                Next::Broken(line, why) => format!("{line} {}", why.split([',', ' ']).next().unwrap()),
            });
        }
        seen
    }

    #[test]
    fn rows_and_their_lines() {
        let check = |text: &str, input: &str, expected: &[&str]| assert_eq!(rows(text, input), expected, "{text:?}");
        check("a,b,c\n\n1,2,3", "()", &["1 a|b|c", "3 1|2|3"]);
        check("a,b,c\r\n1,2,3\r\n", "()", &["1 a|b|c", "2 1|2|3"]);
        check("a,b,c\r1,2,3\r", "()", &["1 a|b|c", "2 1|2|3"]);
        check("a;'b;''\nb';c\n1;2;3", "(delimiter: ';', quote: '\\'')", &["1 a|b;'\nb|c", "3 1|2|3"]);
        check("#x,\"\na,b,c\n", "(comment: '#')", &["2 a|b|c"]);
        check("a,b,\"c\\\"\"\n", "(escape: '\\\\')", &["1 a|b|c\""]);
        check("a,b\n1,2,3,,\n1,2,3\n", "()", &["1 it", "2 it", "3 1|2|3"]);
        check("a,b\n1,2,3,,\n1,2,3,4\n", "(ragged: Fill)", &["1 a|b|", "2 1|2|3", "3 it"]);
        check("", "()", &[]);
    }

    #[test]
    fn an_open_quote_breaks_its_own_line_only() {
        let check = |text: &str, expected: &[&str]| assert_eq!(rows(text, "()"), expected, "{text:?}");
        check("a,\"b,c\n1,2,3\n4,5,6", &["1 a", "2 1|2|3", "3 4|5|6"]);
        check("a,\"b,c\n1,\"2\",3\n4,5,6", &["1 a", "2 1|2|3", "3 4|5|6"]);
        check("a,b,\"c\n1,2,3\n", &["1 a", "2 1|2|3"]);
        check("a,b,\"c", &["1 a"]);
        check("a,b,c\n\"", &["1 a|b|c", "2 a"]);
        check("\"a,b,c\n\"1,2,3", &["1 a", "2 a"]);
    }
}
