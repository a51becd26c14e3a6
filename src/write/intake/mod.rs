//! Intake: many new records on their way into a folder of facts.
//!
//! Records are written to hidden files beside the facts as they come, so that memory does not grow with them. At the end
//! the files take the place of what lies there: of a new folder all in one step; of an old one each in one step, with a
//! journal by which the next intake completes what was interrupted. Until then the facts are as they were.
//!
//! What lies in the folder already is not added again: a record with the id of one that cites the same source is taken to
//! be the same, and what somebody changed in it since stays.

mod journal;
mod known;
mod stage;
mod turn;

use super::{Draft, ReplaceError};
use crate::diagnostic::Diagnostic;
use known::{Held, Known, New};
use rayon::prelude::*;
use stage::Stage;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use turn::Turn;

/// So many records are looked at together.
const TOGETHER: usize = 4096;

/// Records on their way into a folder.
#[derive(Debug)]
pub struct Intake {
    known: Known,
    /// Records that were not looked at yet, with their files.
    waiting: Vec<(Arc<str>, Draft)>,
    stage: Stage,
    taken: Taken,
    /// Given up last, once everything lies in its place.
    _turn: Turn,
}

/// What an intake did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// How many records are new in the folder.
    pub added: u64,
    /// How many lay there as they came.
    pub there: u64,
    /// How many lay there with other words, by somebody's hand or from an earlier state of the source, and were left.
    pub changed: u64,
    /// The files that were written, relative to the folder.
    pub files: Vec<String>,
}

/// Why nothing, or not everything, was written.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    /// A file or folder could not be read or written.
    #[error("{} could not be written: {error}", path.display())]
    File {
        /// Which one.
        path: PathBuf,
        /// Why.
        error: ReplaceError,
    },
    /// A file to be added to is no whole list of records.
    #[error("{} is broken, so that nothing can be added to it", path.display())]
    Broken {
        /// Which one.
        path: PathBuf,
        /// What is wrong with it.
        problems: Vec<Diagnostic>,
    },
    /// A record can not be read again as it would be written.
    #[error("a record could not be written: {}", .0.message)]
    Record(Box<Diagnostic>),
    /// A file has no name under which facts are found again.
    #[error("`{0}` is no name for a file of facts")]
    Name(String),
}

impl IntakeError {
    pub(self) fn file(path: &Path) -> impl Fn(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |error| Self::File { path: path.clone(), error: error.into() }
    }
}

/// Completes or takes back what an intake into the folder of this turn was interrupted at; tells whether anything was
/// completed. [`Intake::open`] does it by itself.
///
/// # Errors
/// If a file cannot be written; the next attempt goes on from there.
pub fn recover(turn: &Turn) -> Result<bool, IntakeError> {
    journal::recover(turn.dir())
}

impl Intake {
    /// Begins an intake into the folder of a turn, which is made at the end where there is none. `settings` is the text of its
    /// `chancery.ron`, if it is to get one where it has none.
    ///
    /// Reads all facts of the folder once, file after file; of each record it keeps a digest.
    ///
    /// # Errors
    /// If the folder cannot be written to.
    pub fn open(turn: Turn, settings: Option<&str>) -> Result<Self, IntakeError> {
        let dir = turn.dir();
        journal::recover(dir)?;
        let known = Known::of(dir);
        let mut stage = Stage::new(dir)?;
        if let Some(settings) = settings {
            stage.settings(settings)?;
        }
        Ok(Self { known, waiting: Vec::new(), stage, taken: Taken::default(), _turn: turn })
    }

    /// Takes a record for the fact file of this name, without its ending: `visits`, or `events/1974`. It goes behind the
    /// records of the file, and those that came before it. Some thousand records are looked at together, by as many
    /// threads as there are, so that what is wrong with one may be told later, and at the [end](Self::finish) at the latest.
    ///
    /// # Errors
    /// If a record or the name is none, or a record cannot be kept.
    pub fn add(&mut self, file: &str, record: Draft) -> Result<(), IntakeError> {
        let file = match self.waiting.last() {
            Some((last, _)) if **last == *file => last.clone(),
            _ => file.into(),
        };
        self.waiting.push((file, record));
        if self.waiting.len() < TOGETHER { Ok(()) } else { self.keep() }
    }

    /// Writes what waits.
    fn keep(&mut self) -> Result<(), IntakeError> {
        let waiting = std::mem::take(&mut self.waiting);
        let look = |(_, record): &(Arc<str>, Draft)| self.known.look(record).map_err(IntakeError::Record);
        let looked: Vec<Result<New, IntakeError>> = waiting.par_iter().map(look).collect();
        let files: Vec<Arc<str>> = waiting.iter().map(|(file, _)| file.clone()).collect();
        // Giving many small things back takes a while as well.
        waiting.into_par_iter().for_each(drop);
        for (file, new) in files.iter().zip(looked) {
            let new = new?;
            match self.known.take(&new) {
                Held::New => {
                    self.stage.add(file, new.text.bytes())?;
                    self.taken.added += 1;
                }
                Held::Same => self.taken.there += 1,
                Held::Changed => self.taken.changed += 1,
            }
        }
        Ok(())
    }

    /// Puts everything into the folder.
    ///
    /// # Errors
    /// If a record is none, or a file is broken, was changed meanwhile, or cannot be written. Nothing was changed then, unless
    /// writing failed between two files: the next intake completes that.
    pub fn finish(mut self) -> Result<Taken, IntakeError> {
        self.keep()?;
        self.taken.files = self.stage.commit()?;
        Ok(self.taken)
    }
}
