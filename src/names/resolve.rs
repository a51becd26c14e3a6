//! Which facts a text names.

use super::asked::{Asked, Called};
use super::error::{NameError, repeated};
use super::fold::fold;
use super::keys::{NameKeys, outside_key, sorted_words};
use super::lookup::{Entries, Keyed, Lookup};
use super::office::without_the;
use super::phrase::part::{self, Part};
use super::suggest::{self, Near};
use super::table::NameTable;
use crate::id::Id;
use crate::record::Kind;
use std::cell::Cell;

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
    /// What somebody is called without initials, and without `Jr` or the like.
    Shortened,
    /// The family name.
    Family,
    /// One whole word of a name.
    Word,
    /// An id of an outside scheme.
    OutsideId,
}

/// What one step found: numbers of entries, at least one.
pub(super) type Found = (Step, Vec<u32>);

impl Step {
    /// The steps that need a table of keys.
    pub(super) const HASHED: &[Self] =
        &[Self::EarlierId, Self::Name, Self::Words, Self::Shortened, Self::Family, Self::Word, Self::OutsideId];
}

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
        let is_slip = Cell::new(false);
        let near = |text: &str, kinds: &[Kind]| suggest::suggestions(self, &Called::Name(text), kinds);
        let found = resolve(self, text, wanted, active, |called, kinds| {
            let near = suggest::suggestions(self, called, kinds);
            is_slip.set(near.is_slip);
            near
        });
        // What reads like an office of somebody is told part by part, unless something is called so but for a letter.
        let part = || if is_slip.get() { None } else { part::of_text(self, text, wanted, &near) };
        found.map_err(|error| match error {
            NameError::Unknown { text, wanted, suggestions, .. } => match part() {
                Some(Part { why, suggestions }) => {
                    NameError::Unknown { text, wanted, part: Some(why.into()), suggestions }
                }
                None => NameError::Unknown { text, wanted, part: None, suggestions },
            },
            other => other,
        })
    }
}

impl NameKeys {
    /// As [`NameTable::resolve`], without reading all names; an unknown name comes without suggestions.
    ///
    /// # Errors
    ///
    /// Those of [`NameTable::resolve`].
    pub fn resolve(
        &self,
        entries: &dyn Entries,
        text: &str,
        wanted: &Wanted<'_>,
        active: &dyn Fn(&Id) -> bool,
    ) -> Result<Resolved, NameError> {
        resolve(&Keyed { keys: self, entries }, text, wanted, active, |_, _| Near::default())
    }
}

pub(super) fn resolve(
    names: &dyn Lookup,
    text: &str,
    wanted: &Wanted<'_>,
    active: &dyn Fn(&Id) -> bool,
    suggest: impl FnOnce(&Called<'_>, &[Kind]) -> Near,
) -> Result<Resolved, NameError> {
    let asked = Asked::read(text, names);
    let kinds = asked.allowed(wanted);
    match find(names, &asked.called, &kinds) {
        Some((Step::OutsideId, numbers)) => {
            Ok(Resolved { ids: ids(names, &numbers), passed_over: Vec::new(), step: Step::OutsideId })
        }
        Some((step, numbers)) => choose(text, step, ids(names, &numbers), active),
        None => Err(missing(names, text, &asked, wanted, suggest)),
    }
}

/// The first step that finds an entry of these kinds.
pub(super) fn find(names: &dyn Lookup, called: &Called<'_>, kinds: &[Kind]) -> Option<Found> {
    let at = |step: Step, key: &str| {
        let found = names.carriers(step, key, kinds);
        (!found.is_empty()).then_some((step, found))
    };
    match called {
        Called::Outside { scheme, value } => at(Step::OutsideId, &outside_key(scheme, value)),
        Called::Name(text) => {
            let folded = fold(text);
            at(Step::Id, text)
                .or_else(|| at(Step::EarlierId, text))
                .or_else(|| at(Step::Name, &folded))
                .or_else(|| at(Step::Name, &without_the(&folded)))
                .or_else(|| at(Step::Words, &sorted_words(&folded)))
                .or_else(|| at(Step::Shortened, &folded))
                .or_else(|| at(Step::Family, &folded))
                .or_else(|| at(Step::Word, &folded))
        }
    }
}

pub(super) fn ids(names: &dyn Lookup, numbers: &[u32]) -> Vec<Id> {
    let mut ids: Vec<Id> = numbers.iter().filter_map(|number| Some(names.identity(*number)?.0)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Why nothing of the allowed kinds was found.
fn missing(
    names: &dyn Lookup,
    text: &str,
    asked: &Asked<'_>,
    wanted: &Wanted<'_>,
    suggest: impl FnOnce(&Called<'_>, &[Kind]) -> Near,
) -> NameError {
    let allowed = asked.allowed(wanted);
    let (elsewhere, word) = match &asked.forced {
        // A prefix that contradicts the question is answered with what it would have named.
        Some(forced) if allowed.is_empty() => (forced.kinds.as_slice(), wanted.word),
        Some(forced) => (Kind::ALL, forced.word),
        None => (Kind::ALL, wanted.word),
    };
    let found = find(names, &asked.called, elsewhere).map(|(_, numbers)| numbers);
    let (text, wanted) = (repeated(text), word.to_owned());
    let near = if allowed.is_empty() { Near::default() } else { suggest(&asked.called, &allowed) };
    match found {
        None if !allowed.is_empty() => NameError::Unknown { text, wanted, part: None, suggestions: near.all },
        found => {
            let found = with_kinds(names, &found.unwrap_or_default());
            NameError::WrongKind { text, wanted, found, near: near.slips.into() }
        }
    }
}

fn with_kinds(names: &dyn Lookup, numbers: &[u32]) -> Vec<(Id, Kind)> {
    let mut found: Vec<_> = numbers.iter().filter_map(|number| names.identity(*number)).collect();
    found.sort_unstable();
    found.dedup();
    found
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
