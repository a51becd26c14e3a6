//! Where the records of an import go.

use chancery::write::{Draft, Intake, IntakeError, Taken};
use std::collections::BTreeMap;
use std::io;

/// So many records are shown where nothing is written.
const SHOWN: usize = 10;

/// Where records go.
pub(super) enum Receiver {
    /// Into a folder.
    Folder(Box<Intake>),
    /// Nowhere; the first are shown.
    Shown(Shown),
}

/// Records of which the first are kept, and the others counted.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// The first, with the comma after each.
    pub(super) first: String,
    shown: usize,
    /// How many there were, by file.
    pub(super) files: BTreeMap<String, u64>,
}

/// What became of the records.
pub(super) enum Done {
    /// They were put into a folder.
    Taken(Taken),
    /// They were looked at.
    Shown(Shown),
}

impl Receiver {
    pub(super) fn take(&mut self, file: &str, record: Draft) -> io::Result<()> {
        match self {
            Self::Folder(intake) => intake.add(file, record).map_err(io::Error::other),
            Self::Shown(shown) => shown.take(file, &record).map_err(io::Error::other),
        }
    }

    pub(super) fn finish(self) -> Result<Done, IntakeError> {
        Ok(match self {
            Self::Folder(intake) => Done::Taken(intake.finish()?),
            Self::Shown(shown) => Done::Shown(shown),
        })
    }
}

impl Shown {
    fn take(&mut self, file: &str, record: &Draft) -> Result<(), IntakeError> {
        record.check().map_err(|problem| IntakeError::Record(Box::new(problem)))?;
        *self.files.entry(file.to_owned()).or_default() += 1;
        if self.shown < SHOWN {
            self.shown += 1;
            self.first += &format!("    {},\n", record.text());
        }
        Ok(())
    }

    /// How many are not shown.
    pub(super) fn more(&self) -> u64 {
        self.files.values().sum::<u64>() - self.shown as u64
    }
}
