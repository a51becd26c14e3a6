//! Files to read.

use crate::cli::Failure;
use chancery::write::IntakeError;
use std::fs::File;
use std::io;
use std::path::Path;

/// A file that is read from front to back.
pub(crate) struct Input;

impl Input {
    /// Opens a file.
    ///
    /// # Errors
    /// If it cannot be, or is a folder.
    pub(crate) fn open(path: &Path) -> Result<File, Failure> {
        let opened = File::open(path).and_then(|file| match file.metadata()?.is_dir() {
            true => Err(io::ErrorKind::IsADirectory.into()),
            false => Ok(file),
        });
        opened.map_err(|error| Self::failure(path, error))
    }

    /// Why a file could not be read, or what was read of it not be kept.
    pub(crate) fn failure(path: &Path, error: io::Error) -> Failure {
        let error = match error.downcast::<IntakeError>() {
            Ok(refused) => return refused.into(),
            Err(error) => error,
        };
        let full = error.to_string();
        let reason = full.split(" (os error").next().unwrap_or(&full).to_lowercase();
        Failure::Import { message: format!("{} could not be read: {reason}", path.display()), hint: None }
    }
}
