//! Entries for tests.

use super::NameEntry;
use crate::record::Kind;

/// An entry that is known by these names alone.
pub(super) fn entry(id: &str, kind: Kind, names: &[&str]) -> NameEntry {
    NameEntry {
        id: id.parse().unwrap(),
        also: Vec::new(),
        kind,
        names: names.iter().map(ToString::to_string).collect(),
        family: None,
        outside: Vec::new(),
    }
}

/// A person with this family name.
pub(super) fn person(id: &str, family: &str, names: &[&str]) -> NameEntry {
    NameEntry { family: Some(family.to_owned()), ..entry(id, Kind::Person, names) }
}
