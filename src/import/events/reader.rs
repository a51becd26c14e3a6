//! The reader: row after row of a file, without a copy.

use super::format::{Columns, EventFormat, Part};
use super::lines::{Line, Lines};
use super::relation::{RelationId, Scheme, relation};
use super::row::{DyadActor, DyadPlace, DyadRow, NoRow, ReadError, WhyNot};
use crate::date::Day;
use crate::read::BYTE_ORDER_MARK;
use std::collections::HashMap;
use std::io::{self, Read};
use std::ops::Range;

/// So many different texts of relations are remembered; honest files have three hundred.
const REMEMBERED: usize = 4096;

/// Reads rows from front to back. Memory stays the same, however long the file; a row costs its bytes.
pub struct Reader<R> {
    lines: Lines<R>,
    columns: Columns,
    /// The first line, where it is no header.
    first: Option<Line>,
    cells: Vec<Range<usize>>,
    /// A line that is not UTF-8, in the letters of Latin-1.
    decoded: String,
    is_decoded: bool,
    latin1: u64,
    relations: HashMap<String, Option<RelationId>>,
    key: String,
    /// The last date as it was written: rows of one day follow each other.
    last: (String, Option<Day>),
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
        let text = match &first {
            Some(Line::Whole(range)) => String::from_utf8_lossy(lines.bytes(range.clone())).into_owned(),
            Some(Line::TooLong) => String::new(),
            None => "\t\t\t".to_owned(),
        };
        let columns = Columns::of(&text, forced.filter(|_| first.is_some())).map_err(ReadError::Format)?;
        let first = first.filter(|_| !columns.has_header);
        Ok(Self {
            lines,
            columns,
            first,
            cells: Vec::new(),
            decoded: String::new(),
            is_decoded: false,
            latin1: 0,
            relations: HashMap::new(),
            key: String::new(),
            last: (String::new(), None),
            begun,
        })
    }

    /// The format of the file.
    pub fn format(&self) -> EventFormat {
        self.columns.format
    }

    /// The digest of the file, once its end was reached.
    pub fn digest(&mut self) -> Option<String> {
        self.lines.digest()
    }

    /// How many lines were not UTF-8 and were read as Latin-1.
    pub fn latin1_lines(&self) -> u64 {
        self.latin1
    }

    /// The next row, or why a line is none; empty lines are passed over. `advance` hears how many bytes are read.
    ///
    /// # Errors
    /// If the file cannot be read on.
    pub fn next_row(&mut self, advance: &mut dyn FnMut(u64)) -> io::Result<Option<Result<DyadRow<'_>, NoRow>>> {
        advance(std::mem::take(&mut self.begun));
        loop {
            let line = match self.first.take() {
                Some(first) => Some(first),
                None => self.lines.next(advance)?,
            };
            let found = match line {
                None => return Ok(None),
                Some(Line::TooLong) => Err(WhyNot::Unreadable("the line is longer than a mebibyte".to_owned())),
                Some(Line::Whole(range)) => match self.take_apart(range) {
                    false => continue,
                    true => self.look(),
                },
            };
            let line = self.lines.number;
            return Ok(Some(match found {
                Ok((relation, day)) => Ok(self.row(line, relation, day)),
                Err(why) => Err(NoRow { line, why }),
            }));
        }
    }

    /// Finds the cells of a line; tells whether there is anything in it.
    fn take_apart(&mut self, range: Range<usize>) -> bool {
        self.is_decoded = str::from_utf8(self.lines.bytes(range.clone())).is_err();
        let mut from = range.start;
        let mut end = range.end;
        if self.is_decoded {
            self.latin1 += 1;
            self.decoded.clear();
            self.decoded.extend(self.lines.bytes(range).iter().map(|byte| char::from(*byte)));
            (from, end) = (0, self.decoded.len());
        }
        self.cells.clear();
        let bytes = if self.is_decoded { self.decoded.as_bytes() } else { self.lines.bytes(0..end) };
        for tab in memchr::memchr_iter(b'\t', bytes.get(from..end).unwrap_or_default()).map(|at| from + at) {
            self.cells.push(self.cells.last().map_or(from, |cell| cell.end + 1)..tab);
        }
        self.cells.push(self.cells.last().map_or(from, |cell| cell.end + 1)..end);
        end > from
    }

    /// What stands in a cell; what stands for nothing in one of the formats is nothing.
    fn cell(&self, part: Part) -> &str {
        let Some(range) = self.cells.get(self.columns.place(part)) else { return "" };
        let bytes = if self.is_decoded { self.decoded.as_bytes() } else { self.lines.bytes(0..range.end) };
        let text = bytes.get(range.clone()).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default().trim();
        if matches!(text, "None" | "NULL" | "NA" | "nan" | "---") { "" } else { text }
    }

    /// Checks a line, and finds its relation and day.
    fn look(&mut self) -> Result<(RelationId, Day), WhyNot> {
        let width = self.columns.width;
        let has_more = self.cells.iter().skip(width).any(|cell| !cell.is_empty());
        if self.cells.len() < width || has_more {
            return Err(WhyNot::Unreadable(format!("it has {} columns rather than {width}", self.cells.len())));
        }
        let day = self.day()?;
        let (source, target) = (self.source(), self.target());
        if source.name.is_empty() {
            return Err(WhyNot::Unnamed("source"));
        }
        if target.name.is_empty() {
            return Err(WhyNot::Unnamed("target"));
        }
        if (source.name, source.code) == (target.name, target.code) {
            return Err(WhyNot::OneActor);
        }
        Ok((self.relation()?, day))
    }

    fn day(&mut self) -> Result<Day, WhyNot> {
        let mut last = std::mem::take(&mut self.last);
        let text = self.cell(Part::Date);
        if last.0 != text || last.1.is_none() {
            last.1 = day(text);
            last.0.clear();
            last.0.push_str(text);
        }
        let found = last.1;
        self.last = last;
        found.ok_or_else(|| match self.cell(Part::Date) {
            "" => WhyNot::Unreadable("it has no date".to_owned()),
            text => WhyNot::Unreadable(format!("`{}` is no day", short(text))),
        })
    }

    fn relation(&mut self) -> Result<RelationId, WhyNot> {
        let mut key = std::mem::take(&mut self.key);
        key.clear();
        key.push_str(self.cell(Part::Relation));
        if self.columns.format == EventFormat::Polecat && !self.cell(Part::Mode).is_empty() {
            key.push('/');
            key.push_str(self.cell(Part::Mode));
        }
        let found = match self.relations.get(&key) {
            Some(found) => *found,
            None => self.remember(&key),
        };
        // ICEWS prints the code beside the description.
        let code = || relation(self.cell(Part::Mode), Some(Scheme::Cameo));
        let is_icews = self.columns.format == EventFormat::Icews;
        let found = found.or_else(|| code().filter(|_| is_icews));
        let refused = || WhyNot::Relation(if key.is_empty() { "(none)".to_owned() } else { short(&key) });
        let found = found.ok_or_else(refused);
        self.key = key;
        found
    }

    fn remember(&mut self, key: &str) -> Option<RelationId> {
        let scheme = match self.columns.format {
            EventFormat::Dyads => None,
            EventFormat::Polecat => Some(Scheme::Plover),
            _ => Some(Scheme::Cameo),
        };
        let found = relation(key, scheme);
        if self.relations.len() < REMEMBERED {
            self.relations.insert(key.to_owned(), found);
        }
        found
    }

    fn source(&self) -> DyadActor<'_> {
        self.actor([Part::SourceName, Part::SourceCode, Part::SourceCountry])
    }

    fn target(&self) -> DyadActor<'_> {
        self.actor([Part::TargetName, Part::TargetCode, Part::TargetCountry])
    }

    fn actor(&self, parts: [Part; 3]) -> DyadActor<'_> {
        let [name, code, country] = parts.map(|part| self.cell(part));
        DyadActor { name: if name.is_empty() { code } else { name }, code, country }
    }

    fn row(&self, line: u64, relation: RelationId, day: Day) -> DyadRow<'_> {
        let [name, country, latitude, longitude] =
            [Part::City, Part::Country, Part::Latitude, Part::Longitude].map(|part| self.cell(part));
        let place = DyadPlace { name, country, latitude, longitude };
        DyadRow { line, source: self.source(), target: self.target(), relation, day, place }
    }
}

/// A day as the formats write it: `2031-01-02`, `20310102`, or the first with a time behind it.
fn day(text: &str) -> Option<Day> {
    let bytes = text.as_bytes();
    let number = |range: Range<usize>| {
        let digits = bytes.get(range)?;
        digits.iter().try_fold(0_i32, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + i32::from(*digit - b'0')))
    };
    let (month, day) = match bytes {
        [_, _, _, _, _, _, _, _] => (4..6, 6..8),
        [_, _, _, _, b'-', _, _, b'-', _, _] | [_, _, _, _, b'-', _, _, b'-', _, _, b' ' | b'T', ..] => (5..7, 8..10),
        _ => return None,
    };
    Day::new(number(0..4)?, u8::try_from(number(month)?).ok()?, u8::try_from(number(day)?).ok()?)
}

/// The beginning of a text, for a message.
fn short(text: &str) -> String {
    let mut chars = text.chars();
    let beginning: String = chars.by_ref().take(60).collect();
    if chars.next().is_some() { format!("{beginning}…") } else { beginning }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_the_ways_of_the_formats() {
        let known: Day = "2031-01-02".parse().unwrap();
        for text in ["2031-01-02", "20310102", "2031-01-02 00:00:00", "2031-01-02T10:00"] {
            assert_eq!(day(text), Some(known), "{text}");
        }
        for text in ["", "2031-1-2", "2031-02-30", "2031-01-02x", "203101", "2031010é", "-031-01-02", "2031/01/02"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
