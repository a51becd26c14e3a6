//! What lies in a folder already.

use crate::diagnostic::Diagnostic;
use crate::read::{PlacedRecord, files, read_file, read_texts};
use crate::write::Draft;
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::path::Path;

/// The records of a folder, by what makes a new one the same.
#[derive(Debug, Default)]
pub(super) struct Known {
    hashers: [RandomState; 2],
    records: HashMap<u128, Vec<Told>>,
}

/// A record of the folder, and whether a new one was found to be the same.
#[derive(Debug)]
struct Told {
    digest: u64,
    is_taken: bool,
}

/// How a new record stands to those of the folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    New,
    Same,
    Changed,
}

impl Known {
    /// Reads one file after the other; what cannot be read is none that could be added twice.
    pub(super) fn of(dir: &Path) -> Self {
        let mut known = Self::default();
        let found = if dir.is_dir() { files(dir).0 } else { Vec::new() };
        for file in found {
            let Ok(text) = read_file(&file) else { continue };
            for record in read_texts([(String::new(), text.bytes().to_vec())]).records {
                let told = Told { digest: digest(&record), is_taken: false };
                known.records.entry(known.key(&record)).or_default().push(told);
            }
        }
        known
    }

    /// Id and source. Hashed twice with keys of this run, so that no file can bring about that two fall together.
    fn key(&self, record: &PlacedRecord) -> u128 {
        let source = record.record.evidence.source.first().map(|citation| citation.source.as_str());
        let key = (record.record.head.id.as_str(), source);
        let [high, low] = self.hashers.each_ref().map(|hasher| u128::from(hasher.hash_one(key)));
        high << 64 | low
    }

    /// Finds the record of the folder that a new one is, each of them once: the one with the same words if there is any.
    ///
    /// # Errors
    /// If the new one cannot be read.
    pub(super) fn take(&mut self, draft: &Draft, text: &str) -> Result<Held, Box<Diagnostic>> {
        if self.records.is_empty() {
            return draft.check().map(|_| Held::New).map_err(Box::new);
        }
        let mut loaded = read_texts([("the new record".to_owned(), format!("[{text}]").into_bytes())]);
        if let Some(problem) = loaded.problems.pop() {
            return Err(Box::new(problem));
        }
        let Some(record) = loaded.records.pop() else { return Ok(Held::New) };
        let key = self.key(&record);
        let Some(told) = self.records.get_mut(&key) else { return Ok(Held::New) };
        let own = digest(&record);
        let same = told.iter().position(|told| !told.is_taken && told.digest == own);
        let Some(at) = same.or_else(|| told.iter().position(|told| !told.is_taken)) else { return Ok(Held::New) };
        if let Some(told) = told.get_mut(at) {
            told.is_taken = true;
        }
        Ok(if same.is_some() { Held::Same } else { Held::Changed })
    }
}

/// The first bytes of what a record says, whatever its layout.
fn digest(record: &PlacedRecord) -> u64 {
    record.digest.iter().take(8).fold(0, |digest, byte| digest << 8 | u64::from(*byte))
}
