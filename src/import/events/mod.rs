//! Machine-coded events of two actors: ICEWS, GDELT, POLECAT, and tables of source, relation, target and date.
//!
//! [`Reader`] gives row after row as a [`DyadRow`], fast and without a copy; [`Mirrors`] finds two rows that tell one
//! event; [`EventsImport`] makes records of them.

mod drafts;
mod format;
mod ids;
mod intake;
mod lines;
mod mirror;
mod order;
mod reader;
mod relation;
mod row;
mod shape;

pub use format::EventFormat;
pub use intake::{EventsImport, InputFile, Told};
pub use mirror::{Dyad, Mirrors};
pub use order::is_in_order;
pub use reader::Reader;
pub use relation::{Relation, RelationId, Scheme, relation, relations};
pub use row::{DyadActor, DyadPlace, DyadRow, NoRow, ReadError, WhyNot};
pub use shape::shape;

use crate::id::Id;

/// How rows become records.
#[derive(Clone, Debug)]
pub struct EventsOptions {
    /// What every id begins with, and the id of the source where there is one file.
    pub dataset: Id,
    /// The title of the source; without it the name of the file.
    pub title: Option<String>,
    /// By how many days a report can be later than what it tells.
    pub reported_within: u16,
    /// The format, where it is not to be found out.
    pub format: Option<EventFormat>,
    /// What becomes of two rows that tell one event, one from each side.
    pub mirrors: MirrorRule,
}

/// What becomes of two rows that tell one event, one from each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MirrorRule {
    /// They are one record, which cites both.
    #[default]
    Unite,
    /// Each is a record of its own.
    Keep,
}
