//! Rows of files to tables: the same events that importing them as records gives, in columns.

use super::cells::Cells;
use super::format::{Columns, EventFormat, Part};
use super::intake::{InputFile, Told, no_kind, reason};
use super::relation::{RelationId, relations};
use super::row::{DyadActor, DyadPlace, ReadError};
use super::shape::shape_of;
use super::{EventsOptions, degrees};
use crate::import::Tally;
use crate::read::BYTE_ORDER_MARK;
use crate::table::{
    self, Dataset, LONGEST_LINE, Meant, Named, Naming, Plan, Reading, Register, Settings, Table, Untold, Where,
};
use std::borrow::Cow;
use std::io::{self, Read};

/// An import of machine-coded events into tables, a file each. One serves all files of a dataset, so that an actor has one
/// id in all of them.
pub struct EventsTables {
    options: EventsOptions,
    register: Register,
}

impl EventsTables {
    /// An import that has seen no file.
    pub fn new(options: EventsOptions) -> Self {
        Self { register: Register::new(options.dataset.as_str()), options }
    }

    /// Learns the ids of the actors and places of a table of the dataset that was made before.
    pub fn know(&mut self, table: &Table) {
        if table.dataset().id == self.options.dataset {
            self.register.know(table);
        }
    }

    /// Reads a file to its end, on several threads beside the one that reads bytes. Costs memory for its rows
    /// ([`Reading::with`]). `advance` hears how many bytes were read since the last time.
    ///
    /// # Errors
    /// If the file cannot be read, is in none of the formats, or is too long for a table.
    pub fn file(
        &mut self,
        reader: &mut dyn Read,
        file: &InputFile,
        threads: usize,
        advance: &mut dyn FnMut(u64),
    ) -> Result<(Table, Told), ReadError> {
        let begun = first_line(reader)?;
        let columns = columns(&begun, self.options.format)?;
        let format = columns.format;
        let known = (!begun.is_empty()).then_some(format);
        let plan = Plan {
            settings: Settings {
                source: file.source.clone(),
                title: self.options.title.clone().unwrap_or_else(|| file.name.clone()),
                lag: self.options.reported_within,
            },
            dataset: self.dataset(file, format, known),
            mirrors: self.options.mirrors,
            threads,
            lines: &|| Box::new(Rows { cells: Cells::new(columns.clone()) }),
            register: &mut self.register,
            advance,
        };
        let reading = Reading::with(&mut begun.as_slice().chain(reader), plan)?;
        let guessed_header = columns.is_guessed;
        let told = Told { tally: tally(&reading, file), format, guessed_header, latin1_lines: reading.decoded };
        Ok((reading.table, told))
    }

    fn dataset(&self, file: &InputFile, format: EventFormat, known: Option<EventFormat>) -> Dataset {
        let naming = if format.names_by_code() { Naming::NameAndCode } else { Naming::Name };
        let note = super::drafts::note(&file.name, known);
        Dataset { id: self.options.dataset.clone(), note, scheme: format.codes().to_owned(), naming }
    }
}

/// The first line of a file, by which its format is known, with what was read behind it.
fn first_line(reader: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut begun = Vec::new();
    loop {
        let seen = begun.len();
        let read = Read::take(&mut *reader, 1 << 16).read_to_end(&mut begun)?;
        let has_line = memchr::memchr(b'\n', begun.get(seen..).unwrap_or_default()).is_some();
        if has_line || read < 1 << 16 || begun.len() > LONGEST_LINE {
            return Ok(begun);
        }
    }
}

/// The columns of a file of which this is the beginning.
fn columns(begun: &[u8], forced: Option<EventFormat>) -> Result<Columns, ReadError> {
    let end = memchr::memchr(b'\n', begun).unwrap_or(begun.len());
    let line = begun.get(..end).unwrap_or_default();
    let line = line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line);
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let line = match end {
        // As a line that is passed over tells nothing of the others.
        LONGEST_LINE.. => Some(&[] as &[u8]),
        0 if begun.is_empty() => None,
        _ => Some(line),
    };
    Columns::of_first(line, forced).map_err(ReadError::Format)
}

/// What became of the rows.
fn tally(reading: &Reading, file: &InputFile) -> Tally {
    let kept = reading.table.len() as u64;
    let mut tally = Tally { read: kept + reading.merged, kept, merged: reading.merged, ..Tally::default() };
    for (line, reason) in &reading.unreadable {
        tally.skip(&file.shown, *line, reason.clone());
    }
    for (why, (rows, line)) in &reading.aside {
        tally.set_aside(why.clone(), *rows, &file.shown, *line);
    }
    tally
}

/// Reads lines of a format for a table.
struct Rows {
    cells: Cells,
}

impl table::Lines for Rows {
    fn told<'l>(&'l mut self, line: &'l [u8]) -> Result<table::Told<'l>, Untold> {
        let row = self.cells.row(line, 0).map_err(|why| match why {
            super::WhyNot::Unreadable(reason) => Untold::Listed(reason),
            why => Untold::Counted(Cow::Owned(reason(&why))),
        })?;
        let number = row.relation.number();
        if row.relation.relation().is_none_or(|relation| relation.kind.is_none()) {
            return Err(Untold::Unused(number));
        }
        let ends = [row.source, row.target].map(|DyadActor { name, code, country }| Named { name, code, country });
        let DyadPlace { name, country, .. } = row.place;
        let place = Where { name, country, degrees: degrees(row.place) };
        Ok(table::Told { ends, relation: number, day: row.day, place })
    }

    fn relation(&self, number: u16) -> Option<Meant> {
        let (_, relation) = relations().nth(number.into())?;
        let relation_of = |shape| table::Relation { label: relation.code.to_owned(), shape };
        let mirror = relation.mirror.and_then(RelationId::relation).map(|mirror| mirror.code.to_owned());
        Some(Meant { relation: relation_of(shape_of(relation)?), mirror })
    }

    fn unused(&self, number: u16) -> String {
        relations().nth(number.into()).map_or(String::new(), |(_, relation)| no_kind(relation))
    }

    fn has_header(&self) -> bool {
        self.cells.columns.has_header
    }

    fn plain(&self) -> Option<[usize; 4]> {
        let Columns { format, width, .. } = self.cells.columns;
        let parts = [Part::SourceName, Part::Relation, Part::TargetName, Part::Date];
        (format == EventFormat::Dyads && width == 4).then(|| parts.map(|part| self.cells.columns.place(part)))
    }

    fn decoded(&self) -> u64 {
        self.cells.latin1
    }
}
