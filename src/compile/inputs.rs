//! Inputs: the files of a facts folder, and how to tell that they hold what they held.

use super::Unused;
use crate::read::folder::shown;
use crate::read::settings;
use crate::read::{FactFile, files, table_files};
use borsh::{BorshDeserialize, BorshSerialize};
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_128;

/// A file that was changed so shortly before it was looked at may have been changed again in the same tick of its clock.
const RACY: i64 = 2_000_000_000;

/// What is known of a file. Times are in nanoseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub(super) struct Stamp {
    /// The path from the folder on.
    path: Vec<u8>,
    size: u64,
    modified: i64,
    /// The number of the file in its file system, where it has one.
    inode: u64,
    /// When it was seen to be so.
    seen: i64,
    /// A digest of its bytes.
    digest: Option<u128>,
}

impl Stamp {
    fn of(file: &FactFile, folder: &Path, seen: i64) -> io::Result<Self> {
        let metadata = fs::metadata(&file.path)?;
        let below = file.path.strip_prefix(folder).unwrap_or(&file.path);
        let stamp = Self {
            path: below.as_os_str().as_encoded_bytes().to_vec(),
            size: metadata.len(),
            modified: modified(&metadata)?,
            inode: inode(&metadata),
            seen,
            digest: None,
        };
        // What was changed just now is looked at as a whole, as its time does not tell whether it is changed again.
        if stamp.is_racy() { stamp.with_digest(file) } else { Ok(stamp) }
    }

    fn is_racy(&self) -> bool {
        self.modified > self.seen.saturating_sub(RACY)
    }

    fn with_digest(mut self, file: &FactFile) -> io::Result<Self> {
        if self.digest.is_none() {
            self.digest = Some(xxh3_128(&fs::read(&file.path)?));
        }
        Ok(self)
    }

    /// Whether the two are surely of one file that was not changed in between.
    fn is_unchanged(&self, since: &Self) -> bool {
        let key = |one: &Self| (one.size, one.modified, one.inode);
        key(self) == key(since) && !since.is_racy()
    }
}

/// The files of a facts folder as they were at a time.
#[derive(Clone, Debug)]
pub struct Inputs {
    files: Vec<FactFile>,
    pub(super) stamps: Vec<Stamp>,
    /// What stands before the path of a file where the user is told of it.
    pub(super) prefix: String,
}

impl Inputs {
    /// Looks at the files of a folder, or at a single one. `now` is the time in nanoseconds since 1970.
    ///
    /// `None` where something there cannot be looked at: such a folder is not compiled.
    pub fn look(facts: &Path, now: i64) -> Option<Self> {
        let (mut all, problems) = files(facts);
        if !problems.is_empty() {
            return None;
        }
        let settings = settings::path(facts).filter(|path| path.symlink_metadata().is_ok());
        all.extend(table_files(facts).into_iter().map(|path| FactFile { name: shown(&path), path }));
        all.extend(settings.map(|path| FactFile { name: shown(&path), path }));
        let stamps: io::Result<Vec<Stamp>> = all.iter().map(|file| Stamp::of(file, facts, now)).collect();
        Some(Self { files: all, stamps: stamps.ok()?, prefix: prefix(facts)? })
    }

    /// How many bytes they have together.
    pub fn bytes(&self) -> u64 {
        self.stamps.iter().map(|stamp| stamp.size).sum()
    }

    /// How the user is told of each file.
    pub(super) fn names(&self) -> impl Iterator<Item = &Arc<str>> {
        self.files.iter().map(|file| &file.name)
    }

    /// Whether the files hold what others held, and whether that took reading any of which the time would tell it by now.
    pub(super) fn stand_for(&self, held: &[Stamp]) -> Result<bool, Unused> {
        let same_paths = self.stamps.len() == held.len()
            && self.stamps.iter().zip(held).all(|(now, then)| now.path == then.path && now.size == then.size);
        if !same_paths {
            return Err(Unused::Changed);
        }
        let mut looked = false;
        for ((now, then), file) in self.stamps.iter().zip(held).zip(&self.files) {
            if !now.is_unchanged(then) {
                looked |= !now.is_racy();
                let digest = now.clone().with_digest(file).map_err(|_| Unused::Changed)?.digest;
                if digest != then.digest {
                    return Err(Unused::Changed);
                }
            }
        }
        Ok(looked)
    }

    /// What is to be kept of the files once they were read: they as they are now, each with its digest. `None` if one was
    /// changed since, or may have been.
    pub(super) fn settled(&self, facts: &Path, now: i64) -> Option<Vec<Stamp>> {
        let later = Self::look(facts, now)?;
        later.stand_for(&self.stamps).ok()?;
        let settled = later.stamps.iter().zip(&later.files).map(|(stamp, file)| stamp.clone().with_digest(file));
        let settled: Vec<Stamp> = settled.collect::<io::Result<_>>().ok()?;
        // The digests are of what was read only if nothing was changed until they were made either.
        let last = Self::look(facts, now)?;
        last.stand_for(&settled).ok()?;
        Some(settled)
    }
}

#[cfg(unix)]
pub(super) fn modified(metadata: &fs::Metadata) -> io::Result<i64> {
    use std::os::unix::fs::MetadataExt;
    Ok(metadata.mtime().saturating_mul(1_000_000_000).saturating_add(metadata.mtime_nsec()))
}

#[cfg(not(unix))]
pub(super) fn modified(metadata: &fs::Metadata) -> io::Result<i64> {
    let since = metadata.modified()?.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Ok(i64::try_from(since.as_nanos()).unwrap_or(i64::MAX))
}

#[cfg(unix)]
fn inode(metadata: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn inode(_: &fs::Metadata) -> u64 {
    0
}

/// What stands before the path of a file from the folder on, where the user is told of it; all of it for a single file.
fn prefix(facts: &Path) -> Option<String> {
    let named = shown(&if facts.is_dir() { facts.join("x") } else { facts.to_owned() });
    if facts.is_dir() { named.strip_suffix('x').map(str::to_owned) } else { Some(named.to_string()) }
}
