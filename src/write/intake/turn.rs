//! Turns: one import into a folder at a time.
//!
//! Whoever imports holds an advisory lock of the system on a hidden file, in the folder or beside it where that is still to
//! be made. The system releases it when the process ends, however it ends, so that nobody has to look after one that was
//! left; the file itself is taken away by whoever held the lock, or by the next who does.

use super::IntakeError;
use super::journal;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The turn to import into a folder; it ends when this is dropped.
#[derive(Debug)]
pub struct Turn {
    dir: PathBuf,
    path: PathBuf,
    /// Locked as long as it is open.
    file: Option<File>,
}

impl Turn {
    /// The turn to import into a folder, if nobody else has it.
    ///
    /// # Errors
    /// If the folder, or that in which it is to be made, cannot be written to.
    pub fn now(dir: &Path) -> Result<Option<Self>, IntakeError> {
        Self::take(dir, |file| match file.try_lock() {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(error)) => unlockable(error),
        })
    }

    /// The same, once nobody else has it.
    ///
    /// # Errors
    /// As [`Turn::now`].
    pub fn wait(dir: &Path) -> Result<Self, IntakeError> {
        loop {
            if let Some(turn) = Self::take(dir, |file| file.lock().map(|()| true).or_else(unlockable))? {
                return Ok(turn);
            }
        }
    }

    /// The same turn in the folder itself, if it was made since.
    ///
    /// # Errors
    /// As [`Turn::now`].
    pub fn moved_in(self) -> Result<Self, IntakeError> {
        if self.path == journal::lock(&self.dir) { Ok(self) } else { Self::wait(&self.dir) }
    }

    /// The folder.
    pub(super) fn dir(&self) -> &Path {
        &self.dir
    }

    fn take(dir: &Path, lock: impl Fn(&File) -> io::Result<bool>) -> Result<Option<Self>, IntakeError> {
        loop {
            let path = journal::lock(dir);
            let failure = IntakeError::file(&path);
            let made = path.parent().filter(|parent| !parent.as_os_str().is_empty()).map_or(Ok(()), fs::create_dir_all);
            let opened = made.and_then(|()| OpenOptions::new().create(true).truncate(false).write(true).open(&path));
            let file = opened.map_err(&failure)?;
            if !lock(&file).map_err(&failure)? {
                return Ok(None);
            }
            // Whoever had the turn before may have taken the file away, or made the folder in which it belongs now.
            if is_at(&file, &path) && path == journal::lock(dir) {
                return Ok(Some(Self { dir: dir.to_owned(), path, file: Some(file) }));
            }
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        // Elsewhere it cannot be told whether a file that was opened is the one that lies there now.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
        self.file = None;
    }
}

/// On a disk that knows no locks there are none to wait for.
fn unlockable(error: io::Error) -> io::Result<bool> {
    if error.kind() == io::ErrorKind::Unsupported { Ok(true) } else { Err(error) }
}

/// Whether an open file is the one at a path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let place = |found: fs::Metadata| (found.dev(), found.ino());
    matches!((file.metadata().map(place), fs::metadata(path).map(place)), (Ok(one), Ok(other)) if one == other)
}

#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}
