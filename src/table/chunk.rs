//! A stretch of whole lines, and what a worker reads from it.

use super::Relation;
use super::intern::Interned;
use crate::date::Day;
use std::collections::{BTreeMap, HashMap};

/// How many bytes are read at once.
pub(super) const CHUNK: usize = 1 << 18;

/// How many lines a part has at most, so that the number of a line fits into two bytes.
const LINES: usize = 1 << 16;

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
    pub(super) rows: Vec<Raw>,
    /// How many lines there are, empty ones among them.
    pub(super) lines: usize,
    pub(super) empty: usize,
    /// The lines that can't be read, from the first of the part, and why.
    pub(super) unreadable: Vec<(usize, String)>,
}

/// Rows with one label that were left aside.
#[derive(Clone, Copy, Debug)]
pub(super) struct Aside {
    pub(super) rows: u64,
    /// Where the first stands: the chunk, and the line in it from 0.
    pub(super) first: (usize, usize),
}

/// Which label is what: nothing for one whose rows are left aside.
pub(super) type Meaning<'m> = dyn Fn(&str) -> Option<super::Shape> + Sync + 'm;

/// Who reads chunks, with what it has seen in earlier ones.
pub(super) struct Worker<'m> {
    number: usize,
    meaning: &'m Meaning<'m>,
    pub(super) actors: Interned,
    labels: HashMap<Box<[u8]>, Option<u16>>,
    pub(super) relations: Vec<Relation>,
    /// The rows that were left aside, by label.
    pub(super) aside: BTreeMap<String, Aside>,
    /// The chunk, and the line in it from 0.
    at: (usize, usize),
    latest: (Vec<u8>, i32),
}

impl<'m> Worker<'m> {
    pub(super) fn new(number: usize, meaning: &'m Meaning<'m>) -> Self {
        Self {
            number,
            meaning,
            actors: Interned::default(),
            labels: HashMap::new(),
            relations: Vec::new(),
            aside: BTreeMap::new(),
            at: (0, 0),
            latest: (Vec::new(), 0),
        }
    }

    /// Reads the lines of a chunk, of which this is the how-manieth.
    pub(super) fn read(&mut self, number: usize, chunk: &[u8]) -> Vec<Part> {
        self.at = (number, 0);
        let worker = self.number;
        let fresh = |rows: usize| Part { worker, rows: Vec::with_capacity(rows), ..Part::default() };
        let mut parts = Vec::with_capacity(1);
        let mut part = fresh(chunk.len() / 40);
        let mut start = 0;
        while start < chunk.len() {
            if part.lines == LINES {
                parts.push(std::mem::replace(&mut part, fresh(0)));
            }
            let rest = chunk.get(start..).unwrap_or_default();
            let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            let line = rest.get(..end).unwrap_or_default();
            start += end + 1;
            self.line(line.strip_suffix(b"\r").unwrap_or(line), &mut part);
            part.lines += 1;
            self.at.1 += 1;
        }
        part.rows.shrink_to_fit();
        parts.push(part);
        parts
    }

    fn line(&mut self, line: &[u8], part: &mut Part) {
        if line.is_empty() {
            part.empty += 1;
            return;
        }
        match self.row(line, part.lines) {
            Ok(row) => part.rows.extend(row),
            Err(reason) => part.unreadable.push((part.lines, reason)),
        }
    }

    /// The row of a line; nothing if its label is left aside.
    fn row(&mut self, line: &[u8], number: usize) -> Result<Option<Raw>, String> {
        let [source, label, target, date] = cells(line)?;
        let day = self.day(date)?;
        let Some(relation) = self.relation(label)? else {
            return Ok(None);
        };
        if source == target {
            return Err("source and target are one actor".to_owned());
        }
        let line = u16::try_from(number).unwrap_or(u16::MAX);
        let (source, target) = (self.actor(source)?, self.actor(target)?);
        Ok(Some(Raw { source, target, day, relation, line }))
    }

    fn actor(&mut self, name: &[u8]) -> Result<u32, String> {
        if !self.actors.has(name) {
            let text = str::from_utf8(name).map_err(|_| "the name of an actor is no UTF-8".to_owned())?;
            if text.trim().is_empty() {
                return Err("an actor has no name".to_owned());
            }
        }
        Ok(self.actors.number(name))
    }

    fn relation(&mut self, label: &[u8]) -> Result<Option<u16>, String> {
        if let Some(Some(number)) = self.labels.get(label) {
            return Ok(Some(*number));
        }
        let text = str::from_utf8(label).map_err(|_| "the relation is no UTF-8".to_owned())?;
        let shape = if self.labels.contains_key(label) { None } else { (self.meaning)(text) };
        let Some(shape) = shape else {
            self.labels.insert(label.into(), None);
            self.aside.entry(text.to_owned()).or_insert(Aside { rows: 0, first: self.at }).rows += 1;
            return Ok(None);
        };
        let number = u16::try_from(self.relations.len()).map_err(|_| "there are too many relations".to_owned())?;
        self.relations.push(Relation { label: text.to_owned(), shape });
        self.labels.insert(label.into(), Some(number));
        Ok(Some(number))
    }

    fn day(&mut self, text: &[u8]) -> Result<i32, String> {
        if self.latest.0 == text {
            return Ok(self.latest.1);
        }
        let day = day(text);
        let day = day.ok_or_else(|| format!("{:?} is no day", String::from_utf8_lossy(text)))?;
        self.latest = (text.to_vec(), day.number());
        Ok(day.number())
    }
}

/// A day as `2031-01-02` or `20310102`.
fn day(text: &[u8]) -> Option<Day> {
    let text = str::from_utf8(text).ok()?;
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Day::new(text.get(..4)?.parse().ok()?, text.get(4..6)?.parse().ok()?, text.get(6..)?.parse().ok()?);
    }
    text.parse().ok()
}

/// The four cells of a line.
fn cells(line: &[u8]) -> Result<[&[u8]; 4], String> {
    let mut tabs = memchr::memchr_iter(b'\t', line);
    let (Some(one), Some(two), Some(three), None) = (tabs.next(), tabs.next(), tabs.next(), tabs.next()) else {
        let columns = memchr::memchr_iter(b'\t', line).count() + 1;
        return Err(format!("it has {columns} columns, not four: source, relation, target, date"));
    };
    let cell = |from: usize, to: usize| line.get(from..to).unwrap_or_default();
    Ok([cell(0, one), cell(one + 1, two), cell(two + 1, three), cell(three + 1, line.len())])
}
