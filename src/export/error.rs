//! Why an answer could not be written.

use crate::query::row::UnknownColumn;
use std::io;

/// Why an answer could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The writer failed; a closed pipe is among these.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A column was asked for that the rows do not have.
    #[error(transparent)]
    UnknownColumn(#[from] UnknownColumn),
}
