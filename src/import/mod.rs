//! Importers: from the formats of others to records, never to facts.
//!
//! An importer reads its input once, from front to back, and gives each record to a [`Sink`] as it goes; what it can't
//! read it lists and leaves out. It decides nothing about the facts: two rows about one event become two records, and
//! [`resolve`](crate::resolve) makes of them what it makes of any others. Where records are written to, what is shown
//! meanwhile and whether the same input was there before is the business of whoever calls it.

pub mod events;
pub mod hsg;
pub mod table_map;
mod tally;

pub use tally::{Aside, Skipped, Tally};

use crate::write::Draft;
use std::io;

/// What takes the records of an importer.
pub trait Sink {
    /// Takes a record for the fact file of this name, without its ending: `visits`, or `events/1974`. Records of one
    /// file come in the order in which they are to stand there; those of several files may come mixed.
    ///
    /// # Errors
    /// If it can't be kept; the importer stops.
    fn record(&mut self, file: &str, record: Draft) -> io::Result<()>;

    /// Hears how many bytes of the input were read since the last time.
    fn advance(&mut self, bytes: u64);
}
