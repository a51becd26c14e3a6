//! The hidden files in which new records wait.

use super::journal::{self, Change};
use super::{IntakeError, ReplaceError};
use crate::read::{SourceText, holds_facts, sha256};
use crate::write::append;
use crate::write::replace::check_writable;
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// So many files are held open at a time; systems allow for a few hundred.
const OPEN: usize = 64;

/// What stands between two records.
const BETWEEN: &str = ",\n    ";

/// Where the place of the new records is looked for in a file.
const MARK: &str = "Mark()";

/// The files of an intake, in a hidden folder that goes with it.
#[derive(Debug)]
pub(super) struct Stage {
    dir: PathBuf,
    /// The hidden folder.
    root: PathBuf,
    parts: BTreeMap<String, Part>,
    open: usize,
    /// Whether the folder is to stay, because a journal in it says what is still to be done.
    decided: bool,
}

/// A file that is being written.
#[derive(Debug)]
struct Part {
    path: PathBuf,
    writer: Option<BufWriter<File>>,
    /// What follows the new records.
    tail: String,
    is_empty: bool,
    change: Change,
}

impl Stage {
    pub(super) fn new(dir: &Path) -> Result<Self, IntakeError> {
        let root = journal::root(dir);
        let made = fs::create_dir_all(root.join(journal::NEW));
        made.map_err(IntakeError::file(&root))?;
        Ok(Self { dir: dir.to_owned(), root, parts: BTreeMap::new(), open: 0, decided: false })
    }

    /// Gives the folder its settings, if it has none.
    pub(super) fn settings(&mut self, text: &str) -> Result<(), IntakeError> {
        let name = "chancery.ron";
        if self.dir.join(name).exists() {
            return Ok(());
        }
        let path = self.root.join(journal::NEW).join(name);
        fs::write(&path, text).map_err(IntakeError::file(&path))?;
        let change = Change { name: name.to_owned(), before: None };
        let part = Part { path, writer: None, tail: String::new(), is_empty: true, change };
        self.parts.insert(name.to_owned(), part);
        Ok(())
    }

    /// Adds a record behind the others of a file.
    pub(super) fn add(&mut self, file: &str, record: &[u8]) -> Result<(), IntakeError> {
        if !self.parts.contains_key(file) {
            let part = self.begin(file)?;
            self.parts.insert(file.to_owned(), part);
        }
        if self.open >= OPEN && self.parts.get(file).is_some_and(|part| part.writer.is_none()) {
            self.close_all()?;
        }
        let Some(part) = self.parts.get_mut(file) else { return Ok(()) };
        self.open += usize::from(part.writer.is_none());
        part.add(record).map_err(IntakeError::file(&part.path))
    }

    /// Begins a file with what stands there before the new records.
    fn begin(&self, file: &str) -> Result<Part, IntakeError> {
        let name = format!("{file}.ron");
        if !holds_facts(Path::new(&name)) || name.contains(char::is_control) {
            return Err(IntakeError::Name(file.to_owned()));
        }
        let target = self.dir.join(&name);
        let before = held(&target)?;
        let digest = before.as_ref().map(|bytes| sha256(bytes));
        let text = SourceText::new(target.to_string_lossy(), before.unwrap_or_default());
        let broken = |problems| IntakeError::Broken { path: target.clone(), problems };
        let marked = append(&text, MARK).map_err(broken)?;
        let head = marked.text.get(..marked.record.start).unwrap_or_default();
        let tail = marked.text.get(marked.record.end..).unwrap_or_default().to_owned();
        let path = self.root.join(journal::NEW).join(&name);
        let made = path.parent().map_or(Ok(()), fs::create_dir_all);
        made.and_then(|()| fs::write(&path, head)).map_err(IntakeError::file(&path))?;
        Ok(Part { path, writer: None, tail, is_empty: true, change: Change { name, before: digest } })
    }

    /// Closes every file; each is opened again when its next record comes.
    fn close_all(&mut self) -> Result<(), IntakeError> {
        for part in self.parts.values_mut() {
            if let Some(mut writer) = part.writer.take() {
                writer.flush().map_err(IntakeError::file(&part.path))?;
            }
        }
        self.open = 0;
        Ok(())
    }

    /// Puts the files into the folder; gives their names.
    pub(super) fn commit(&mut self) -> Result<Vec<String>, IntakeError> {
        for part in self.parts.values_mut() {
            part.end().map_err(IntakeError::file(&part.path))?;
        }
        let changes: Vec<Change> = self.parts.values().map(|part| part.change.clone()).collect();
        let is_beside = !self.root.starts_with(&self.dir);
        if is_beside && self.dir.exists() {
            return Err(IntakeError::File { path: self.dir.clone(), error: ReplaceError::Changed });
        }
        if is_beside {
            let new = self.root.join(journal::NEW);
            journal::sync(&new).and_then(|()| fs::rename(&new, &self.dir)).map_err(IntakeError::file(&self.dir))?;
        } else if !changes.is_empty() {
            self.check_unchanged()?;
            journal::write(&self.root, &changes)?;
            self.decided = true;
            journal::apply(&self.dir, &self.root, &changes)?;
            self.decided = false;
        }
        Ok(changes.into_iter().map(|change| change.name).collect())
    }

    /// Refuses to go on where a file is not what it was when the intake began to write it.
    fn check_unchanged(&self) -> Result<(), IntakeError> {
        for part in self.parts.values() {
            let target = self.dir.join(&part.change.name);
            if held(&target)?.map(|bytes| sha256(&bytes)) != part.change.before {
                return Err(IntakeError::File { path: target, error: ReplaceError::Changed });
            }
            if part.change.before.is_some() {
                let check = check_writable(&target);
                check.map_err(|error| IntakeError::File { path: target.clone(), error })?;
                let permissions = fs::metadata(&target).map(|metadata| metadata.permissions());
                let kept = permissions.and_then(|permissions| fs::set_permissions(&part.path, permissions));
                kept.map_err(IntakeError::file(&part.path))?;
            }
        }
        Ok(())
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if !self.decided {
            let _ = fs::remove_dir_all(&self.root);
        }
    }
}

impl Part {
    fn writer(&mut self) -> std::io::Result<&mut BufWriter<File>> {
        if self.writer.is_none() {
            self.writer = Some(BufWriter::new(OpenOptions::new().append(true).open(&self.path)?));
        }
        self.writer.as_mut().ok_or_else(|| std::io::ErrorKind::Other.into())
    }

    fn add(&mut self, record: &[u8]) -> std::io::Result<()> {
        let between = if self.is_empty { "" } else { BETWEEN };
        self.is_empty = false;
        let writer = self.writer()?;
        writer.write_all(between.as_bytes())?;
        writer.write_all(record)
    }

    fn end(&mut self) -> std::io::Result<()> {
        let tail = std::mem::take(&mut self.tail);
        let writer = self.writer()?;
        writer.write_all(tail.as_bytes())?;
        writer.flush()?;
        writer.get_ref().sync_all()?;
        self.writer = None;
        Ok(())
    }
}

/// What a file holds; none where there is none.
fn held(path: &Path) -> Result<Option<Vec<u8>>, IntakeError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(IntakeError::file(path)(error)),
    }
}
