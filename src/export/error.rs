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
    /// A format that holds counts of pairs was given none.
    #[error("there are no counts of pairs to write")]
    NoPanel,
    /// The program was built without the format.
    #[error("this build of chancery does not write {0}")]
    NotBuilt(&'static str),
}
