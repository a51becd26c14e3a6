//! Source texts: the bytes of a file, and the places in them as a user counts them.

use super::excerpt;
use crate::diagnostic::{Code, Diagnostic, Excerpt};
use crate::span::Span;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// In a longer line the column is noted once in so many bytes, so that no call counts a long line anew.
const STRIDE: usize = 1024;

/// The byte order mark of UTF-8, which carries no meaning.
pub const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The text of one file.
///
/// Offsets count bytes from the first byte after a byte order mark.
/// The table of lines is built when a place is first asked for, so a file without problems costs nothing.
#[derive(Clone, Debug)]
pub struct SourceText {
    name: Arc<str>,
    content: Content,
    has_nul: bool,
    lines: OnceLock<Lines>,
}

/// What a file holds, which is looked through once to see whether it is text.
#[derive(Clone, Debug)]
enum Content {
    Text(String),
    /// Not all of it is UTF-8.
    Bytes(Vec<u8>),
}

impl Content {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
}

/// Where lines begin, and how far the columns of long lines have got.
#[derive(Clone, Debug, Default)]
struct Lines {
    starts: Vec<usize>,
    /// Offset and count of characters before it in its line; long lines only.
    strides: Vec<(usize, usize)>,
}

impl SourceText {
    /// A text under the name by which the user knows its file. A byte order mark of UTF-8 is left out.
    pub fn new(name: impl Into<Arc<str>>, mut bytes: Vec<u8>) -> Self {
        if bytes.starts_with(BYTE_ORDER_MARK) {
            bytes.drain(..BYTE_ORDER_MARK.len());
        }
        let has_nul = memchr::memchr(0, &bytes).is_some();
        let content = String::from_utf8(bytes).map_or_else(|error| Content::Bytes(error.into_bytes()), Content::Text);
        Self { name: name.into(), content, has_nul, lines: OnceLock::new() }
    }

    /// The path as the user would name it.
    pub fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// The whole text, which need not be UTF-8.
    pub fn bytes(&self) -> &[u8] {
        self.content.bytes()
    }

    /// A part of the text as a string, where all of the text is UTF-8 without NUL.
    pub(super) fn plain(&self, range: Range<usize>) -> Option<&str> {
        match &self.content {
            Content::Text(text) if !self.has_nul => text.get(range),
            _ => None,
        }
    }

    /// A part of the text; what lies beyond its end is left out.
    pub fn slice(&self, range: Range<usize>) -> &[u8] {
        let end = range.end.min(self.bytes().len());
        self.bytes().get(range.start..end).unwrap_or_default()
    }

    /// The place of an offset; one beyond the end means the end.
    pub fn span(&self, offset: usize) -> Span {
        let (line, column) = self.place(offset);
        Span { file: self.name.clone(), line, column }
    }

    /// Line and column of an offset.
    pub(super) fn place(&self, offset: usize) -> (u32, u32) {
        let offset = offset.min(self.bytes().len());
        let (line, start) = self.line_of(offset);
        let strides = &self.lines().strides;
        let known = strides.partition_point(|(at, _)| *at <= offset);
        let (from, before) = known
            .checked_sub(1)
            .and_then(|index| strides.get(index).copied())
            .filter(|(at, _)| *at >= start)
            .unwrap_or((start, 0));
        let column = before + characters(self.slice(from..offset)) + 1;
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        (number(line + 1), number(column))
    }

    /// The place of the whole file.
    pub fn whole(&self) -> Span {
        Span::whole_file(self.name.clone())
    }

    /// The line at the beginning of a range, with the part of the range in that line marked.
    pub fn excerpt(&self, range: Range<usize>) -> Excerpt {
        excerpt::cut(self.bytes(), self.line(range.start), range)
    }

    /// An error of a code about a range, with its place and the line it stands in.
    pub fn error(&self, code: Code, range: Range<usize>, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error(code, self.span(range.start), message).with_excerpt(Some(self.excerpt(range)))
    }

    /// The offset of a place that is counted from `from`: line 1 begins there, and so does its column 1.
    ///
    /// Costs as much as the line is long, up to the column.
    pub fn offset(&self, from: usize, line: usize, column: usize) -> usize {
        let (first, _) = self.line_of(from);
        let start = match line {
            0 | 1 => from,
            more => self.line_start(first.saturating_add(more - 1)),
        };
        let rest = self.slice(start..self.bytes().len());
        let skipped = column.saturating_sub(1);
        start + excerpt::steps(rest).take(skipped).sum::<usize>()
    }

    /// The bytes of the line that holds an offset, without what ends the line.
    fn line(&self, offset: usize) -> Range<usize> {
        let (line, start) = self.line_of(offset.min(self.bytes().len()));
        let next = self.line_start(line + 1);
        let body = self.slice(start..next);
        let body = body.strip_suffix(b"\n").unwrap_or(body);
        let body = body.strip_suffix(b"\r").unwrap_or(body);
        start..start + body.len()
    }

    /// The number from 0 and the start of the line that holds an offset.
    fn line_of(&self, offset: usize) -> (usize, usize) {
        let starts = &self.lines().starts;
        let line = starts.partition_point(|start| *start <= offset);
        let line = line.saturating_sub(1);
        (line, self.line_start(line))
    }

    fn line_start(&self, line: usize) -> usize {
        let starts = &self.lines().starts;
        starts.get(line).copied().unwrap_or(self.bytes().len())
    }

    /// Works out where lines begin, if that is not known yet, so that threads need not wait for each other when they ask.
    pub(super) fn prepare(&self) {
        self.lines();
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(self.bytes()))
    }
}

impl Lines {
    fn of(bytes: &[u8]) -> Self {
        let mut lines = Self::default();
        let mut start = 0;
        let ends = memchr::memchr_iter(b'\n', bytes).map(|at| at + 1);
        for end in ends.chain((!bytes.ends_with(b"\n")).then_some(bytes.len())) {
            lines.starts.push(start);
            if end - start > STRIDE {
                lines.stride(start, bytes.get(start..end).unwrap_or_default());
            }
            start = end;
        }
        if bytes.ends_with(b"\n") {
            lines.starts.push(start);
        }
        lines
    }

    fn stride(&mut self, start: usize, line: &[u8]) {
        let (mut at, mut column) = (0, 0);
        while let Some(rest) = line.get(at..).filter(|rest| rest.len() > STRIDE) {
            let step = boundary(rest);
            column += characters(rest.get(..step).unwrap_or_default());
            at += step;
            self.strides.push((start + at, column));
        }
    }
}

/// A place near `STRIDE` that does not split a character; runs of stray continuation bytes may be split.
fn boundary(bytes: &[u8]) -> usize {
    let continues = |at: &usize| bytes.get(*at).is_some_and(|byte| byte & 0xC0 == 0x80);
    (STRIDE - 3..=STRIDE).rev().find(|at| !continues(at)).unwrap_or(STRIDE)
}

/// How many characters a user counts here: each byte that is not UTF-8 counts for one.
fn characters(bytes: &[u8]) -> usize {
    if bytes.is_ascii() {
        return bytes.len();
    }
    bytes.utf8_chunks().map(|chunk| chunk.valid().chars().count() + chunk.invalid().len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> SourceText {
        SourceText::new("a.ron", bytes.to_vec())
    }

    #[test]
    fn places() {
        let check = |bytes: &[u8], offset: usize, expected: &str| {
            let span = text(bytes).span(offset);
            assert_eq!(span.to_string(), format!("a.ron:{expected}"), "{bytes:?}");
        };
        check(b"", 0, "1:1");
        check(b"", 99, "1:1");
        check(b"ab\ncd", 1, "1:2");
        check(b"ab\ncd", 3, "2:1");
        check(b"ab\r\ncd", 5, "2:2");
        check(b"ab\n", 3, "2:1");
        check("чай x".as_bytes(), 7, "1:5");
        check(b"\xFF\xFF\x80x", 3, "1:4");
        check(b"\xEF\xBB\xBFab", 1, "1:2");
    }

    #[test]
    fn places_in_a_long_line() {
        for unit in ["a", "й", "漢", "\u{1F600}"] {
            let line = unit.repeat(5000);
            let whole = text(format!("first\n{line}\nlast").as_bytes());
            for count in [0, 1, 255, 256, 341, 342, 1023, 1024, 1025, 4999, 5000] {
                let span = whole.span(6 + count * unit.len());
                assert_eq!((span.line, span.column as usize), (2, count + 1), "{unit}");
                assert_eq!(whole.offset(0, 2, count + 1), 6 + count * unit.len());
            }
            assert_eq!(whole.span(whole.bytes().len()).to_string(), "a.ron:3:5");
        }
    }

    #[test]
    fn offsets_are_counted_from_an_item() {
        let whole = text("[ A(\n  йб: 1)]".as_bytes());
        assert_eq!(whole.offset(2, 1, 2), 3);
        assert_eq!(whole.offset(2, 2, 5), 5 + 2 + 4);
        assert_eq!(whole.offset(2, 99, 99), whole.bytes().len());
    }

    #[test]
    fn many_calls_on_a_long_line_stay_cheap() {
        let whole = text(&b"x".repeat(10_000_000));
        let columns: u64 = (0..10_000).map(|step| u64::from(whole.span(step * 1000).column)).sum();
        assert_eq!(columns, (0..10_000).map(|step| step * 1000 + 1).sum::<u64>());
        assert_eq!(whole.excerpt(5_000_000..5_000_001).text.chars().count(), 122);
    }
}
