//! From a text of four columns to a table.

use super::chunk::{Aside, CHUNK, Meaning, Part, Worker};
use super::columns::Growing;
use super::intern::united;
use super::meta::Meta;
use super::{Actors, Relation, Row, Settings, Shape, Table};
use crate::date::Day;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::io::{self, ErrorKind, Read};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, Scope, ScopedJoinHandle};

/// A table that was read from a text, and what became of the lines.
#[derive(Debug)]
pub struct Reading {
    /// The table.
    pub table: Table,
    /// How many lines there are, empty ones left aside.
    pub read: u64,
    /// The lines that can't be read, from 1, and why.
    pub unreadable: Vec<(u64, String)>,
    /// How many rows were left aside, by their labels, and the line of the first.
    pub aside: BTreeMap<String, (u64, u64)>,
}

/// How a text is read.
pub struct How<'m> {
    /// What is said of the table.
    pub settings: Settings,
    /// How many threads read lines, beside the one that reads bytes; at least one does.
    pub threads: usize,
    /// What the rows with a label are; nothing for those to be left aside.
    pub meaning: &'m (dyn Fn(&str) -> Option<Shape> + Sync + 'm),
    /// Hears how many bytes were read since the last time.
    pub advance: &'m mut dyn FnMut(u64),
}

impl Reading {
    /// Reads a text of lines with four columns, source, relation, target and date, apart by tabs. The same text gives the
    /// same table, however many threads read it. Takes about thirty bytes of memory a row, and sixteen more until all are
    /// read.
    ///
    /// # Errors
    /// If the text can't be read to its end, or a table can't hold so much.
    pub fn of(input: &mut dyn Read, how: How<'_>) -> io::Result<Self> {
        let How { settings, threads, meaning, advance } = how;
        let (give, take) = sync_channel(2 * threads.max(1));
        let take = Mutex::new(take);
        let (digest, workers) = thread::scope(|scope| {
            let workers: Vec<_> = (0..threads.max(1)).map(|number| hire(scope, number, meaning, &take)).collect();
            let digest = cut(input, &give, advance);
            drop(give);
            let done: Vec<_> = workers.into_iter().filter_map(|worker| worker.join().ok()).collect();
            (digest, done)
        });
        Gathered::new(workers).finish(settings, digest?)
    }
}

type Chunk = (usize, Vec<u8>);
type Done<'m> = (Worker<'m>, Vec<(usize, Part)>);

/// Starts a worker: it takes chunk after chunk, and in the end gives what it read.
fn hire<'s, 'm: 's>(
    scope: &'s Scope<'s, '_>,
    number: usize,
    meaning: &'m Meaning<'m>,
    take: &'s Mutex<Receiver<Chunk>>,
) -> ScopedJoinHandle<'s, Done<'m>> {
    scope.spawn(move || {
        let mut worker = Worker::new(number, meaning);
        let mut parts = Vec::new();
        while let Some((at, chunk)) = take.lock().ok().and_then(|take| take.recv().ok()) {
            parts.extend(worker.read(at, &chunk).into_iter().map(|part| (at, part)));
        }
        (worker, parts)
    })
}

/// Cuts the text into chunks of whole lines; its digest.
fn cut(input: &mut dyn Read, give: &SyncSender<Chunk>, advance: &mut dyn FnMut(u64)) -> io::Result<String> {
    let mut digest = Sha256::new();
    let mut rest = Vec::new();
    let stopped = || io::Error::other("a thread that reads lines has stopped");
    for at in 0.. {
        let mut chunk = std::mem::take(&mut rest);
        let known = chunk.len();
        let is_last = fill(input, &mut chunk)?;
        let fresh = chunk.get(known..).unwrap_or_default();
        digest.update(fresh);
        advance(fresh.len() as u64);
        let chunk = if at == 0 { without_mark(chunk) } else { chunk };
        if is_last {
            give.send((at, chunk)).map_err(|_| stopped())?;
            break;
        }
        let end = memchr::memrchr(b'\n', &chunk).map_or(0, |last| last + 1);
        let (whole, begun) = chunk.split_at(end);
        rest = begun.to_vec();
        give.send((at, whole.to_vec())).map_err(|_| stopped())?;
    }
    Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Fills a chunk, beyond its size where a line is longer; whether the text ends here.
fn fill(input: &mut dyn Read, chunk: &mut Vec<u8>) -> io::Result<bool> {
    let wanted = CHUNK.saturating_sub(chunk.len()).max(CHUNK / 4);
    let before = chunk.len();
    chunk.reserve(wanted);
    Read::take(&mut *input, wanted as u64).read_to_end(chunk)?;
    Ok(chunk.len() - before < wanted)
}

/// The text without a mark of the order of bytes.
fn without_mark(mut chunk: Vec<u8>) -> Vec<u8> {
    if chunk.starts_with(b"\xef\xbb\xbf") {
        chunk.drain(..3);
    }
    chunk
}

/// What the workers read, before it is one.
struct Gathered {
    /// With the number of the chunk.
    parts: Vec<(usize, Part)>,
    names: Vec<Box<[u8]>>,
    /// Of each worker, what its numbers of actors and relations are in the table.
    actors: Vec<Vec<u32>>,
    places: Vec<Vec<u16>>,
    relations: Vec<Relation>,
    aside: BTreeMap<String, Aside>,
}

impl Gathered {
    fn new(workers: Vec<Done<'_>>) -> Self {
        let (mut numbered, mut interned, mut labelled) = (Vec::new(), Vec::new(), Vec::new());
        let mut aside: BTreeMap<String, Aside> = BTreeMap::new();
        for (worker, parts) in workers {
            numbered.extend(parts);
            interned.push(worker.actors);
            labelled.push(worker.relations);
            for (label, own) in worker.aside {
                let all = aside.entry(label).or_insert(Aside { rows: 0, first: own.first });
                *all = Aside { rows: all.rows + own.rows, first: all.first.min(own.first) };
            }
        }
        // The parts of one chunk are of one worker and come in order.
        numbered.sort_by_key(|(at, _)| *at);
        let (names, actors) = united(interned);
        let (relations, places) = sorted(labelled);
        Self { parts: numbered, names, actors, places, relations, aside }
    }

    fn finish(self, settings: Settings, digest: String) -> io::Result<Reading> {
        let too_much = || io::Error::new(ErrorKind::FileTooLarge, "it holds more than a table of events can");
        let rows = self.parts.iter().map(|(_, part)| part.rows.len()).sum();
        let (mut grown, mut unreadable, mut read) = (Growing::with_capacity(rows), Vec::new(), 0);
        let (mut line, mut starts) = (1_u64, HashMap::new());
        for (chunk, part) in self.parts {
            starts.entry(chunk).or_insert(line);
            let numbers = Numbers { actors: self.actors.get(part.worker), places: self.places.get(part.worker) };
            let first = u32::try_from(line).map_err(|_| too_much())?;
            part.rows.iter().filter_map(|raw| numbers.row(raw, first)).for_each(|row| grown.push(row));
            unreadable.extend(part.unreadable.into_iter().map(|(at, reason)| (line + at as u64, reason)));
            read += (part.lines - part.empty) as u64;
            line += part.lines as u64;
        }
        let actors = Actors::new(self.names.iter().map(AsRef::as_ref)).ok_or_else(too_much)?;
        let meta = Meta { settings, digest, relations: self.relations };
        let table = Table::new(meta, actors, grown.sorted()).ok_or_else(too_much)?;
        let place = |(chunk, at): (usize, usize)| starts.get(&chunk).map_or(0, |start| start + at as u64);
        let aside = self.aside.into_iter().map(|(label, aside)| (label, (aside.rows, place(aside.first)))).collect();
        Ok(Reading { table, read, unreadable, aside })
    }
}

/// The relations of all workers by label, and of each worker where its own are among them.
fn sorted(labelled: Vec<Vec<Relation>>) -> (Vec<Relation>, Vec<Vec<u16>>) {
    let mut all: Vec<Relation> = labelled.iter().flatten().cloned().collect();
    all.sort_by(|one, other| one.label.cmp(&other.label));
    all.dedup_by(|one, other| one.label == other.label);
    let place = |relation: &Relation| {
        let at = all.partition_point(|one| one.label < relation.label);
        u16::try_from(at).unwrap_or(u16::MAX)
    };
    let places = labelled.iter().map(|own| own.iter().map(place).collect()).collect();
    (all, places)
}

/// What the numbers of a worker are in the table.
struct Numbers<'g> {
    actors: Option<&'g Vec<u32>>,
    places: Option<&'g Vec<u16>>,
}

impl Numbers<'_> {
    fn row(&self, raw: &super::chunk::Raw, first: u32) -> Option<Row> {
        let actor = |number: u32| self.actors?.get(number as usize).copied();
        Some(Row {
            source: actor(raw.source)?,
            target: actor(raw.target)?,
            day: Day::from_number(raw.day)?,
            relation: *self.places?.get(usize::from(raw.relation))?,
            line: first.checked_add(u32::from(raw.line))?,
        })
    }
}
