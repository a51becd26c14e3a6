//! The journal: what is still to be done once an intake was decided.
//!
//! A new folder takes its place in one step and needs none. In an old one, several files are replaced one after the other;
//! the journal names them before the first is, and goes after the last. Whoever finds it completes it.

use super::IntakeError;
use crate::read::sha256;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// The folder of the new files in the hidden one.
pub(super) const NEW: &str = "new";

const ROOT: &str = ".chancery-import";
const LOCK: &str = ".chancery-import.lock";
const JOURNAL: &str = "journal";
const UNFINISHED: &str = "journal.part";

/// A file that is replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// Its path from the folder.
    pub(super) name: String,
    /// The digest of what it held; none where there was none.
    pub(super) before: Option<String>,
}

/// The hidden folder of an intake: in the folder it is for, or beside it where that is still to be made.
pub(super) fn root(dir: &Path) -> PathBuf {
    if dir.exists() { dir.join(ROOT) } else { beside(dir) }
}

/// The file that is locked by whoever imports into a folder.
pub(super) fn lock(dir: &Path) -> PathBuf {
    if dir.is_dir() { dir.join(LOCK) } else { hidden_beside(dir, LOCK) }
}

fn beside(dir: &Path) -> PathBuf {
    hidden_beside(dir, ROOT)
}

fn hidden_beside(dir: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(dir.file_name().unwrap_or_default());
    name.push(ending);
    dir.with_file_name(name)
}

/// Completes or takes back an intake that was interrupted; tells whether anything was completed.
pub(super) fn recover(dir: &Path) -> Result<bool, IntakeError> {
    let beside = beside(dir);
    if beside.exists() {
        fs::remove_dir_all(&beside).map_err(IntakeError::file(&beside))?;
    }
    let root = dir.join(ROOT);
    let journal = match fs::read_to_string(root.join(JOURNAL)) {
        Ok(text) => parse(&text),
        Err(_) if root.exists() => {
            fs::remove_dir_all(&root).map_err(IntakeError::file(&root))?;
            return Ok(false);
        }
        Err(_) => return Ok(false),
    };
    apply(dir, &root, &journal)?;
    Ok(true)
}

/// Writes the journal, from which moment on the intake is decided.
pub(super) fn write(root: &Path, changes: &[Change]) -> Result<(), IntakeError> {
    let line = |change: &Change| format!("{} {}\n", change.before.as_deref().unwrap_or("-"), change.name);
    let text: String = changes.iter().map(line).collect();
    let (part, journal) = (root.join(UNFINISHED), root.join(JOURNAL));
    let written = fs::write(&part, text).and_then(|()| File::open(&part)?.sync_all());
    let renamed = written.and_then(|()| sync(&root.join(NEW))).and_then(|()| fs::rename(&part, &journal));
    renamed.and_then(|()| sync(root)).map_err(IntakeError::file(&journal))
}

fn parse(text: &str) -> Vec<Change> {
    let line = |line: &str| {
        let (before, name) = line.split_once(' ')?;
        Some(Change { name: name.to_owned(), before: Some(before.to_owned()).filter(|before| before != "-") })
    };
    text.lines().filter_map(line).collect()
}

/// Moves the new files to their places and takes the hidden folder away. A file that somebody changed since the intake was
/// decided is left: what it lacks is new to the next intake.
pub(super) fn apply(dir: &Path, root: &Path, changes: &[Change]) -> Result<(), IntakeError> {
    for change in changes {
        let (new, target) = (root.join(NEW).join(&change.name), dir.join(&change.name));
        let now = fs::read(&target).ok().map(|bytes| sha256(&bytes));
        if new.exists() && now == change.before {
            let target = fs::canonicalize(&target).unwrap_or(target);
            let made = target.parent().map_or(Ok(()), fs::create_dir_all);
            made.and_then(|()| fs::rename(&new, &target)).map_err(IntakeError::file(&target))?;
        }
    }
    sync(dir).map_err(IntakeError::file(dir))?;
    // The journal goes first: without it the rest is only left over.
    let removed = fs::remove_file(root.join(JOURNAL)).and_then(|()| fs::remove_dir_all(root));
    removed.map_err(IntakeError::file(root))
}

/// Makes the names in a folder last; where a system knows no such thing, there is nothing to do.
pub(super) fn sync(folder: &Path) -> io::Result<()> {
    match File::open(folder) {
        Ok(folder) if cfg!(unix) => folder.sync_all(),
        _ => Ok(()),
    }
}
