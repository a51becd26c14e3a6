//! Looking up: what the steps of resolution need to know of a set of names.

use super::entry::NameEntry;
use super::keys::NameKeys;
use super::resolve::Step;
use crate::id::Id;
use crate::record::Kind;
use std::borrow::Cow;

/// A set of names in which texts are looked up. Entries have numbers in the order of their ids.
pub(super) trait Lookup {
    /// The entries of some kinds that carry a key at a step.
    fn carriers(&self, step: Step, key: &str, kinds: &[Kind]) -> Vec<u32>;

    /// Whether any entry has an id in this outside scheme; letter case does not matter.
    fn has_scheme(&self, scheme: &str) -> bool;

    /// The id and kind of an entry.
    fn identity(&self, number: u32) -> Option<(Id, Kind)>;

    /// An entry.
    fn entry(&self, number: u32) -> Option<Cow<'_, NameEntry>>;
}

/// Who knows the entries of a table of [keys](NameKeys).
pub trait Entries {
    /// The number of the entry that has an id.
    fn number(&self, id: &str) -> Option<u32>;

    /// The kind of an entry.
    fn kind(&self, number: u32) -> Option<Kind>;

    /// The entry with a number.
    fn entry(&self, number: u32) -> Option<NameEntry>;
}

/// A table of keys together with the entries that it speaks of.
pub(super) struct Keyed<'k> {
    pub(super) keys: &'k NameKeys,
    pub(super) entries: &'k dyn Entries,
}

impl Lookup for Keyed<'_> {
    fn carriers(&self, step: Step, key: &str, kinds: &[Kind]) -> Vec<u32> {
        let is_wanted = |number: &u32| self.entries.kind(*number).is_some_and(|kind| kinds.contains(&kind));
        if step == Step::Id {
            return self.entries.number(key).filter(is_wanted).into_iter().collect();
        }
        let carries =
            |number: &u32| self.entries.entry(*number).is_some_and(|entry| NameKeys::is_carried(&entry, step, key));
        let numbers = self.keys.at(step, key).iter().copied();
        numbers.filter(is_wanted).filter(carries).collect()
    }

    fn has_scheme(&self, scheme: &str) -> bool {
        self.keys.has_scheme(scheme, |number| self.entries.entry(number))
    }

    fn identity(&self, number: u32) -> Option<(Id, Kind)> {
        self.entries.entry(number).map(|entry| (entry.id, entry.kind))
    }

    fn entry(&self, number: u32) -> Option<Cow<'_, NameEntry>> {
        self.entries.entry(number).map(Cow::Owned)
    }
}
