//! Facts in a compiled file, each read when it is asked for.

use super::fact;
use crate::column::Column;
use crate::graph::Find;
use crate::model::{Fact, List, Shelf};
use bytemuck::Pod;
use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

/// The names of the blocks.
pub(super) const FACTS: Texts<&str> = Texts { ends: "facts.ends", bytes: "facts.bytes" };
pub(super) const IDS: Texts<&str> = Texts { ends: "ids.ends", bytes: "ids.bytes" };
pub(super) const EARLIER: Texts<&str> = Texts { ends: "earlier.ends", bytes: "earlier.bytes" };
pub(super) const EARLIER_OF: &str = "earlier.facts";
pub(super) const LIST_ENDS: &str = "lists.ends";
pub(super) const LISTS: &str = "lists.facts";

/// Texts side by side: where each ends, and their bytes.
pub(super) struct Texts<T> {
    pub(super) ends: T,
    pub(super) bytes: T,
}

/// Texts in a file.
struct Side {
    ends: Column<u64>,
    bytes: Column<u8>,
}

/// Where the facts of a file lie.
pub(super) struct Shelves {
    facts: Side,
    ids: Side,
    /// Earlier ids, in their order, each with the place of its fact.
    earlier: Side,
    earlier_of: Column<u32>,
    list_ends: Column<u64>,
    lists: Column<u32>,
    files: Arc<[Arc<str>]>,
    accounts: usize,
}

impl Shelves {
    pub(super) fn new(find: Find<'_>, files: Arc<[Arc<str>]>, accounts: u64) -> Option<Self> {
        let shelves = Self {
            facts: Side::new(find, &FACTS)?,
            ids: Side::new(find, &IDS)?,
            earlier: Side::new(find, &EARLIER)?,
            earlier_of: column(find, EARLIER_OF)?,
            list_ends: column(find, LIST_ENDS)?,
            lists: column(find, LISTS)?,
            files,
            accounts: usize::try_from(accounts).ok()?,
        };
        (shelves.facts.ends.len() == shelves.ids.ends.len()).then_some(shelves)
    }
}

fn column<T: Pod>(find: Find<'_>, name: &str) -> Option<Column<T>> {
    let (bytes, range) = find(name)?;
    Column::lent(bytes, range)
}

impl Side {
    fn new(find: Find<'_>, names: &Texts<&str>) -> Option<Self> {
        Some(Self { ends: column(find, names.ends)?, bytes: column(find, names.bytes)? })
    }

    fn text(&self, at: usize) -> Option<&[u8]> {
        let start = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before))?;
        let end = self.ends.get(at)?;
        Some(self.bytes.part(usize::try_from(start).ok()?..usize::try_from(end).ok()?))
    }

    /// The place of a text among texts in order.
    fn place(&self, text: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match self.text(middle)?.cmp(text.as_bytes()) {
                Ordering::Less => low = middle + 1,
                Ordering::Equal => return Some(middle),
                Ordering::Greater => high = middle,
            }
        }
        None
    }
}

impl Shelf for Shelves {
    fn number(&self) -> usize {
        self.facts.ends.len()
    }

    fn position(&self, id: &str) -> Option<usize> {
        let earlier = || self.earlier_of.get(self.earlier.place(id)?).map(|at| at as usize);
        self.ids.place(id).or_else(earlier)
    }

    fn listed(&self, list: List) -> &[u32] {
        let end = |at: usize| self.list_ends.get(at).and_then(|end| usize::try_from(end).ok()).unwrap_or_default();
        let number = list.number();
        self.lists.part(number.checked_sub(1).map_or(0, end)..end(number))
    }

    fn accounts(&self) -> usize {
        self.accounts
    }

    fn fetch(&self, position: usize) -> Option<Fact> {
        fact::read(self.facts.text(position)?, &self.files)
    }
}

impl fmt::Debug for Shelves {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a compiled file of {} facts", self.number())
    }
}
