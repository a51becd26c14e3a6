//! Stacks: by what the parts of a bar are told apart.

use crate::query::row::{EventRow, Person};
use crate::record::{Level, Mode, Rank};

/// By what the parts of a bar are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stack {
    /// By what means: in person, by telephone, …
    Mode,
    /// By the protocol rank of the visit that it is, or was part of.
    Rank,
    /// By the highest rank of the offices in which those asked about took part.
    Level,
    /// By the kind of event, and the format or kind within it.
    Kind,
}

/// Where nothing is stated.
const NOT_STATED: &str = "not stated";

impl Stack {
    /// What it is called in a sentence.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Mode => "mode",
            Self::Rank => "rank of the visit",
            Self::Level => "level",
            Self::Kind => "kind",
        }
    }

    /// The part to which an event belongs.
    pub(super) fn part(self, row: &EventRow) -> String {
        let word = match self {
            Self::Mode => row.mode.map(Mode::name).unwrap_or(NOT_STATED).to_owned(),
            Self::Rank => rank(row).to_owned(),
            Self::Level => row.who.iter().flat_map(levels).min().map_or(NOT_STATED, |(_, name)| name).to_owned(),
            Self::Kind => row.format.map_or(row.kind.name().to_owned(), |format| format!("{}: {format}", row.kind)),
        };
        word.replace('-', " ")
    }

    /// By what parts are put in order: as the vocabulary lists them, what is not stated last.
    pub(super) fn order(self, part: &str) -> (usize, String) {
        let names: Vec<&str> = match self {
            Self::Mode => Mode::ALL.iter().map(|mode| mode.name()).collect(),
            Self::Rank => Rank::ALL.iter().map(|rank| rank.name()).collect(),
            Self::Level => Level::ALL.iter().map(|level| level.name()).collect(),
            Self::Kind => Vec::new(),
        };
        let place = names.iter().position(|name| name.replace('-', " ") == part);
        (place.unwrap_or(names.len()), part.to_owned())
    }
}

/// The rank of a visit, or of the visit that an event was part of; what belongs to no visit says so.
fn rank(row: &EventRow) -> &'static str {
    let above = row.under.iter().filter_map(|above| above.rank).next();
    row.rank.or(above).unwrap_or("not on a visit")
}

/// The levels of somebody, each with its place in the vocabulary, which lists the highest first.
fn levels(person: &Person) -> impl Iterator<Item = (usize, &'static str)> {
    let place = |name: &str| Level::ALL.iter().position(|level| level.name() == name).unwrap_or(usize::MAX);
    person.levels.iter().map(move |name| (place(name), *name))
}
