//! From a text of lines to a table.

use super::chunk::{CHUNK, Part, Worker};
use super::gathered::{About, Gathered};
use super::lines::{LONGEST_LINE, Lines};
use super::plain::{Meaning, Plain};
use super::{Dataset, MirrorRule, Register, Settings, Shape, Table};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, Scope, ScopedJoinHandle};

/// A table that was read from a text, and what became of the lines.
#[derive(Debug)]
pub struct Reading {
    /// The table.
    pub table: Table,
    /// How many lines there are, empty ones and a header left aside.
    pub read: u64,
    /// How many rows told what an earlier one had told from the other side.
    pub merged: u64,
    /// How many lines were not in the encoding of the others, and were read all the same.
    pub decoded: u64,
    /// The lines that can't be read, from 1, and why.
    pub unreadable: Vec<(u64, String)>,
    /// How many rows were left aside, by their labels or the reason why, and the line of the first.
    pub aside: BTreeMap<String, (u64, u64)>,
}

/// How a text of four columns is read.
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

/// How a text of any format is read.
pub struct Plan<'m> {
    /// What is said of the table.
    pub settings: Settings,
    /// The data set that it is of.
    pub dataset: Dataset,
    /// What becomes of two rows that tell one event.
    pub mirrors: MirrorRule,
    /// How many threads read lines, beside the one that reads bytes; at least one does.
    pub threads: usize,
    /// Makes what reads the lines, one for each thread.
    pub lines: &'m (dyn Fn() -> Box<dyn Lines + 'm> + Sync + 'm),
    /// Who was named in the other tables of the data set.
    pub register: &'m mut Register,
    /// Hears how many bytes were read since the last time.
    pub advance: &'m mut dyn FnMut(u64),
}

impl Reading {
    /// Reads a text of lines with four columns, source, relation, target and date, apart by tabs; each row is an event of its
    /// own. The same text gives the same table, however many threads read it. Takes about thirty bytes of memory a row,
    /// and sixteen more until all are read.
    ///
    /// # Errors
    /// If the text can't be read to its end, or a table can't hold so much.
    pub fn of(input: &mut dyn Read, how: How<'_>) -> io::Result<Self> {
        let How { settings, threads, meaning, advance } = how;
        let meaning: &Meaning<'_> = meaning;
        let dataset = Dataset::of(&settings.source);
        let mut register = Register::new(dataset.id.as_str());
        let lines = || Box::new(Plain::new(meaning)) as Box<dyn Lines>;
        let mirrors = MirrorRule::Keep;
        Self::with(input, Plan { settings, dataset, mirrors, threads, lines: &lines, register: &mut register, advance })
    }

    /// Reads a text of lines. The same text gives the same table, however many threads read it. Takes 37 bytes of memory a
    /// row, four more where rows have places, and sixteen more until all are read.
    ///
    /// # Errors
    /// If the text can't be read to its end, or a table can't hold so much.
    pub fn with(input: &mut dyn Read, plan: Plan<'_>) -> io::Result<Self> {
        let Plan { settings, dataset, mirrors, threads, lines, register, advance } = plan;
        let (give, take) = sync_channel(2 * threads.max(1));
        let take = Mutex::new(take);
        let worker = |number| Worker::new(number, lines(), dataset.naming);
        let (digest, workers) = thread::scope(|scope| {
            let workers: Vec<_> = (0..threads.max(1)).map(|number| hire(scope, || worker(number), &take)).collect();
            let digest = cut(input, &give, advance);
            drop(give);
            let done: Vec<_> = workers.into_iter().filter_map(|worker| worker.join().ok()).collect();
            (digest, done)
        });
        Gathered::new(workers).finish(About { settings, dataset, mirrors, digest: digest? }, register)
    }
}

type Chunk = (usize, Vec<u8>);
type Done<'m> = (Worker<'m>, Vec<(usize, Part)>);

/// Starts a worker: it takes chunk after chunk, and in the end gives what it read.
fn hire<'s, 'm: 's>(
    scope: &'s Scope<'s, '_>,
    worker: impl FnOnce() -> Worker<'m>,
    take: &'s Mutex<Receiver<Chunk>>,
) -> ScopedJoinHandle<'s, Done<'m>> {
    let mut worker = worker();
    scope.spawn(move || {
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
        // What is behind the end of the longest line is passed over with it.
        rest = begun.get(..begun.len().min(LONGEST_LINE)).unwrap_or_default().to_vec();
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
