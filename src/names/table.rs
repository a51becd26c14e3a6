//! The table of all names.

use super::entry::NameEntry;
use super::fold::fold;
use super::index::Index;
use crate::id::Id;
use std::collections::HashSet;
use std::sync::OnceLock;

/// Words that stand in so many names that alone they name nothing.
const EMPTY_WORDS: [&str; 4] = ["of", "the", "and", "for"];

/// All names of all facts, read-only.
///
/// Each index is built when it is first needed, so that a process that asks by id pays for none.
#[derive(Debug)]
pub struct NameTable {
    /// Sorted by id.
    entries: Vec<NameEntry>,
    earlier: OnceLock<Index>,
    whole: OnceLock<Index>,
    ordered: OnceLock<Index>,
    family: OnceLock<Index>,
    word: OnceLock<Index>,
    outside: OnceLock<Outside>,
}

/// The ids in outside schemes.
#[derive(Debug, Default)]
struct Outside {
    schemes: HashSet<String>,
    /// By `scheme:value`, the scheme in lower case.
    index: Index,
}

impl NameTable {
    /// Makes a table; the order of the entries does not matter.
    pub fn new(mut entries: Vec<NameEntry>) -> Self {
        entries.sort_unstable();
        Self {
            entries,
            earlier: OnceLock::new(),
            whole: OnceLock::new(),
            ordered: OnceLock::new(),
            family: OnceLock::new(),
            word: OnceLock::new(),
            outside: OnceLock::new(),
        }
    }

    /// Every entry, sorted by id.
    pub fn entries(&self) -> &[NameEntry] {
        &self.entries
    }

    /// The entry with this id (not an earlier one).
    pub fn entry(&self, id: &Id) -> Option<&NameEntry> {
        let place = self.entries.binary_search_by(|entry| entry.id.cmp(id));
        self.entries.get(place.ok()?)
    }

    /// The entry with this number.
    pub(super) fn numbered(&self, number: u32) -> Option<&NameEntry> {
        self.entries.get(usize::try_from(number).ok()?)
    }

    /// The entries with this id; more than one only where a caller gave one id twice.
    pub(super) fn with_id(&self, id: &str) -> impl Iterator<Item = u32> + use<> {
        let first = self.entries.partition_point(|entry| entry.id.as_str() < id);
        let end = self.entries.partition_point(|entry| entry.id.as_str() <= id);
        let number = |place| u32::try_from(place).unwrap_or(u32::MAX);
        number(first)..number(end)
    }

    /// By earlier id.
    pub(super) fn earlier(&self) -> &Index {
        self.built(&self.earlier, |entry, add| {
            entry.also.iter().for_each(|id| add(id.as_str()));
        })
    }

    /// By whole folded name.
    pub(super) fn whole(&self) -> &Index {
        self.built(&self.whole, |entry, add| {
            entry.names.iter().for_each(|name| add(&fold(name)));
        })
    }

    /// By the sorted words of a folded name of more than one word.
    pub(super) fn ordered(&self) -> &Index {
        self.built(&self.ordered, |entry, add| {
            let folded = entry.names.iter().map(|name| fold(name));
            let several = folded.filter(|name| name.contains(' '));
            several.for_each(|name| add(&sorted_words(&name)));
        })
    }

    /// By folded family name.
    pub(super) fn family(&self) -> &Index {
        self.built(&self.family, |entry, add| {
            entry.family.iter().for_each(|name| add(&fold(name)));
        })
    }

    /// By one word of a folded name.
    pub(super) fn word(&self) -> &Index {
        self.built(&self.word, |entry, add| {
            for name in entry.names.iter().map(|name| fold(name)) {
                let words = name.split(' ');
                words.filter(|word| !EMPTY_WORDS.contains(word)).for_each(&mut *add);
            }
        })
    }

    /// Whether any entry has an id in this scheme; letter case does not matter.
    pub(super) fn has_scheme(&self, scheme: &str) -> bool {
        let scheme = scheme.to_ascii_lowercase();
        self.outside().schemes.contains(&scheme)
    }

    /// The entries that carry this id of an outside scheme.
    pub(super) fn with_outside<'t>(&'t self, scheme: &str, value: &str) -> impl Iterator<Item = u32> + use<'t> {
        self.outside().index.get(&outside_key(scheme, value))
    }

    fn outside(&self) -> &Outside {
        self.outside.get_or_init(|| {
            let mut outside = Outside::default();
            for (number, entry) in (0..).zip(&self.entries) {
                outside.add(number, entry);
            }
            outside
        })
    }

    /// An index of the keys that `keys` gives for each entry.
    fn built<'t>(&self, cell: &'t OnceLock<Index>, keys: impl Fn(&NameEntry, &mut dyn FnMut(&str))) -> &'t Index {
        cell.get_or_init(|| {
            let mut index = Index::default();
            for (number, entry) in (0..).zip(&self.entries) {
                keys(entry, &mut |key| index.insert(key, number));
            }
            index
        })
    }
}

impl Outside {
    /// A scheme that holds a colon can never be asked for and is left out.
    fn add(&mut self, number: u32, entry: &NameEntry) {
        for (scheme, value) in &entry.outside {
            let (scheme, value) = (scheme.trim(), value.trim());
            if scheme.is_empty() || value.is_empty() || scheme.contains([':', '：']) {
                continue;
            }
            self.schemes.insert(scheme.to_ascii_lowercase());
            self.index.insert(&outside_key(scheme, value), number);
        }
    }
}

fn outside_key(scheme: &str, value: &str) -> String {
    format!("{}:{value}", scheme.to_ascii_lowercase())
}

/// The words of a folded text in the order of their letters.
pub(super) fn sorted_words(folded: &str) -> String {
    let mut words: Vec<&str> = folded.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}
