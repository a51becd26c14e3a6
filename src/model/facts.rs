//! All facts that were loaded.

use super::Fact;
use crate::date::Day;
use crate::id::{Id, IdMap};
use rayon::slice::ParallelSliceMut;

/// What a collection of facts is called, and which state of it this is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// Its name.
    pub name: String,
    /// Its version, where its settings give one.
    pub version: Option<String>,
    /// Its licence, where its settings give one.
    pub licence: Option<String>,
    /// The keeper's own source, whose covers speak for the whole collection, where its settings name one.
    pub keeper: Option<Id>,
    /// A digest of everything its records say: the same records give the same digest, however they lie in files.
    pub digest: String,
    /// Which accounts these facts rest on, in words; empty where it is all of them.
    pub world: String,
    /// The last day of which the sources heard can tell, where they are heard as of a day.
    pub known_on: Option<Day>,
    /// How many accounts were left out because nobody tells when they appeared.
    pub undated: usize,
}

/// All facts, ordered by id.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// What the collection is called.
    pub identity: Identity,
    facts: Vec<Fact>,
    aside: Vec<Fact>,
    position: IdMap<usize>,
}

impl Facts {
    /// Orders the facts by id and indexes them by every id they answer to.
    pub fn new(identity: Identity, mut facts: Vec<Fact>) -> Self {
        facts.par_sort_by(|a, b| a.id.cmp(&b.id));
        let mut position = IdMap::with_capacity_and_hasher(facts.len(), Default::default());
        for (at, fact) in facts.iter().enumerate() {
            for id in &fact.was {
                position.entry(id.clone()).or_insert(at);
            }
        }
        for (at, fact) in facts.iter().enumerate() {
            position.insert(fact.id.clone(), at);
        }
        Self { identity, facts, aside: Vec::new(), position }
    }

    /// Adds tenures that rest only on sources to be left aside: they tell in what capacity somebody came, and nothing
    /// else. No id finds them and they are none of the facts.
    #[must_use]
    pub fn with_aside(mut self, mut aside: Vec<Fact>) -> Self {
        aside.sort_by(|a, b| a.id.cmp(&b.id));
        self.aside = aside;
        self
    }

    /// The tenures that serve capacity only, by id. Their places go on where those of the facts end.
    pub fn aside(&self) -> &[Fact] {
        &self.aside
    }

    /// What the collection is called, its facts by id, and what serves capacity only.
    pub fn into_parts(self) -> (Identity, Vec<Fact>, Vec<Fact>) {
        (self.identity, self.facts, self.aside)
    }

    /// The fact that answers to an id. Takes constant time.
    pub fn get(&self, id: &str) -> Option<&Fact> {
        self.position(id).and_then(|at| self.facts.get(at))
    }

    /// The place of a fact in the order of ids.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.position.get(id).copied()
    }

    /// The fact at a place in the order of ids, or behind these what serves capacity only.
    ///
    /// # Panics
    /// If there are not so many facts.
    pub fn fact(&self, position: usize) -> &Fact {
        position.checked_sub(self.facts.len()).map_or_else(|| &self.facts[position], |at| &self.aside[at])
    }

    /// Every fact, by id.
    pub fn iter(&self) -> std::slice::Iter<'_, Fact> {
        self.facts.iter()
    }

    /// How many facts there are, stubs included.
    pub fn len(&self) -> usize {
        self.facts.len()
    }

    /// Whether nothing was loaded.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// What answers print for an id: the fact's name, or the id itself.
    pub fn name<'a>(&'a self, id: &'a Id) -> &'a str {
        self.get(id.as_str()).map_or(id.as_str(), Fact::name)
    }
}

impl<'a> IntoIterator for &'a Facts {
    type Item = &'a Fact;
    type IntoIter = std::slice::Iter<'a, Fact>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
