//! Writing a compiled file.

use super::contents::{Block, Contents};
use super::head::{DATA, Head};
use super::inputs::modified;
use super::pages::Pages;
use super::problem::StoredProblem;
use super::shelf::{EARLIER, EARLIER_OF, FACTS, IDS, LIST_ENDS, LISTS, Texts};
use super::{Inputs, Place, Unused, fact, mapped_at};
use crate::diagnostic::Diagnostic;
use crate::graph::KnowledgeGraph;
use crate::model::{Facts, List};
use atomic_write_file::AtomicWriteFile;
use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Blocks begin where any number may begin, and where a line of the processor's memory does.
const ALIGNED: u64 = 64;

/// Why a folder was not compiled. What there was before is still there.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A file was changed while the folder was read, or so shortly before that it may have been.
    #[error("files were changed while they were read")]
    Changed,
    /// The facts are not, or not only, those of the files.
    #[error("there are facts that lie in none of the files")]
    Elsewhere,
    /// The system refused.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// There is no folder in which the file may lie.
    #[error("there is no folder for it")]
    NoPlace,
}

/// Writes the compiled file of a folder, and gives where it lies.
///
/// `inputs` are the files as they were looked at before they were read; `graph` and `problems` what was read. `now` is the
/// time in nanoseconds since 1970.
///
/// # Errors
/// If the files are not what they were, or no file can be written.
pub fn write(
    place: &Place<'_>,
    inputs: &Inputs,
    graph: &KnowledgeGraph,
    problems: &[Diagnostic],
    now: i64,
) -> Result<PathBuf, WriteError> {
    let stamps = inputs.settled(place.facts, now).ok_or(WriteError::Changed)?;
    place.paths().iter().for_each(|path| sweep(path, now));
    at_first(place, |file| {
        let mut writer = Writer::new(file)?;
        let accounts = writer.facts(graph.facts(), inputs)?;
        writer.graph(graph)?;
        let names = inputs.names().map(|name| name.strip_prefix(&inputs.prefix).map(str::to_owned));
        let stored = problems.iter().map(|problem| StoredProblem::of(problem, &inputs.prefix));
        let contents = Contents {
            inputs: stamps.clone(),
            names: names.collect::<Option<_>>().ok_or(WriteError::Elsewhere)?,
            prefix: inputs.prefix.clone(),
            identity: graph.facts().identity.clone(),
            accounts,
            problems: stored.collect::<Option<_>>().ok_or(WriteError::Elsewhere)?,
            blocks: Vec::new(),
        };
        writer.finish(contents)
    })
}

/// Writes the compiled file of a folder again with the times that its files have now, which had to be read to see that
/// they hold what they held.
///
/// # Errors
/// If the files are not what they were, or no file can be written.
pub fn restamp(place: &Place<'_>, inputs: &Inputs, now: i64) -> Result<(), WriteError> {
    let stamps = inputs.settled(place.facts, now).ok_or(WriteError::Changed)?;
    for path in place.paths() {
        match mapped_at(&path) {
            Ok((mapped, contents)) => {
                return restamp_at(&path, mapped.unchecked(), Contents { inputs: stamps, ..contents });
            }
            Err(Unused::Missing) => {}
            Err(_) => return Err(WriteError::Changed),
        }
    }
    Err(WriteError::NoPlace)
}

fn restamp_at(path: &Path, (data, sums): (&[u8], &[u64]), contents: Contents) -> Result<(), WriteError> {
    let atomic = AtomicWriteFile::open(path)?;
    let mut file = BufWriter::new(atomic.as_file());
    file.seek(SeekFrom::Start(DATA as u64))?;
    file.write_all(data)?;
    end(file, data.len() as u64, sums, &contents)?;
    Ok(atomic.commit()?)
}

/// Takes away what a program left beside the file that was killed in the moment in which its own had a name but not yet
/// the right one. What is younger than some minutes may be another's that is still at work.
fn sweep(path: &Path, now: i64) {
    const MINUTES: i64 = 600_000_000_000;
    let begins = path.file_name().map(|name| [b".", name.as_encoded_bytes(), b"."].concat());
    let (Some(folder), Some(begins)) = (path.parent(), begins) else {
        return;
    };
    for entry in fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
        let is_old = entry.metadata().and_then(|metadata| modified(&metadata)).is_ok_and(|time| time < now - MINUTES);
        if is_old && entry.file_name().as_encoded_bytes().starts_with(&begins) {
            // What cannot be taken away now may be another time.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Writes to the first place that can be written to.
fn at_first(place: &Place<'_>, fill: impl Fn(&File) -> Result<(), WriteError>) -> Result<PathBuf, WriteError> {
    let mut why = WriteError::NoPlace;
    for path in place.paths() {
        match place.prepare(&path).and_then(|()| AtomicWriteFile::open(&path)) {
            Ok(atomic) => {
                fill(atomic.as_file())?;
                atomic.commit()?;
                return Ok(path);
            }
            Err(error) => why = error.into(),
        }
    }
    Err(why)
}

/// Writes what follows the data, and the head before it.
fn end(mut file: BufWriter<&File>, data: u64, sums: &[u64], contents: &Contents) -> Result<(), WriteError> {
    let contents = borsh::to_vec(contents)?;
    file.write_all(bytemuck::cast_slice(sums))?;
    file.write_all(&contents)?;
    file.seek(SeekFrom::Start(0))?;
    file.write_all(bytemuck::bytes_of(&Head::new(data, sums, &contents)))?;
    Ok(file.flush()?)
}

struct Writer<'f> {
    pages: Pages<BufWriter<&'f File>>,
    blocks: Vec<Block>,
}

impl<'f> Writer<'f> {
    fn new(file: &'f File) -> io::Result<Self> {
        let mut file = BufWriter::with_capacity(1 << 20, file);
        file.seek(SeekFrom::Start(DATA as u64))?;
        Ok(Self { pages: Pages::new(file), blocks: Vec::new() })
    }

    fn block(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let start = self.begin()?;
        self.pages.write_all(bytes)?;
        self.close(name, start);
        Ok(())
    }

    fn begin(&mut self) -> io::Result<u64> {
        self.pages.align(ALIGNED)?;
        Ok(self.pages.written())
    }

    fn close(&mut self, name: &str, start: u64) {
        self.blocks.push(Block { name: name.to_owned(), start, length: self.pages.written() - start });
    }

    /// Texts side by side, each given by filling a buffer.
    fn texts<T>(
        &mut self,
        names: &Texts<&str>,
        things: impl IntoIterator<Item = T>,
        fill: impl Fn(T, &mut Vec<u8>) -> Option<()>,
    ) -> Result<(), WriteError> {
        let start = self.begin()?;
        let (mut ends, mut buffer) = (Vec::new(), Vec::new());
        for thing in things {
            buffer.clear();
            fill(thing, &mut buffer).ok_or(WriteError::Elsewhere)?;
            self.pages.write_all(&buffer)?;
            ends.push(self.pages.written() - start);
        }
        self.close(names.bytes, start);
        Ok(self.block(names.ends, bytemuck::cast_slice(&ends))?)
    }

    /// The facts and what finds them; gives how many accounts they have.
    fn facts(&mut self, facts: &Facts, inputs: &Inputs) -> Result<u64, WriteError> {
        let files: HashMap<Arc<str>, u32> = inputs.names().cloned().zip(0..).collect();
        self.texts(&FACTS, facts, |fact, to| fact::write(fact, &files, to))?;
        let text = |text: &str, to: &mut Vec<u8>| {
            to.extend_from_slice(text.as_bytes());
            Some(())
        };
        self.texts(&IDS, facts, |fact, to| text(fact.id.as_str(), to))?;
        let mut earlier: BTreeMap<&str, u32> = BTreeMap::new();
        for (fact, place) in facts.iter().zip(0_u32..) {
            for id in &fact.was {
                earlier.entry(id.as_str()).or_insert(place);
            }
        }
        self.texts(&EARLIER, earlier.keys(), |id, to| text(id, to))?;
        self.block(EARLIER_OF, bytemuck::cast_slice(&earlier.into_values().collect::<Vec<u32>>()))?;
        self.lists(facts)?;
        Ok(facts.accounts() as u64)
    }

    fn lists(&mut self, facts: &Facts) -> Result<(), WriteError> {
        let mut ends: Vec<u64> = Vec::new();
        let start = self.begin()?;
        for list in List::all() {
            let places = facts.listed(list);
            self.pages.write_all(bytemuck::cast_slice(places))?;
            ends.push(ends.last().copied().unwrap_or_default() + places.len() as u64);
        }
        self.close(LISTS, start);
        Ok(self.block(LIST_ENDS, bytemuck::cast_slice(&ends))?)
    }

    fn graph(&mut self, graph: &KnowledgeGraph) -> Result<(), WriteError> {
        let mut done = Ok(());
        graph.each_column(&mut |name, bytes| {
            if done.is_ok() {
                done = self.block(name, bytes);
            }
        });
        Ok(done?)
    }

    fn finish(self, contents: Contents) -> Result<(), WriteError> {
        let data = self.pages.written();
        let (file, sums) = self.pages.finish()?;
        end(file, data, &sums, &Contents { blocks: self.blocks, ..contents })
    }
}
