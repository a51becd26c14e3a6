//! The table of all names.

use super::entry::NameEntry;
use super::index::Index;
use super::lookup::Lookup;
use super::resolve::Step;
use crate::id::Id;
use crate::record::Kind;
use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::OnceLock;

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
    shortened: OnceLock<Index>,
    family: OnceLock<Index>,
    word: OnceLock<Index>,
    /// By `scheme:value`, the scheme in lower case.
    outside: OnceLock<Index>,
    /// The schemes of outside ids, in lower case.
    schemes: OnceLock<HashSet<String>>,
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
            shortened: OnceLock::new(),
            family: OnceLock::new(),
            word: OnceLock::new(),
            outside: OnceLock::new(),
            schemes: OnceLock::new(),
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

    /// By one step; ids are found without an index.
    pub(super) fn index(&self, step: Step) -> &Index {
        let cell = match step {
            Step::Id | Step::OutsideId => &self.outside,
            Step::EarlierId => &self.earlier,
            Step::Name => &self.whole,
            Step::Words => &self.ordered,
            Step::Shortened => &self.shortened,
            Step::Family => &self.family,
            Step::Word => &self.word,
        };
        cell.get_or_init(|| {
            let mut index = Index::default();
            for (number, entry) in (0..).zip(&self.entries) {
                entry.each_key(step, &mut |key| index.insert(key, number));
            }
            index
        })
    }

    /// Whether an entry is of one of these kinds.
    pub(super) fn is_of(&self, number: u32, kinds: &[Kind]) -> bool {
        self.numbered(number).is_some_and(|entry| kinds.contains(&entry.kind))
    }

    fn schemes(&self) -> &HashSet<String> {
        self.schemes.get_or_init(|| {
            let mut schemes = HashSet::new();
            for entry in &self.entries {
                entry.each_outside(|scheme, _| {
                    schemes.insert(scheme.to_ascii_lowercase());
                });
            }
            schemes
        })
    }
}

impl Lookup for NameTable {
    fn carriers(&self, step: Step, key: &str, kinds: &[Kind]) -> Vec<u32> {
        let is_wanted = |number: &u32| self.is_of(*number, kinds);
        match step {
            Step::Id => self.with_id(key).filter(is_wanted).collect(),
            step => self.index(step).get(key).filter(is_wanted).collect(),
        }
    }

    fn has_scheme(&self, scheme: &str) -> bool {
        self.schemes().contains(&scheme.to_ascii_lowercase())
    }

    fn identity(&self, number: u32) -> Option<(Id, Kind)> {
        self.numbered(number).map(|entry| (entry.id.clone(), entry.kind))
    }

    fn entry(&self, number: u32) -> Option<Cow<'_, NameEntry>> {
        self.numbered(number).map(Cow::Borrowed)
    }
}
