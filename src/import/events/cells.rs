//! Cells: what one line of a file tells, without a copy.

use super::format::{Columns, EventFormat, Part};
use super::relation::{RelationId, Scheme, relation};
use super::row::{DyadActor, DyadPlace, DyadRow, WhyNot};
use crate::date::Day;
use crate::table::day_of_report;
use std::collections::HashMap;
use std::ops::Range;

/// So many different texts of relations are remembered; honest files have three hundred.
const REMEMBERED: usize = 4096;

/// Takes lines apart. Memory stays the same, however many there are; a line costs its bytes.
pub(super) struct Cells {
    pub(super) columns: Columns,
    cells: Vec<Range<usize>>,
    /// A line that is not UTF-8, in the letters of Latin-1.
    decoded: String,
    /// How many lines were not UTF-8.
    pub(super) latin1: u64,
    seen: Seen,
}

/// What was seen in earlier lines and comes again.
#[derive(Default)]
struct Seen {
    relations: HashMap<String, Option<RelationId>>,
    key: String,
    /// The last date as it was written: rows of one day follow each other.
    date: String,
    day: Option<Day>,
}

/// A line that is taken apart.
#[derive(Clone, Copy)]
struct Cut<'l> {
    text: &'l str,
    cells: &'l [Range<usize>],
    columns: &'l Columns,
}

impl Cells {
    pub(super) fn new(columns: Columns) -> Self {
        Self { columns, cells: Vec::new(), decoded: String::new(), latin1: 0, seen: Seen::default() }
    }

    /// The row of a line, whose number comes with it.
    pub(super) fn row<'l>(&'l mut self, line: &'l [u8], number: u64) -> Result<DyadRow<'l>, WhyNot> {
        let Self { columns, cells, decoded, latin1, seen } = self;
        let text = match str::from_utf8(line) {
            Ok(text) => text,
            Err(_) => {
                *latin1 += 1;
                decoded.clear();
                decoded.extend(line.iter().map(|byte| char::from(*byte)));
                decoded
            }
        };
        cells.clear();
        let mut from = 0;
        for tab in memchr::memchr_iter(b'\t', text.as_bytes()) {
            cells.push(from..tab);
            from = tab + 1;
        }
        cells.push(from..text.len());
        let cut = Cut { text, cells, columns };
        let (relation, day) = cut.look(seen)?;
        Ok(cut.row(number, relation, day))
    }
}

impl<'l> Cut<'l> {
    /// What stands in a cell; what stands for nothing in one of the formats is nothing.
    fn cell(self, part: Part) -> &'l str {
        let range = self.cells.get(self.columns.place(part));
        let text = range.and_then(|range| self.text.get(range.clone())).unwrap_or_default().trim();
        if matches!(text, "None" | "NULL" | "NA" | "nan" | "---") { "" } else { text }
    }

    /// Checks a line, and finds its relation and day.
    fn look(self, seen: &mut Seen) -> Result<(RelationId, Day), WhyNot> {
        let width = self.columns.width;
        let has_more = self.cells.iter().skip(width).any(|cell| !cell.is_empty());
        if self.cells.len() < width || has_more {
            return Err(WhyNot::Unreadable(format!("it has {} columns rather than {width}", self.cells.len())));
        }
        let day = self.day(seen)?;
        let (source, target) = (self.source(), self.target());
        if source.name.is_empty() {
            return Err(WhyNot::Unnamed("source"));
        }
        if target.name.is_empty() {
            return Err(WhyNot::Unnamed("target"));
        }
        let is_by_code = self.columns.format.names_by_code();
        if source.name == target.name && (!is_by_code || source.code == target.code) {
            return Err(WhyNot::OneActor);
        }
        Ok((self.relation(seen)?, day))
    }

    fn day(self, seen: &mut Seen) -> Result<Day, WhyNot> {
        let text = self.cell(Part::Date);
        if seen.date != text || seen.day.is_none() {
            seen.day = day_of_report(text.as_bytes());
            seen.date.clear();
            seen.date.push_str(text);
        }
        seen.day.ok_or_else(|| match text {
            "" => WhyNot::Unreadable("it has no date".to_owned()),
            text => WhyNot::Unreadable(format!("`{}` is no day", short(text))),
        })
    }

    fn relation(self, seen: &mut Seen) -> Result<RelationId, WhyNot> {
        seen.key.clear();
        seen.key.push_str(self.cell(Part::Relation));
        let mode = self.cell(Part::Mode);
        if self.columns.format == EventFormat::Polecat && !mode.is_empty() {
            seen.key.push('/');
            seen.key.push_str(mode);
        }
        let found = match seen.relations.get(&seen.key) {
            Some(found) => *found,
            None => seen.remember(self.columns.format),
        };
        // ICEWS prints the code beside the description.
        let code = || relation(mode, Some(Scheme::Cameo));
        let is_icews = self.columns.format == EventFormat::Icews;
        let key = seen.key.as_str();
        let refused = || WhyNot::Relation(if key.is_empty() { "(none)".to_owned() } else { short(key) });
        found.or_else(|| code().filter(|_| is_icews)).ok_or_else(refused)
    }

    fn source(self) -> DyadActor<'l> {
        self.actor([Part::SourceName, Part::SourceCode, Part::SourceCountry])
    }

    fn target(self) -> DyadActor<'l> {
        self.actor([Part::TargetName, Part::TargetCode, Part::TargetCountry])
    }

    fn actor(self, parts: [Part; 3]) -> DyadActor<'l> {
        let [name, code, country] = parts.map(|part| self.cell(part));
        DyadActor { name: if name.is_empty() { code } else { name }, code, country }
    }

    fn row(self, line: u64, relation: RelationId, day: Day) -> DyadRow<'l> {
        let [name, country, latitude, longitude] =
            [Part::City, Part::Country, Part::Latitude, Part::Longitude].map(|part| self.cell(part));
        let place = DyadPlace { name, country, latitude, longitude };
        DyadRow { line, source: self.source(), target: self.target(), relation, day, place }
    }
}

impl Seen {
    fn remember(&mut self, format: EventFormat) -> Option<RelationId> {
        let scheme = match format {
            EventFormat::Dyads => None,
            EventFormat::Polecat => Some(Scheme::Plover),
            _ => Some(Scheme::Cameo),
        };
        let found = relation(&self.key, scheme);
        if self.relations.len() < REMEMBERED {
            self.relations.insert(self.key.clone(), found);
        }
        found
    }
}

/// The beginning of a text, for a message.
fn short(text: &str) -> String {
    let mut chars = text.chars();
    let beginning: String = chars.by_ref().take(60).collect();
    if chars.next().is_some() { format!("{beginning}…") } else { beginning }
}
