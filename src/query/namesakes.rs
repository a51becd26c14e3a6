//! Buckets of a count that are people, states or capacities: those who share a name are told apart.

use crate::model::Fact;
use std::collections::BTreeMap;

/// What makes a bucket: whoever or whatever has a name and an id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Member {
    name: String,
    id: String,
}

impl Member {
    /// A member by its name and id.
    pub(super) fn new(name: &str, id: &str) -> Self {
        Self { name: name.to_owned(), id: id.to_owned() }
    }

    /// A fact as a member.
    pub(super) fn of(fact: &Fact) -> Self {
        Self::new(fact.name(), fact.id.as_str())
    }
}

/// The names of the buckets of one count, and whether several share one.
#[derive(Debug, Default)]
pub(super) struct Namesakes {
    /// The id of the only one with a name; nothing where there are several.
    only: BTreeMap<String, Option<String>>,
}

impl Namesakes {
    /// Takes in those who are counted.
    pub(super) fn of(members: impl Iterator<Item = Member>) -> Self {
        let mut namesakes = Self::default();
        namesakes.extend(members);
        namesakes
    }

    /// Takes in further ones.
    pub(super) fn extend(&mut self, members: impl Iterator<Item = Member>) {
        for Member { name, id } in members {
            let only = self.only.entry(name).or_insert_with(|| Some(id.clone()));
            if only.as_ref() != Some(&id) {
                *only = None;
            }
        }
    }

    /// The bucket of one: the name, with the id where others have the same name.
    pub(super) fn label(&self, Member { name, id }: &Member) -> String {
        match self.only.get(name) {
            Some(None) => format!("{name} ({id})"),
            _ => name.clone(),
        }
    }
}
