//! All facts that were loaded.

use super::list::List;
use super::own::Own;
use super::shelf::{Shelf, Shelved};
use super::{Fact, Mark};
use crate::date::Day;
use crate::id::Id;
use crate::record::Kind;
use borsh::{BorshDeserialize, BorshSerialize};
use rayon::prelude::*;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

/// What a collection of facts is called, and which state of it this is.
#[derive(Clone, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
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

/// So many facts are looked at by one thread in one go.
pub(super) const IN_ONE_GO: usize = 1024;

/// All facts, ordered by id.
///
/// They lie in memory, or on a [`Shelf`] from which each is taken when it is first asked for.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// What the collection is called.
    pub identity: Identity,
    held: Held,
    aside: Vec<Fact>,
    rows: Option<Arc<Shelved>>,
}

#[derive(Clone, Debug)]
enum Held {
    Own(Own),
    Shelved(Arc<Shelved>),
}

impl Default for Held {
    fn default() -> Self {
        Self::Own(Own::default())
    }
}

impl Facts {
    /// Orders the facts by id and indexes them by every id they answer to.
    pub fn new(identity: Identity, mut facts: Vec<Fact>) -> Self {
        let in_order = |two: &[Fact]| matches!(two, [one, other] if one.id <= other.id);
        if !facts.par_windows(2).with_min_len(IN_ONE_GO).all(in_order) {
            facts.par_sort_by(|a, b| a.id.cmp(&b.id));
        }
        Self { identity, held: Held::Own(Own::of(facts)), aside: Vec::new(), rows: None }
    }

    /// Facts that lie elsewhere; each is fetched once, when it is first asked for.
    pub fn on_shelf(identity: Identity, shelf: Arc<dyn Shelf>) -> Self {
        Self { identity, held: Held::Shelved(Arc::new(Shelved::new(shelf))), aside: Vec::new(), rows: None }
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

    /// Adds the rows of tables: events by the million, each of which is fetched when it is asked for by its id or its place.
    /// Their places go on behind all others. No walk over the facts meets them; where one of the facts has the id of a row,
    /// the id means the fact.
    #[must_use]
    pub fn with_rows(mut self, rows: Arc<dyn Shelf>) -> Self {
        self.rows = Some(Arc::new(Shelved::new(rows)));
        self
    }

    /// How many rows of tables there are.
    pub fn rows(&self) -> usize {
        self.rows.as_ref().map_or(0, |rows| rows.len())
    }

    /// The place of the first row of a table.
    pub fn first_row(&self) -> usize {
        self.len() + self.aside.len()
    }

    /// What the collection is called, its facts by id, and what serves capacity only.
    pub fn into_parts(self) -> (Identity, Vec<Fact>, Vec<Fact>) {
        let facts = match self.held {
            Held::Own(own) => own.facts,
            Held::Shelved(shelved) => shelved.all(),
        };
        (self.identity, facts, self.aside)
    }

    /// The fact that answers to an id. Takes constant time, or the logarithm of the facts on a shelf.
    pub fn get(&self, id: &str) -> Option<&Fact> {
        self.position(id).map(|at| self.fact(at))
    }

    /// The place of a fact in the order of ids, or that of a row behind them.
    pub fn position(&self, id: &str) -> Option<usize> {
        let held = match &self.held {
            Held::Own(own) => own.position(id),
            Held::Shelved(shelved) => shelved.shelf().position(id),
        };
        held.or_else(|| Some(self.first_row() + self.rows.as_ref()?.shelf().position(id)?))
    }

    /// The same as [`position`](Self::position) of an id that is at hand, which remembers where its fact lies in memory: asked
    /// again, nothing is searched.
    pub fn place(&self, id: &Id) -> Option<usize> {
        match &self.held {
            Held::Own(own) => own.place(id).or_else(|| self.position(id.as_str())),
            Held::Shelved(_) => self.position(id.as_str()),
        }
    }

    /// The fact at a place in the order of ids, or behind these what serves capacity only; a fact without a name at
    /// a place where there is none.
    pub fn fact(&self, position: usize) -> &Fact {
        static NOTHING: LazyLock<Fact> = LazyLock::new(|| Fact::stub(Id::nothing()));
        let found = match &self.held {
            Held::Own(own) => own.facts.get(position),
            Held::Shelved(shelved) => shelved.fact(position),
        };
        let aside = || self.aside.get(position.checked_sub(self.len())?);
        let row = || self.rows.as_ref()?.fact(position.checked_sub(self.first_row())?);
        found.or_else(aside).or_else(row).unwrap_or(&NOTHING)
    }

    /// Every fact, by id. Fetches all of them where they lie on a shelf: [`of_kind`](Self::of_kind) and
    /// [`marked`](Self::marked) fetch less.
    pub fn iter(&self) -> Iter<'_> {
        Iter { facts: self, places: 0..self.len() }
    }

    /// What is found in every fact at its place, in the order of ids, looked for on as many threads as there are.
    pub fn gather<T: Send>(&self, find: impl Fn(usize, &Fact) -> Option<T> + Sync) -> Vec<T> {
        let places = (0..self.len()).into_par_iter().with_min_len(IN_ONE_GO);
        let found: Vec<Option<T>> = places.map(|at| find(at, self.fact(at))).collect();
        // What was found stays in its list, moved together where nothing was found.
        found.into_iter().flatten().collect()
    }

    /// How many facts there are, stubs included.
    pub fn len(&self) -> usize {
        match &self.held {
            Held::Own(own) => own.facts.len(),
            Held::Shelved(shelved) => shelved.len(),
        }
    }

    /// Whether nothing was loaded.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The places of all facts on a list, in the order of ids.
    pub fn listed(&self, list: List) -> &[u32] {
        match &self.held {
            Held::Own(own) => own.lists().get(list),
            Held::Shelved(shelved) => shelved.shelf().listed(list),
        }
    }

    /// The places of the facts of a kind, in the order of ids.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = usize> {
        self.listed(List::Of(kind)).iter().map(|at| *at as usize)
    }

    /// The facts of some kinds, kind by kind, each in the order of ids.
    pub fn of_kinds<'a>(&'a self, kinds: &'a [Kind]) -> impl Iterator<Item = &'a Fact> {
        kinds.iter().flat_map(|kind| self.of_kind(*kind)).map(|at| self.fact(at))
    }

    /// The facts whose ids begin so, in the order of ids. Costs the logarithm of all and what is taken.
    pub fn beginning<'a>(&'a self, begins: &'a str) -> impl Iterator<Item = &'a Fact> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match self.fact(middle).id.as_str() < begins {
                true => low = middle + 1,
                false => high = middle,
            }
        }
        (low..self.len()).map(|at| self.fact(at)).take_while(move |fact| fact.id.as_str().starts_with(begins))
    }

    /// The facts that carry a mark, in the order of ids.
    pub fn marked(&self, mark: Mark) -> impl Iterator<Item = &Fact> {
        self.listed(List::Marked(mark)).iter().map(|at| self.fact(*at as usize))
    }

    /// How many accounts all facts have together.
    pub fn accounts(&self) -> usize {
        match &self.held {
            Held::Own(own) => own.facts.iter().map(|fact| fact.accounts.len()).sum(),
            Held::Shelved(shelved) => shelved.shelf().accounts(),
        }
    }

    /// What answers print for an id: the fact's name, or the id itself.
    pub fn name<'a>(&'a self, id: &'a Id) -> &'a str {
        self.get(id.as_str()).map_or(id.as_str(), Fact::name)
    }
}

/// Every fact of a collection, by id.
#[derive(Clone, Debug)]
pub struct Iter<'a> {
    facts: &'a Facts,
    places: Range<usize>,
}

impl<'a> Iterator for Iter<'a> {
    type Item = &'a Fact;

    fn next(&mut self) -> Option<&'a Fact> {
        self.places.next().map(|at| self.facts.fact(at))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.places.size_hint()
    }
}

impl DoubleEndedIterator for Iter<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.places.next_back().map(|at| self.facts.fact(at))
    }
}

impl ExactSizeIterator for Iter<'_> {}

impl<'a> IntoIterator for &'a Facts {
    type Item = &'a Fact;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
