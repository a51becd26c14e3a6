//! Only the first or the last.

use chancery::query::End;

/// Only the first or the last.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Counting")]
pub(crate) struct EndArgs {
    /// Only the first by date
    #[arg(long, conflicts_with_all = ["final", "limit", "sort"])]
    first: bool,
    /// Only the last by date
    #[arg(long = "final", id = "final", conflicts_with_all = ["limit", "sort"])]
    last: bool,
}

impl EndArgs {
    /// Which end is wanted, if one is.
    pub(crate) fn end(&self) -> Option<End> {
        match (self.first, self.last) {
            (true, _) => Some(End::First),
            (_, true) => Some(End::Last),
            _ => None,
        }
    }
}
