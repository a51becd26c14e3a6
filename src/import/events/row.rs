//! Rows: who did what to whom when, as a line of a file has it.

use super::relation::RelationId;
use crate::date::Day;
use std::io;

/// One actor of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct DyadActor<'a> {
    /// The name, as printed; the code where there is no name.
    pub name: &'a str,
    /// The code or outside id; empty where the format has none.
    pub code: &'a str,
    /// The country, in the words or code of the format; empty where it has none.
    pub country: &'a str,
}

/// The place of a row. What is not stated is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct DyadPlace<'a> {
    /// The town or the full name.
    pub name: &'a str,
    /// The country.
    pub country: &'a str,
    /// Degrees north.
    pub latitude: &'a str,
    /// Degrees east.
    pub longitude: &'a str,
}

/// A line of a file of machine-coded events: two actors, a relation and a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DyadRow<'a> {
    /// The line, from 1.
    pub line: u64,
    /// Who acts.
    pub source: DyadActor<'a>,
    /// Towards whom.
    pub target: DyadActor<'a>,
    /// What happens between them.
    pub relation: RelationId,
    /// The day by which the row is dated: that of the report.
    pub day: Day,
    /// Where.
    pub place: DyadPlace<'a>,
}

/// A line that is no row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoRow {
    /// The line, from 1.
    pub line: u64,
    /// Why not.
    pub why: WhyNot,
}

/// Why a line is no row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum WhyNot {
    /// Its relation is none of the table.
    Relation(String),
    /// An actor is not named: the source, or the target.
    Unnamed(&'static str),
    /// Both actors are the same.
    OneActor,
    /// Anything else, in a sentence.
    Unreadable(String),
}

/// Why a file cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The system refused.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// It is in none of the formats.
    #[error("{0}")]
    Format(String),
}
