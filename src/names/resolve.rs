//! Which facts a text names.

use super::asked::{Asked, Called};
use super::error::{NameError, repeated};
use super::fold::fold;
use super::office::without_the;
use super::suggest;
use super::table::{NameTable, sorted_words};
use crate::id::Id;
use crate::record::Kind;

/// What a question allows to be named.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'w> {
    /// The kinds of fact that are candidates.
    pub kinds: &'w [Kind],
    /// The same for a message, such as `a person, office or actor`.
    pub word: &'w str,
}

/// The facts that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The facts, sorted by id: one, or all that carry an outside id.
    pub ids: Vec<Id>,
    /// Facts of the same name that take part in no event, sorted by id; a note has to name them.
    pub passed_over: Vec<Id>,
    /// What matched.
    pub step: Step,
}

/// The steps of resolution; an earlier one is never overruled by a later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The id.
    Id,
    /// An id that the fact had earlier.
    EarlierId,
    /// A whole name or alias, at need without the word `the` of the text.
    Name,
    /// The words of a name in another order.
    Words,
    /// The family name.
    Family,
    /// One whole word of a name.
    Word,
    /// An id of an outside scheme.
    OutsideId,
}

/// What one step found: numbers of entries, at least one.
type Found = (Step, Vec<u32>);

impl NameTable {
    /// Resolves a text among the facts of the wanted kinds.
    ///
    /// `active` tells whether a fact takes part in any event: of several facts found at one step, the only active one is taken.
    ///
    /// # Errors
    ///
    /// [`NameError`] where the text names nothing, several facts, or only facts of other kinds.
    pub fn resolve(
        &self,
        text: &str,
        wanted: &Wanted<'_>,
        active: &dyn Fn(&Id) -> bool,
    ) -> Result<Resolved, NameError> {
        let asked = Asked::read(text, self);
        let kinds = asked.allowed(wanted);
        match self.find(&asked.called, &kinds) {
            Some((Step::OutsideId, numbers)) => {
                Ok(Resolved { ids: self.ids(&numbers), passed_over: Vec::new(), step: Step::OutsideId })
            }
            Some((step, numbers)) => choose(text, step, self.ids(&numbers), active),
            None => Err(self.missing(text, &asked, wanted)),
        }
    }

    /// The first step that finds an entry of these kinds.
    fn find(&self, called: &Called<'_>, kinds: &[Kind]) -> Option<Found> {
        match called {
            Called::Name(text) => self.find_name(text, kinds),
            Called::Outside { scheme, value } => {
                let numbers = self.with_outside(scheme, value);
                self.of_kinds(Step::OutsideId, numbers, kinds)
            }
        }
    }

    fn find_name(&self, text: &str, kinds: &[Kind]) -> Option<Found> {
        let folded = fold(text);
        self.of_kinds(Step::Id, self.with_id(text), kinds)
            .or_else(|| self.of_kinds(Step::EarlierId, self.earlier().get(text), kinds))
            .or_else(|| self.of_kinds(Step::Name, self.whole().get(&folded), kinds))
            .or_else(|| {
                let numbers = self.whole().get(&without_the(&folded));
                self.of_kinds(Step::Name, numbers, kinds)
            })
            .or_else(|| {
                let numbers = self.ordered().get(&sorted_words(&folded));
                self.of_kinds(Step::Words, numbers, kinds)
            })
            .or_else(|| self.of_kinds(Step::Family, self.family().get(&folded), kinds))
            .or_else(|| self.of_kinds(Step::Word, self.word().get(&folded), kinds))
    }

    /// What a step found, if any of it is of these kinds.
    fn of_kinds(&self, step: Step, numbers: impl Iterator<Item = u32>, kinds: &[Kind]) -> Option<Found> {
        let found: Vec<u32> = numbers.filter(|number| self.is_of(*number, kinds)).collect();
        (!found.is_empty()).then_some((step, found))
    }

    /// Whether an entry is of one of these kinds.
    pub(super) fn is_of(&self, number: u32, kinds: &[Kind]) -> bool {
        self.numbered(number).is_some_and(|entry| kinds.contains(&entry.kind))
    }

    fn ids(&self, numbers: &[u32]) -> Vec<Id> {
        let entries = numbers.iter().filter_map(|number| self.numbered(*number));
        let mut ids: Vec<Id> = entries.map(|entry| entry.id.clone()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Why nothing of the allowed kinds was found.
    fn missing(&self, text: &str, asked: &Asked<'_>, wanted: &Wanted<'_>) -> NameError {
        let allowed = asked.allowed(wanted);
        let (elsewhere, word) = match &asked.forced {
            // A prefix that contradicts the question is answered with what it would have named.
            Some(forced) if allowed.is_empty() => (forced.kinds.as_slice(), wanted.word),
            Some(forced) => (Kind::ALL, forced.word),
            None => (Kind::ALL, wanted.word),
        };
        let found = self.find(&asked.called, elsewhere).map(|(_, numbers)| numbers);
        let (text, wanted) = (repeated(text), word.to_owned());
        match found {
            None if !allowed.is_empty() => {
                NameError::Unknown { text, wanted, suggestions: suggest::suggestions(self, &asked.called, &allowed) }
            }
            found => NameError::WrongKind { text, wanted, found: self.with_kinds(&found.unwrap_or_default()) },
        }
    }

    fn with_kinds(&self, numbers: &[u32]) -> Vec<(Id, Kind)> {
        let entries = numbers.iter().filter_map(|number| self.numbered(*number));
        let mut found: Vec<_> = entries.map(|entry| (entry.id.clone(), entry.kind)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

impl Asked<'_> {
    /// The kinds that both the question and the text's prefix allow.
    fn allowed(&self, wanted: &Wanted<'_>) -> Vec<Kind> {
        let forced = self.forced.as_ref();
        let fits = |kind: &Kind| forced.is_none_or(|forced| forced.kinds.contains(kind));
        wanted.kinds.iter().copied().filter(fits).collect()
    }
}

/// Of several facts with one name, the only active one; sorted ids are given.
fn choose(text: &str, step: Step, found: Vec<Id>, active: &dyn Fn(&Id) -> bool) -> Result<Resolved, NameError> {
    let (taken, rest): (Vec<Id>, Vec<Id>) = match found.len() {
        1 => (found, Vec::new()),
        _ => found.into_iter().partition(|id| active(id)),
    };
    if taken.len() == 1 {
        return Ok(Resolved { ids: taken, passed_over: rest, step });
    }
    let mut candidates = [taken, rest].concat();
    candidates.sort_unstable();
    Err(NameError::Ambiguous { text: repeated(text), candidates })
}

#[cfg(test)]
mod tests;
