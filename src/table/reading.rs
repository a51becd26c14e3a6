//! From a text of lines to a table.

use super::chunk::{CHUNK, Part, Worker};
use super::collected::Collected;
use super::gathered::{About, Gathered, too_much};
use super::lines::{LONGEST_LINE, Lines};
use super::plain::{Meaning, Plain};
use super::{Dataset, MirrorRule, Naming, Register, Settings, Shape, Table};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
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
    /// own. The same text gives the same table, however many threads read it. Takes 37 bytes of memory a row, and some
    /// hundred an actor.
    ///
    /// # Errors
    /// If the text can't be read to its end, or a table can't hold so much.
    pub fn of(input: &mut dyn Read, how: How<'_>) -> io::Result<Self> {
        let How { settings, threads, meaning, advance } = how;
        let meaning: &Meaning<'_> = meaning;
        let dataset = Dataset::of(&settings.source);
        let lines = || Box::new(Plain::new(meaning)) as Box<dyn Lines>;
        let (digest, gathered) = gather(input, &lines, (threads, dataset.naming), advance)?;
        // The register is gone before the index is made, which takes the most memory.
        let named = gathered.named(dataset.naming, &mut Register::new(dataset.id.as_str()))?;
        named.finish(About { settings, dataset, mirrors: MirrorRule::Keep, digest })
    }

    /// Reads a text of lines. The same text gives the same table, however many threads read it. Takes 37 bytes of memory a
    /// row, four more where rows have places, and eighteen more while pairs are united or rows put in order.
    ///
    /// # Errors
    /// If the text can't be read to its end, or a table can't hold so much.
    pub fn with(input: &mut dyn Read, plan: Plan<'_>) -> io::Result<Self> {
        let Plan { settings, dataset, mirrors, threads, lines, register, advance } = plan;
        let (digest, gathered) = gather(input, lines, (threads, dataset.naming), advance)?;
        let named = gathered.named(dataset.naming, register)?;
        named.finish(About { settings, dataset, mirrors, digest })
    }
}

type Chunk = (usize, Vec<u8>);

/// Reads a text on so many threads; its digest, and what it holds.
fn gather<'m>(
    input: &mut dyn Read,
    lines: &(dyn Fn() -> Box<dyn Lines + 'm> + Sync + 'm),
    (threads, naming): (usize, Naming),
    advance: &mut dyn FnMut(u64),
) -> io::Result<(String, Gathered)> {
    let threads = threads.max(1);
    let (give, take) = sync_channel(2 * threads);
    let take = Mutex::new(take);
    let (tell, told) = channel();
    let mut collected = Collected::default();
    let (digest, workers) = thread::scope(|scope| {
        let worker = |number| hire(scope, Worker::new(number, lines(), naming), &take, tell.clone());
        let workers: Vec<_> = (0..threads).map(worker).collect();
        drop(tell);
        let mut hand_on = |chunk| {
            give.send(chunk).map_err(|_| stopped())?;
            told.try_iter().try_for_each(|(at, parts)| collected.take(at, parts)).ok_or_else(too_much)
        };
        let digest = cut(input, &mut hand_on, advance);
        drop(give);
        let rest = told.iter().try_for_each(|(at, parts)| collected.take(at, parts)).ok_or_else(too_much);
        let workers: Option<Vec<_>> = workers.into_iter().map(|worker| worker.join().ok()).collect();
        (digest.and_then(|digest| rest.map(|()| digest)), workers)
    });
    Ok((digest?, Gathered::new(collected, workers.ok_or_else(stopped)?)))
}

/// Starts a worker: it takes chunk after chunk, tells what it read, and in the end is given back.
fn hire<'s, 'm: 's>(
    scope: &'s Scope<'s, '_>,
    mut worker: Worker<'m>,
    take: &'s Mutex<Receiver<Chunk>>,
    tell: Sender<(usize, Vec<Part>)>,
) -> ScopedJoinHandle<'s, Worker<'m>> {
    scope.spawn(move || {
        while let Some((at, chunk)) = take.lock().ok().and_then(|take| take.recv().ok()) {
            let parts = worker.read(at, &chunk);
            drop(chunk);
            // Nobody listens where the text could not be read, and then there is nothing to tell.
            if tell.send((at, parts)).is_err() {
                break;
            }
        }
        worker
    })
}

fn stopped() -> io::Error {
    io::Error::other("a thread that reads lines has stopped")
}

/// Cuts the text into chunks of whole lines; its digest.
fn cut(
    input: &mut dyn Read,
    hand_on: &mut dyn FnMut(Chunk) -> io::Result<()>,
    advance: &mut dyn FnMut(u64),
) -> io::Result<String> {
    let mut digest = Sha256::new();
    let mut rest = Vec::new();
    for at in 0.. {
        let mut chunk = std::mem::take(&mut rest);
        let known = chunk.len();
        let is_last = fill(input, &mut chunk)?;
        let fresh = chunk.get(known..).unwrap_or_default();
        digest.update(fresh);
        advance(fresh.len() as u64);
        let chunk = if at == 0 { without_mark(chunk) } else { chunk };
        if is_last {
            hand_on((at, chunk))?;
            break;
        }
        let end = memchr::memrchr(b'\n', &chunk).map_or(0, |last| last + 1);
        let (whole, begun) = chunk.split_at(end);
        // What is behind the end of the longest line is passed over with it.
        rest = begun.get(..begun.len().min(LONGEST_LINE)).unwrap_or_default().to_vec();
        hand_on((at, whole.to_vec()))?;
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
