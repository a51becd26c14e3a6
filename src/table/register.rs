//! The register of a data set: who and where was named in its tables, with what ids.

use super::lines::Named;
use super::{Naming, Table};
use crate::names::own_id;
use std::collections::{HashMap, HashSet};

/// The actors and places of a data set that were met, with their ids: an actor has one id in all tables of the set.
#[derive(Debug)]
pub struct Register {
    actors: Ids<ActorEntry>,
    places: Ids<PlaceEntry>,
}

/// What has an id, by what tells it from others.
#[derive(Debug)]
struct Ids<E> {
    prefix: String,
    by_key: HashMap<Box<[u8]>, E>,
    taken: HashSet<String>,
}

/// An actor with its id, and what was said of it where it was named first.
#[derive(Clone, Debug)]
pub(super) struct ActorEntry {
    pub(super) id: String,
    pub(super) code: Box<str>,
    pub(super) country: Box<str>,
}

/// A place with its id, and where it lies as was said where it was named first.
#[derive(Clone, Debug)]
pub(super) struct PlaceEntry {
    pub(super) id: String,
    pub(super) degrees: [f64; 2],
}

impl<E> Ids<E> {
    fn new(prefix: String) -> Self {
        Self { prefix, by_key: HashMap::new(), taken: HashSet::new() }
    }

    /// The entry of a key, or a new one with an id of its own.
    fn entry(&mut self, key: &[u8], words: &[&str], make: impl FnOnce(String) -> E) -> &E {
        self.by_key.entry(key.into()).or_insert_with(|| {
            let id = own_id(&self.prefix, words, |id| self.taken.contains(id));
            self.taken.insert(id.clone());
            make(id)
        })
    }

    /// Keeps an entry, unless there is one of the key.
    fn keep(&mut self, key: &[u8], id: &str, entry: E) {
        self.taken.insert(id.to_owned());
        self.by_key.entry(key.into()).or_insert(entry);
    }
}

impl Register {
    /// A register in which nobody stands, of the data set with this id.
    pub fn new(dataset: &str) -> Self {
        Self { actors: Ids::new(format!("{dataset}-")), places: Ids::new(format!("{dataset}-at-")) }
    }

    /// Enters the actors and places of a table that was made before.
    pub fn know(&mut self, table: &Table) {
        let mut key = Vec::new();
        for number in 0..u32::try_from(table.actors().len()).unwrap_or(u32::MAX) {
            let (Some(id), named) = (table.id(number), table.named(number)) else { continue };
            table.dataset().naming.key(&named, &mut key);
            let (code, country) = (named.code.into(), named.country.into());
            self.actors.keep(&key, id, ActorEntry { id: id.to_owned(), code, country });
        }
        for (key, id, degrees) in table.places.keys() {
            self.places.keep(&key, id, PlaceEntry { id: id.to_owned(), degrees });
        }
    }

    /// The entry of an actor by what tells it from others.
    pub(super) fn actor(&mut self, key: &[u8], naming: Naming, named: Named<'_>) -> &ActorEntry {
        let make = |id| ActorEntry { id, code: named.code.into(), country: named.country.into() };
        self.actors.entry(key, &naming.words(named), make)
    }

    /// The entry of a place by its name and the country in which it lies.
    pub(super) fn place(&mut self, key: &[u8], words: &[&str], degrees: [f64; 2]) -> &PlaceEntry {
        self.places.entry(key, words, |id| PlaceEntry { id, degrees })
    }
}
