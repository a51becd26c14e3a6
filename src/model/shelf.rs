//! Shelves: facts that lie elsewhere and are fetched one by one.

use super::{Fact, List};
use std::fmt;
use std::sync::{Arc, OnceLock};

/// Where facts lie that are not in memory.
pub trait Shelf: fmt::Debug + Send + Sync {
    /// How many facts there are.
    fn number(&self) -> usize;

    /// The place of the fact that answers to an id, in the order of ids.
    fn position(&self, id: &str) -> Option<usize>;

    /// The places of the facts on a list, in the order of ids.
    fn listed(&self, list: List) -> &[u32];

    /// How many accounts all facts have together.
    fn accounts(&self) -> usize;

    /// Fetches the fact at a place; nothing where none lies or what lies there cannot be read.
    fn fetch(&self, position: usize) -> Option<Fact>;
}

/// How many facts share one allocation for their cells.
const CHUNK: usize = 64;

/// A cell for one fact, empty until the fact is asked for.
type Cell = OnceLock<Option<Box<Fact>>>;

/// A shelf with the facts that were fetched from it so far.
///
/// Each fact has a cell that is written once; the cells are made in chunks when a fact of the chunk is first asked for, so
/// that a million facts cost little until they are needed.
pub(super) struct Shelved {
    shelf: Arc<dyn Shelf>,
    number: usize,
    chunks: Box<[OnceLock<Box<[Cell]>>]>,
}

impl Shelved {
    pub(super) fn new(shelf: Arc<dyn Shelf>) -> Self {
        let number = shelf.number();
        Self { shelf, number, chunks: (0..number.div_ceil(CHUNK)).map(|_| OnceLock::new()).collect() }
    }

    pub(super) fn shelf(&self) -> &dyn Shelf {
        &*self.shelf
    }

    pub(super) fn len(&self) -> usize {
        self.number
    }

    /// The fact at a place, fetched if this is the first time.
    pub(super) fn fact(&self, position: usize) -> Option<&Fact> {
        let chunk = self.chunks.get(position / CHUNK)?.get_or_init(|| (0..CHUNK).map(|_| OnceLock::new()).collect());
        let cell = chunk.get(position % CHUNK)?;
        cell.get_or_init(|| self.shelf.fetch(position).map(Box::new)).as_deref()
    }

    /// Every fact, by place.
    pub(super) fn all(&self) -> Vec<Fact> {
        (0..self.number).filter_map(|place| self.fact(place).cloned()).collect()
    }
}

impl fmt::Debug for Shelved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} facts on {:?}", self.number, self.shelf)
    }
}
