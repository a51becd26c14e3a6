//! A stretch of whole lines, and what a worker reads from it.

use super::Naming;
use super::intern::{First, Interned};
use super::lines::{LONGEST_LINE, Lines, Named, Told, Untold, Where, day_of_report};
use super::pile::Pile;
use super::plain::cells;
use crate::date::Day;
use std::collections::{BTreeMap, HashMap};

/// How many bytes are read at once.
pub(super) const CHUNK: usize = 1 << 18;

/// How many lines a part has at most, so that the number of a line fits into two bytes.
const LINES: usize = 1 << 16;

/// So many reasons are counted apart, and so many labels remembered; honest texts have three hundred of them.
const COUNTED: usize = 1000;

/// A row as a worker numbers it; its line counts from the first of the part.
#[derive(Clone, Copy, Debug)]
pub(super) struct Raw {
    pub(super) source: u32,
    pub(super) target: u32,
    pub(super) day: i32,
    pub(super) relation: u16,
    pub(super) line: u16,
}

/// What became of some lines of a chunk.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// Whose numbers its rows have.
    pub(super) worker: usize,
    /// How many rows of its pile are of this part.
    pub(super) rows: usize,
    /// One more than the number of the place of each row, 0 where none is stated; those of the last rows may be missing.
    pub(super) places: Vec<u32>,
    /// How many lines there are, empty ones and a header among them.
    pub(super) lines: usize,
    pub(super) empty: usize,
    /// The lines that can't be read, from the first of the part, and why.
    pub(super) unreadable: Vec<(usize, String)>,
}

/// Rows that were left aside for one reason.
#[derive(Clone, Copy, Debug)]
pub(super) struct Aside {
    pub(super) rows: u64,
    /// Where the first stands: the chunk, and the line in it from 0.
    pub(super) first: (usize, usize),
}

/// What was said of an actor where it was named first.
#[derive(Debug)]
pub(super) struct ActorSaid {
    pub(super) first: u64,
    /// How much of its text is the name.
    pub(super) name: usize,
    pub(super) code: Box<str>,
    pub(super) country: Box<str>,
}

/// What was said of a place where it was named first.
#[derive(Debug)]
pub(super) struct PlaceSaid {
    pub(super) first: u64,
    pub(super) name: Box<str>,
    /// The country in which it lies.
    pub(super) within: Option<Box<str>>,
    pub(super) degrees: [f64; 2],
}

impl First for ActorSaid {
    fn first(&self) -> u64 {
        self.first
    }
}

impl First for PlaceSaid {
    fn first(&self) -> u64 {
        self.first
    }
}

/// Who reads chunks, with what it has seen in earlier ones.
pub(super) struct Worker<'m> {
    number: usize,
    /// The rows of all parts, one part after the other.
    pub(super) pile: Pile,
    pub(super) lines: Box<dyn Lines + 'm>,
    naming: Naming,
    plain: Option<[usize; 4]>,
    pub(super) actors: Interned<ActorSaid>,
    pub(super) places: Interned<PlaceSaid>,
    /// Relations by their labels, where all cells of a line are known; those that are left aside are marked.
    labels: HashMap<Box<[u8]>, Result<u16, u16>>,
    /// Rows with a relation that is left aside, by its number.
    pub(super) unused: BTreeMap<u16, Aside>,
    /// Rows that were left aside for other reasons.
    pub(super) counted: BTreeMap<String, Aside>,
    /// The chunk, and the line in it from 0.
    at: (usize, usize),
    key: Vec<u8>,
}

impl<'m> Worker<'m> {
    pub(super) fn new(number: usize, lines: Box<dyn Lines + 'm>, naming: Naming) -> Self {
        Self {
            number,
            pile: Pile::default(),
            plain: lines.plain().filter(|_| naming == Naming::Name),
            lines,
            naming,
            actors: Interned::default(),
            places: Interned::default(),
            labels: HashMap::new(),
            unused: BTreeMap::new(),
            counted: BTreeMap::new(),
            at: (0, 0),
            key: Vec::new(),
        }
    }

    /// Reads the lines of a chunk, of which this is the how-manieth.
    pub(super) fn read(&mut self, number: usize, chunk: &[u8]) -> Vec<Part> {
        self.at = (number, 0);
        let worker = self.number;
        let fresh = || Part { worker, ..Part::default() };
        let mut parts = Vec::with_capacity(1);
        let mut part = fresh();
        let mut start = 0;
        while start < chunk.len() {
            if part.lines == LINES {
                parts.push(std::mem::replace(&mut part, fresh()));
            }
            let rest = chunk.get(start..).unwrap_or_default();
            let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            let line = rest.get(..end).unwrap_or_default();
            start += end + 1;
            self.line(line, &mut part);
            part.lines += 1;
            self.at.1 += 1;
        }
        parts.push(part);
        parts
    }

    fn line(&mut self, line: &[u8], part: &mut Part) {
        if line.len() >= LONGEST_LINE {
            part.unreadable.push((part.lines, "the line is longer than a mebibyte".to_owned()));
            return;
        }
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() || self.at == (0, 0) && self.lines.has_header() {
            part.empty += 1;
            return;
        }
        match self.known(line).unwrap_or_else(|| self.row(line)) {
            Ok((raw, place)) => {
                self.pile.push(raw);
                part.add(place);
            }
            Err(Untold::Listed(reason)) => part.unreadable.push((part.lines, reason)),
            Err(Untold::Unused(relation)) => Self::count(self.at, self.unused.entry(relation)),
            Err(Untold::Counted(reason)) => {
                let is_known = self.counted.len() < COUNTED || self.counted.contains_key(&*reason);
                match is_known {
                    true => Self::count(self.at, self.counted.entry(reason.into_owned())),
                    false => part.unreadable.push((part.lines, reason.into_owned())),
                }
            }
        }
    }

    fn count<K: Ord>(at: (usize, usize), aside: std::collections::btree_map::Entry<'_, K, Aside>) {
        aside.or_insert(Aside { rows: 0, first: at }).rows += 1;
    }

    /// The row of a line of which all cells were read before, so that nothing has to be looked at in them.
    fn known(&self, line: &[u8]) -> Option<Result<(Raw, u32), Untold>> {
        let order = self.plain?;
        let all = cells(line)?;
        let [source, label, target, date] = order.map(|at| all.get(at).copied().unwrap_or_default());
        let relation = match self.labels.get(label)? {
            Ok(relation) => *relation,
            Err(unused) => return self.is_plain(source, target, date).then_some(Err(Untold::Unused(*unused))),
        };
        let (source, target) = (self.actors.find(source)?, self.actors.find(target)?);
        let day = known_day(date).filter(|_| source != target)?.number();
        Some(Ok((Raw { source, target, day, relation, line: self.line_of_part() }, 0)))
    }

    /// Whether two actors and a day are known to be two and one, so that nothing but the relation speaks against a row.
    fn is_plain(&self, source: &[u8], target: &[u8], date: &[u8]) -> bool {
        let actors = (self.actors.find(source), self.actors.find(target));
        matches!(actors, (Some(one), Some(other)) if one != other) && known_day(date).is_some()
    }

    #[expect(clippy::cast_possible_truncation, reason = "a part has no more lines than fit")]
    fn line_of_part(&self) -> u16 {
        (self.at.1 % LINES) as u16
    }

    /// The row of a line, and its place.
    fn row(&mut self, line: &[u8]) -> Result<(Raw, u32), Untold> {
        let at = self.line_of_part();
        let first = first(self.at);
        let told = match self.lines.told(line) {
            Ok(told) => told,
            Err(why) => {
                if let (Untold::Unused(relation), Some(order)) = (&why, self.plain) {
                    remember(&mut self.labels, order, line, Err(*relation));
                }
                return Err(why);
            }
        };
        let Told { ends: [source, target], relation, day, place } = told;
        let mut number = |named: &Named<'_>, first| actor(&mut self.actors, &mut self.key, self.naming, named, first);
        let (source, target) = (number(&source, first), number(&target, first + 1));
        let place = self::place(&mut self.places, &mut self.key, &place, first);
        if let Some(order) = self.plain {
            remember(&mut self.labels, order, line, Ok(relation));
        }
        Ok((Raw { source, target, day: day.number(), relation, line: at }, place))
    }
}

impl Part {
    /// Counts one more row, which was at this place.
    fn add(&mut self, place: u32) {
        if place > 0 {
            self.places.resize(self.rows, 0);
            self.places.push(place);
        }
        self.rows += 1;
    }
}

/// A day in one of the two forms that have nothing behind it.
fn known_day(text: &[u8]) -> Option<Day> {
    day_of_report(text).filter(|_| matches!(text.len(), 8 | 10))
}

/// Where something stands in the text: the chunk, the line in it, and which of two things of a line it is.
fn first((chunk, line): (usize, usize)) -> u64 {
    (chunk as u64) << 24 | (line as u64) << 1
}

/// Keeps what a label means, if it can be known again by its bytes.
fn remember(
    labels: &mut HashMap<Box<[u8]>, Result<u16, u16>>,
    order: [usize; 4],
    line: &[u8],
    relation: Result<u16, u16>,
) {
    let label = cells(line).and_then(|cells| cells.get(order[1]).copied());
    // A line that is no UTF-8 may mean other letters by the same bytes.
    let label = label.filter(|label| str::from_utf8(label).is_ok() && labels.len() < COUNTED);
    if let Some(label) = label {
        labels.entry(label.into()).or_insert(relation);
    }
}

fn actor(actors: &mut Interned<ActorSaid>, key: &mut Vec<u8>, naming: Naming, named: &Named<'_>, first: u64) -> u32 {
    naming.key(named, key);
    actors.number(key, || ActorSaid {
        first,
        name: named.name.len(),
        code: named.code.into(),
        country: named.country.into(),
    })
}

/// One more than the number of a place, and 0 for none; its country is one before it.
fn place(places: &mut Interned<PlaceSaid>, key: &mut Vec<u8>, place: &Where<'_>, first: u64) -> u32 {
    let unknown = [f64::NAN; 2];
    let mut number = 0;
    if !place.country.is_empty() {
        let said = || PlaceSaid { first, name: place.country.into(), within: None, degrees: unknown };
        number = places.number(place.country.as_bytes(), said) + 1;
    }
    if !place.name.is_empty() {
        key.clear();
        key.extend_from_slice(place.name.as_bytes());
        if !place.country.is_empty() {
            key.push(0);
            key.extend_from_slice(place.country.as_bytes());
        }
        let within = Some(place.country).filter(|country| !country.is_empty()).map(Box::from);
        let degrees = place.degrees.unwrap_or(unknown);
        number = places.number(key, || PlaceSaid { first: first + 1, name: place.name.into(), within, degrees }) + 1;
    }
    number
}
