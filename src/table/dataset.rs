//! The data set that a table is of: what its actors are called, and what its source says of itself.

use super::lines::Named;
use crate::id::Id;

/// The data set that a table is of; several tables can be of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset {
    /// What the ids of its actors and places begin with.
    pub id: Id,
    /// What the source says of itself.
    pub note: String,
    /// What the outside ids of its actors are called.
    pub scheme: String,
    /// What tells its actors apart.
    pub naming: Naming,
}

/// What tells actors apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Naming {
    /// Their names.
    #[default]
    Name,
    /// Their names and codes together: every president is called `PRESIDENT`.
    NameAndCode,
}

impl Dataset {
    /// A data set of one table, of which nothing else is known.
    pub fn of(source: &Id) -> Self {
        let note = "a table of events, coded by machine".to_owned();
        Self { id: source.clone(), note, scheme: String::new(), naming: Naming::Name }
    }
}

impl Naming {
    /// In a word that [`Naming::parse`] reads.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::NameAndCode => "name-and-code",
        }
    }

    pub(super) fn parse(word: &str) -> Option<Self> {
        [Self::Name, Self::NameAndCode].into_iter().find(|one| one.word() == word)
    }

    /// Writes what tells an actor from others.
    pub(super) fn key(self, named: &Named<'_>, key: &mut Vec<u8>) {
        key.clear();
        key.extend_from_slice(named.name.as_bytes());
        if self == Self::NameAndCode && named.code != named.name {
            key.push(0);
            key.extend_from_slice(named.code.as_bytes());
        }
    }

    /// The words of which the id of an actor is made.
    pub(super) fn words(self, named: Named<'_>) -> Vec<&str> {
        match self {
            Self::NameAndCode if named.code != named.name => vec![named.name, named.code],
            _ => vec![named.name],
        }
    }
}
