//! Keys: under what an entry is found at each step, and a compact table of their hashes.

use super::entry::NameEntry;
use super::fold::fold;
use super::resolve::Step;
use super::shortened::shortened;
use crate::column::Column;
use crate::record::Kind;
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// Words that stand in so many names that alone they name nothing.
const EMPTY_WORDS: [&str; 4] = ["of", "the", "and", "for"];

/// Where schemes of outside ids are hashed, behind the steps.
const SCHEME: u64 = 100;

impl NameEntry {
    /// Gives every key under which the entry is found at a step; one may come twice.
    pub(super) fn each_key(&self, step: Step, add: &mut dyn FnMut(&str)) {
        let folded = || self.names.iter().map(|name| fold(name));
        match step {
            Step::Id => add(self.id.as_str()),
            Step::EarlierId => self.also.iter().for_each(|id| add(id.as_str())),
            Step::Name => folded().for_each(|name| add(&name)),
            Step::Words => folded().filter(|name| name.contains(' ')).for_each(|name| add(&sorted_words(&name))),
            Step::Shortened if self.kind == Kind::Person => {
                self.names.iter().filter_map(|name| shortened(name)).for_each(|name| add(&name));
            }
            Step::Shortened => {}
            Step::Family => self.family.iter().for_each(|name| add(&fold(name))),
            Step::Word => {
                for name in folded() {
                    name.split(' ').filter(|word| !EMPTY_WORDS.contains(word)).for_each(&mut *add);
                }
            }
            Step::OutsideId => self.each_outside(|scheme, value| add(&outside_key(scheme, value))),
        }
    }

    /// Gives every id in an outside scheme; a scheme that holds a colon can never be asked for and is left out.
    pub(super) fn each_outside(&self, mut give: impl FnMut(&str, &str)) {
        for (scheme, value) in &self.outside {
            let (scheme, value) = (scheme.trim(), value.trim());
            if !scheme.is_empty() && !value.is_empty() && !scheme.contains([':', '：']) {
                give(scheme, value);
            }
        }
    }

    fn carries(&self, step: Step, key: &str) -> bool {
        let mut found = false;
        self.each_key(step, &mut |own| found |= own == key);
        found
    }

    fn has_scheme(&self, scheme: &str) -> bool {
        let mut found = false;
        self.each_outside(|own, _| found |= own.eq_ignore_ascii_case(scheme));
        found
    }
}

/// An id in an outside scheme as a key.
pub(super) fn outside_key(scheme: &str, value: &str) -> String {
    format!("{}:{value}", scheme.to_ascii_lowercase())
}

/// The words of a folded text in the order of their letters.
pub(super) fn sorted_words(folded: &str) -> String {
    let mut words: Vec<&str> = folded.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

/// The hashes of all keys of all entries but their ids, in order, and beside each the number of an entry.
///
/// Twelve bytes a key, and nothing has to be built when they are read from a file. Whoever looks a key up has to see
/// whether the entries that it names do carry it.
#[derive(Clone, Debug, Default)]
pub struct NameKeys {
    /// The hashes, in order.
    pub hashes: Column<u64>,
    /// The number of the entry that carries each.
    pub numbers: Column<u32>,
}

impl NameKeys {
    /// The keys of entries, each with its number. Takes a sort of all keys.
    pub fn new(entries: impl IntoIterator<Item = (u32, NameEntry)>) -> Self {
        let mut pairs = Vec::new();
        for (number, entry) in entries {
            for step in Step::HASHED {
                entry.each_key(*step, &mut |key| {
                    if !key.is_empty() {
                        pairs.push((hash(*step, key), number));
                    }
                });
            }
            entry.each_outside(|scheme, _| pairs.push((hash_of_scheme(scheme), number)));
        }
        pairs.sort_unstable();
        pairs.dedup();
        let (hashes, numbers): (Vec<u64>, Vec<u32>) = pairs.into_iter().unzip();
        Self { hashes: hashes.into(), numbers: numbers.into() }
    }

    /// The entries under a hash, by number.
    fn under(&self, hash: u64) -> &[u32] {
        let (mut low, mut high) = (0, self.hashes.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match self.hashes.get(middle) {
                Some(own) if own < hash => low = middle + 1,
                _ => high = middle,
            }
        }
        let same = (low..self.hashes.len()).take_while(|at| self.hashes.get(*at) == Some(hash)).count();
        self.numbers.part(low..low + same)
    }

    /// The entries that may carry a key at a step.
    pub(super) fn at(&self, step: Step, key: &str) -> &[u32] {
        if key.is_empty() { &[] } else { self.under(hash(step, key)) }
    }

    /// Whether the entry carries the key, which the same hash alone does not say.
    pub(super) fn is_carried(entry: &NameEntry, step: Step, key: &str) -> bool {
        entry.carries(step, key)
    }

    /// Whether an entry of those that `entry` gives has an id in a scheme.
    pub(super) fn has_scheme(&self, scheme: &str, entry: impl Fn(u32) -> Option<NameEntry>) -> bool {
        let mut may = self.under(hash_of_scheme(scheme)).iter();
        may.any(|number| entry(*number).is_some_and(|entry| entry.has_scheme(scheme)))
    }
}

fn hash(step: Step, key: &str) -> u64 {
    xxh3_64_with_seed(key.as_bytes(), step as u64)
}

fn hash_of_scheme(scheme: &str) -> u64 {
    xxh3_64_with_seed(scheme.to_ascii_lowercase().as_bytes(), SCHEME)
}
