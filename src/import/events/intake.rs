//! Rows of files to records in fact files.

use super::drafts::{Cited, Drafts, FileTold, Pending};
use super::mirror::{Dyad, Mirrors};
use super::reader::Reader;
use super::relation::{Relation, RelationId, Scheme, relations};
use super::row::{DyadActor, DyadPlace, DyadRow, NoRow, ReadError, WhyNot};
use super::{EventFormat, EventsOptions, MirrorRule, degrees};
use crate::date::Day;
use crate::import::{Sink, Tally};
use crate::write::ValueError;
use std::collections::HashMap;
use std::io::{self, Read};
use std::sync::Arc;

/// So many different unknown relations are counted apart; honest files have none.
const COUNTED: usize = 1000;

/// A file to import.
#[derive(Clone, Debug)]
pub struct InputFile {
    /// What it is called in messages.
    pub shown: Arc<str>,
    /// Its name without folders, which the source record has.
    pub name: String,
    /// The id of its source record, which its rows cite and their ids begin with.
    pub source: crate::id::Id,
    /// Whether its rows come day after day ([`is_in_order`](super::is_in_order)). Otherwise a pair of rows of one event
    /// becomes two records of one id, and memory grows with the rows that have no second.
    pub is_in_order: bool,
}

/// An import of machine-coded events. One serves all files of a dataset, so that an actor has one id in all of them.
pub struct EventsImport {
    options: EventsOptions,
    drafts: Drafts,
}

impl EventsImport {
    /// An import that has seen no file.
    pub fn new(options: EventsOptions) -> Self {
        Self { drafts: Drafts::new(options.dataset.as_str()), options }
    }

    /// Reads a file to its end and gives its records: the actors and places that are new, the events, and at last the source.
    /// Costs memory for each actor and place, and for the events of a day.
    ///
    /// # Errors
    /// If the file cannot be read, is in none of the formats, or the sink refuses.
    pub fn file(&mut self, reader: impl Read, file: &InputFile, sink: &mut dyn Sink) -> Result<Told, ReadError> {
        let mut reader = Reader::digesting(reader, self.options.format)?;
        let (format, guessed_header) = (reader.format(), reader.has_guessed_header());
        let mut run = Run {
            options: &self.options,
            drafts: &mut self.drafts,
            file,
            format,
            tally: Tally::default(),
            mirrors: Mirrors::default(),
            day: Vec::new(),
            lone: HashMap::new(),
            days: None,
            is_blank: true,
            unused: vec![(0, 0); relations().count()],
            unknown: HashMap::new(),
        };
        let mut bytes = 0;
        loop {
            let row = reader.next_row(&mut |read| bytes += read)?;
            if bytes > 0 {
                run.is_blank = false;
                sink.advance(std::mem::take(&mut bytes));
            }
            match row {
                None => break,
                Some(Ok(row)) => run.row(&row, sink)?,
                Some(Err(no_row)) => run.no_row(no_row),
            }
        }
        run.flush(sink)?;
        let digest = reader.digest();
        run.source(digest.as_deref(), sink)?;
        Ok(Told { tally: run.tally(), format, guessed_header, latin1_lines: reader.latin1_lines() })
    }
}

/// What there is to tell about a file.
#[derive(Clone, Debug)]
pub struct Told {
    /// What became of its rows.
    pub tally: Tally,
    /// Its format.
    pub format: EventFormat,
    /// Whether its first line was taken for a header in words that no format has, and its columns for those of rows
    /// without one.
    pub guessed_header: bool,
    /// How many lines were no UTF-8 and were read as Latin-1.
    pub latin1_lines: u64,
}

/// A file that is being read.
struct Run<'a> {
    options: &'a EventsOptions,
    drafts: &'a mut Drafts,
    file: &'a InputFile,
    format: EventFormat,
    tally: Tally,
    mirrors: Mirrors,
    /// The events of the day, which may still find their other side.
    day: Vec<Pending>,
    /// The place among them of the event of each line.
    lone: HashMap<u64, usize>,
    days: Option<(Day, Day)>,
    /// Whether nothing at all was read.
    is_blank: bool,
    /// Rows of relations that have no kind, by relation, with the line of the first.
    unused: Vec<(u64, u64)>,
    /// Rows that are left out for other reasons that many share.
    unknown: HashMap<WhyNot, (u64, u64)>,
}

impl Run<'_> {
    fn row(&mut self, row: &DyadRow<'_>, sink: &mut dyn Sink) -> io::Result<()> {
        let Some(relation) = row.relation.relation() else { return Ok(()) };
        if relation.kind.is_none() {
            if let Some((rows, first)) = self.unused.get_mut(row.relation.index()) {
                *first = if *rows == 0 { row.line } else { *first };
                *rows += 1;
            }
            return Ok(());
        }
        if self.days.is_some_and(|(_, last)| last != row.day) && self.file.is_in_order {
            self.flush(sink)?;
        }
        let (first, last) = self.days.unwrap_or((row.day, row.day));
        self.days = Some((first.min(row.day), last.max(row.day)));
        let actors = [self.actor(row.source, sink)?, self.actor(row.target, sink)?];
        let [source, target] = actors;
        let dyad = Dyad { source, target, relation: row.relation, day: row.day };
        let pair = match self.options.mirrors {
            MirrorRule::Unite => self.mirrors.pair(dyad, row.line),
            MirrorRule::Keep => None,
        };
        let place = self.place(row.place, sink)?;
        let pending = Pending { lines: (row.line, None), actors, relation, day: row.day, places: (place, None) };
        match pair {
            None => {
                self.tally.keep();
                self.wait(pending, sink)
            }
            Some(line) => {
                self.tally.merge();
                self.join(line, pending, sink)
            }
        }
    }

    /// Keeps an event until the day is over, where days come one after the other.
    fn wait(&mut self, pending: Pending, sink: &mut dyn Sink) -> io::Result<()> {
        if !self.file.is_in_order {
            return self.event(&pending, sink);
        }
        self.lone.insert(pending.lines.0, self.day.len());
        self.day.push(pending);
        Ok(())
    }

    /// Adds a row to the event that an earlier line told.
    fn join(&mut self, line: u64, own: Pending, sink: &mut dyn Sink) -> io::Result<()> {
        match self.lone.get(&line).and_then(|at| self.day.get_mut(*at)) {
            Some(pending) => {
                pending.lines.1 = Some(own.lines.0);
                pending.places.1 = own.places.0;
                Ok(())
            }
            // That one is written already: this is one more account of the same event, in the words of the first.
            None => {
                let [source, target] = own.actors;
                let mirror = own.relation.mirror.and_then(RelationId::relation).unwrap_or(own.relation);
                let told = Pending { actors: [target, source], relation: mirror, ..own };
                self.account(&told, line, told.places.0, &[told.lines.0], sink)
            }
        }
    }

    /// Writes the events of a day.
    fn flush(&mut self, sink: &mut dyn Sink) -> io::Result<()> {
        for pending in std::mem::take(&mut self.day) {
            self.event(&pending, sink)?;
        }
        self.lone.clear();
        if self.file.is_in_order {
            self.mirrors.clear();
        }
        Ok(())
    }

    /// Writes an event: one record that cites its lines, or one for each where they tell of different places.
    fn event(&self, pending: &Pending, sink: &mut dyn Sink) -> io::Result<()> {
        let ((own, mirror), (place, other)) = (pending.lines, pending.places);
        match mirror {
            Some(mirror) if place == other => self.account(pending, own, place, &[own, mirror], sink),
            Some(mirror) => {
                self.account(pending, own, place, &[own], sink)?;
                self.account(pending, own, other, &[mirror], sink)
            }
            None => self.account(pending, own, place, &[own], sink),
        }
    }

    /// Writes what some lines tell of the event that a line told first.
    fn account(
        &self,
        told: &Pending,
        of: u64,
        place: Option<u32>,
        lines: &[u64],
        sink: &mut dyn Sink,
    ) -> io::Result<()> {
        let draft =
            self.drafts.event(told, &Cited { source: self.file.source.as_str(), of, place, lines }, self.options);
        let Some(draft) = refused(draft)? else { return Ok(()) };
        sink.record(&self.path(&format!("events-{:04}", told.day.year())), draft)
    }

    fn actor(&mut self, actor: DyadActor<'_>, sink: &mut dyn Sink) -> io::Result<u32> {
        let seen = self.drafts.actor(actor, self.format);
        if seen.is_new {
            let draft = refused(self.drafts.actor_draft(seen.number, actor, self.format))?;
            sink.record(&self.path("actors"), draft)?;
        }
        Ok(seen.number)
    }

    fn place(&mut self, place: DyadPlace<'_>, sink: &mut dyn Sink) -> io::Result<Option<u32>> {
        let (own, country) = self.drafts.place(place);
        let Some(own) = own else { return Ok(None) };
        if let Some(country) = country.filter(|country| country.is_new) {
            let draft = refused(self.drafts.place_draft(country.number, place.country, None, None))?;
            sink.record(&self.path("places"), draft)?;
        }
        if own.is_new {
            let named = !place.name.is_empty();
            let name = if named { place.name } else { place.country };
            let at = degrees(place).filter(|_| named);
            let within = country.map(|country| country.number).filter(|_| named);
            let draft = refused(self.drafts.place_draft(own.number, name, within, at))?;
            sink.record(&self.path("places"), draft)?;
        }
        Ok(Some(own.number))
    }

    fn source(&self, digest: Option<&str>, sink: &mut dyn Sink) -> io::Result<()> {
        let told = FileTold {
            source: self.file.source.as_str(),
            name: &self.file.name,
            format: (!self.is_blank).then_some(self.format),
            digest,
            days: self.days,
        };
        sink.record(&self.path("source"), refused(self.drafts.source(&told, self.options))?)
    }

    /// A file of the dataset, in a folder of its own: what machines coded lies apart from what somebody wrote.
    fn path(&self, file: &str) -> String {
        format!("{}/{file}", self.drafts.dataset)
    }

    fn no_row(&mut self, NoRow { line, why }: NoRow) {
        match why {
            WhyNot::Unreadable(reason) => self.tally.skip(&self.file.shown, line, reason),
            why if self.unknown.len() < COUNTED || self.unknown.contains_key(&why) => {
                self.unknown.entry(why).or_insert((0, line)).0 += 1;
            }
            why => self.tally.skip(&self.file.shown, line, reason(&why)),
        }
    }

    /// The account of the rows, with those that were only counted.
    fn tally(mut self) -> Tally {
        for ((_, relation), (rows, first)) in relations().zip(self.unused).filter(|(_, (rows, _))| *rows > 0) {
            self.tally.set_aside(no_kind(relation), rows, &self.file.shown, first);
        }
        for (why, (rows, first)) in self.unknown {
            self.tally.set_aside(reason(&why), rows, &self.file.shown, first);
        }
        self.tally
    }
}

pub(super) fn no_kind(relation: &Relation) -> String {
    let scheme = match relation.scheme {
        Scheme::Cameo => "CAMEO",
        Scheme::Plover => "PLOVER",
    };
    format!("`{}` ({scheme} {}) has no kind here", relation.description, relation.code)
}

pub(super) fn reason(why: &WhyNot) -> String {
    match why {
        WhyNot::Relation(text) => format!("the relation `{text}` is none of CAMEO or PLOVER"),
        WhyNot::Unnamed(which) => format!("no {which} is named"),
        WhyNot::OneActor => "source and target are the same".to_owned(),
        WhyNot::Unreadable(reason) => reason.clone(),
    }
}

/// What a draft refuses is no text of ours; whoever reads it learns which.
fn refused<T>(draft: Result<T, ValueError>) -> io::Result<T> {
    draft.map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error.to_string()))
}
