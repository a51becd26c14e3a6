//! What lies in a folder already.

use crate::diagnostic::Diagnostic;
use crate::read::{PlacedRecord, SourceText, files, item_digest, read_file, read_texts};
use crate::record::Record;
use crate::write::Draft;
use crate::write::draft::read;
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
            for PlacedRecord { record, digest, .. } in read_texts([(String::new(), text.bytes().to_vec())]).records {
                let told = Told { digest: short(&digest), is_taken: false };
                known.records.entry(known.key(&record)).or_default().push(told);
            }
        }
        known
    }

    /// Id and source. Hashed twice with keys of this run, so that no file can bring about that two fall together.
    fn key(&self, record: &Record) -> u128 {
        let source = record.evidence.source.first().map(|citation| citation.source.as_str());
        let key = (record.head.id.as_str(), source);
        let [high, low] = self.hashers.each_ref().map(|hasher| u128::from(hasher.hash_one(key)));
        high << 64 | low
    }

    /// Reads a new record, and works out by what it is known again; it is written as it is here.
    ///
    /// # Errors
    /// If it cannot be read.
    pub(super) fn look(&self, draft: &Draft) -> Result<New, Box<Diagnostic>> {
        let (record, text) = read(draft.text()).map_err(Box::new)?;
        let digest = if self.records.is_empty() { 0 } else { short(&item_digest(text.bytes())) };
        Ok(New { key: self.key(&record), digest, text })
    }

    /// Finds the record of the folder that a new one is, each of them once: the one with the same words if there is any.
    pub(super) fn take(&mut self, new: &New) -> Held {
        let Some(told) = self.records.get_mut(&new.key) else { return Held::New };
        let same = told.iter().position(|told| !told.is_taken && told.digest == new.digest);
        let Some(at) = same.or_else(|| told.iter().position(|told| !told.is_taken)) else { return Held::New };
        if let Some(told) = told.get_mut(at) {
            told.is_taken = true;
        }
        if same.is_some() { Held::Same } else { Held::Changed }
    }
}

/// A new record that can be read, as it is to be written.
#[derive(Debug)]
pub(super) struct New {
    key: u128,
    digest: u64,
    pub(super) text: SourceText,
}

/// The first bytes of what a record says, whatever its layout.
fn short(digest: &[u8; 32]) -> u64 {
    digest.iter().take(8).fold(0, |digest, byte| digest << 8 | u64::from(*byte))
}
